import type { Span } from "../domain/sentence.ts";
import type { AskedWord } from "./asked-words.ts";
import type { Language } from "./languages/language.ts";
import type { QuestionKind } from "./question.ts";

/** Reads the kind off a question in another language: by the first phrase in it that asks. */
export function foreignKind(
  language: Language,
  words: readonly AskedWord[],
  asks: boolean,
): { readonly kind: QuestionKind; readonly asking: Span | null } {
  const greeted = words.findIndex(({ folded }) => !language.greetings.has(folded));
  const start = Math.max(greeted, 0);
  const opening = language.opens.longestAt(words, start);
  const first = language.asks.longestAt(words, start);
  if (opening !== null && (first === null || first.length < opening.length)) {
    return { kind: "yes-no", asking: spanOf(words, start, opening.length) };
  }
  for (let index = 0; index < words.length; index += 1) {
    const found = language.asks.longestAt(words, index);
    if (found !== null) return { kind: found.value, asking: spanOf(words, index, found.length) };
  }
  return { kind: asks && words.length > 2 ? "yes-no" : "other", asking: null };
}

function spanOf(words: readonly AskedWord[], index: number, length: number): Span | null {
  const first = words[index];
  const last = words[index + length - 1];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
