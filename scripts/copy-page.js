/** Puts the sandbox page's HTML, style and icon beside its compiled modules, so that one folder holds all it needs. */
import { cpSync } from "node:fs";

cpSync("src/sandbox/page", "dist/src/sandbox/page", {
  recursive: true,
  filter: (path) => !/\.(?:tsx?|json)$/u.test(path),
});
