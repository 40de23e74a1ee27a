import type { Span } from "../domain/sentence.ts";
import type { AskedWord } from "./asked-words.ts";
import type { Language } from "./languages/language.ts";

/** The words of a question in another language that carry no idea. Within a name, small words belong to it. */
export function functionWords(
  language: Language,
  words: readonly AskedWord[],
  names: readonly Span[],
): readonly Span[] {
  return words.filter(
    ({ folded, start, end }) =>
      language.functions.has(folded) && !names.some((name) => name.start <= start && name.end >= end),
  );
}

const WORD_BETWEEN = /[\p{L}\p{N}%]/u;

/** Spans of a text in order; those that no word stands between are one. */
export function united(text: string, spans: readonly (Span | null)[]): readonly Span[] {
  const result: { start: number; end: number }[] = [];
  for (const span of spans.filter((one) => one !== null).toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && !WORD_BETWEEN.test(text.slice(last.end, span.start)))
      last.end = Math.max(last.end, span.end);
    else result.push({ start: span.start, end: span.end });
  }
  return result;
}
