import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** The program's own folder: the nearest one above this file that holds a `package.json`. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) break;
    folder = parent;
  }
  return folder;
}

const PACKAGE = z.object({ version: z.string() });

/** The version in `package.json`. */
export function softwareVersion(): string {
  return PACKAGE.parse(JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8"))).version;
}
