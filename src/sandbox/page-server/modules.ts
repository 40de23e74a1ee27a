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
  const source = await readFile(fileURLToPath(import.meta.resolve(name)), "utf8");
  return withServedImports(source);
}

/**
 * Browsers do not know packages by name, and a strict content security policy allows no import map in the page, so names
 * become paths: `from "preact"` is served as `from "/modules/preact.js"`.
 */
export function withServedImports(source: string): string {
  return source.replaceAll(
    /(\bfrom\s*|\bimport\s*)(["'])(preact(?:\/[a-z-]+)?)\2/g,
    (whole, before: string, quote: string, name: string) => {
      const served = modules.get(name);
      return served === undefined ? whole : `${before}${quote}${served}${quote}`;
    },
  );
}
