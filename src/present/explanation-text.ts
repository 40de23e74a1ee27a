import type { Answer } from "../domain/answer.ts";
import { cleanText } from "./clean.ts";
import { explanationParts } from "./explanation.ts";

/** Why a question got its answer, as plain text for a terminal; empty for a question that could not be looked up. */
export function explanationText(answer: Answer): string {
  if (answer.status === "unusable-question") return "";
  return explanationParts(answer)
    .map(({ heading, lines }) => [heading, ...lines.map((line) => `  ${cleanText(line)}`)].join("\n"))
    .join("\n\n");
}
