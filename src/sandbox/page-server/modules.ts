import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** The libraries the page imports by name, and where the sandbox serves them. */
const modules: ReadonlyMap<string, string> = new Map([
  ["preact", "/modules/preact.js"],
  ["preact/hooks", "/modules/preact-hooks.js"],
  ["preact/jsx-runtime", "/modules/preact-jsx-runtime.js"],
]);

/** @returns the source of a library's module, or null where the path is none. Reads it from the installed package. */
export async function readModule(path: string): Promise<string | null> {
  const name = [...modules].find(([, served]) => served === path)?.[0];
  if (name === undefined) return null;
  return readFile(fileURLToPath(import.meta.resolve(name)), "utf8");
}
