import type { Answer } from "../../domain/answer.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { explanationParts } from "./explanation.ts";

/** Why a question got its answer, as plain text for a terminal; empty for a question that could not be looked up. */
export function explanationText(words: Words, answer: Answer): string {
  if (answer.status === "unusable-question") return "";
  return explanationParts(words, answer)
    .map(({ heading, lines }) => [heading, ...lines.map((line) => `  ${cleanText(line)}`)].join("\n"))
    .join("\n\n");
}
