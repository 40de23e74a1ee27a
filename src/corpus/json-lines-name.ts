import { extname } from "node:path";

/** Whether a file's name says that it holds JSON Lines. */
export function isJsonLinesName(path: string): boolean {
  return [".jsonl", ".ndjson"].includes(extname(path).toLowerCase());
}
