import type { Problem } from "../domain/problem.ts";
import { findHiddenCharacters } from "./characters.ts";
import { corpusLimits } from "./limits.ts";

/**
 * What is wrong with a body.
 * @param line line of the file on which the body begins; @param perLine whether its lines are lines of the file
 */
export function checkBody(body: string, file: string, line: number, perLine: boolean): readonly Problem[] {
  const place = { file, field: perLine ? null : "text" };
  if (body.trim() === "") return [{ ...place, severity: "error", line, detail: { id: "body-empty" } }];
  const problems: Problem[] = [];
  if (body.length > corpusLimits.bodyLength) {
    const detail = { id: "body-too-long", length: body.length, limit: corpusLimits.bodyLength } as const;
    problems.push({ ...place, severity: "error", line, detail });
  }
  for (const { severity, offset, detail } of findHiddenCharacters(body, ["\n", "\t"])) {
    const below = perLine ? body.slice(0, offset).split("\n").length - 1 : 0;
    problems.push({ ...place, severity, line: line + below, detail });
  }
  return problems;
}
