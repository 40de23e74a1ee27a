import type { Correction } from "../../domain/answer.ts";
import type { Words } from "../../domain/words.ts";
import { cut } from "../text/cut.ts";
import { quietLines } from "../text/markdown.ts";
import { readAs } from "../text/words.ts";

const MAX_CORRECTIONS = 3;
const MAX_WORD = 40;

/** How a topic was read where its spelling was taken for another, in small print. */
export function readingLines(words: Words, corrections: readonly Correction[]): string {
  const shown = corrections.slice(0, MAX_CORRECTIONS);
  return quietLines(shown.map(({ asked, read }) => readAs(words, cut(asked, MAX_WORD), cut(read, MAX_WORD))));
}
