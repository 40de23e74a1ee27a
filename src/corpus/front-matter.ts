import type { ProblemDetail } from "../domain/problem.ts";
import type { Result } from "../domain/result.ts";

/** A file's two halves. */
export interface FrontMatter {
  /** What stands between the two `---` lines; it begins on line 2. */
  readonly yaml: string;
  /** What follows, without blank lines at either end. */
  readonly body: string;
  /** Line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number;
}

/**
 * Parts front matter from body. Only YAML between plain `---` lines is read: a language named after the dashes
 * (`---js`) is refused, since other readers of such files run it.
 * @param text the file, its line ends already `\n`
 */
export function splitFrontMatter(text: string): Result<FrontMatter, ProblemDetail> {
  const lines = text.split("\n");
  const opening = lines[0]?.trimEnd() ?? "";
  if (opening === "+++") return { ok: false, error: { id: "front-matter-language", language: "toml" } };
  const language = /^---[ \t]*([A-Za-z]\w*)/u.exec(opening)?.[1];
  if (language !== undefined) return { ok: false, error: { id: "front-matter-language", language } };
  if (opening !== "---") return { ok: false, error: { id: "front-matter-missing" } };
  const closing = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (closing === -1) return { ok: false, error: { id: "front-matter-unclosed" } };
  const isText = (line: string) => line.trim() !== "";
  const first = lines.findIndex((line, index) => index > closing && isText(line));
  const body = first === -1 ? "" : lines.slice(first, lines.findLastIndex(isText) + 1).join("\n");
  const bodyLine = (first === -1 ? closing + 1 : first) + 1;
  return { ok: true, value: { yaml: lines.slice(1, closing).join("\n"), body, bodyLine } };
}
