import type { Span } from "../domain/sentence.ts";
import type { Query } from "./query.ts";
import type { SentenceIndex } from "./sentence-index.ts";

/** Where in a text the words of a query stand: in order, not overlapping, as offsets into the text. */
export function matchSpans(index: SentenceIndex, query: Query, text: string): readonly Span[] {
  const wanted = new Set(
    query.concepts.flatMap(({ alternatives }) =>
      alternatives.flat().flatMap(({ term, how }) => (how === "meaning" ? [] : [term])),
    ),
  );
  const spans: { readonly start: number; end: number }[] = [];
  const found = index.analyzer
    .analyze(text)
    .filter((term) => wanted.has(term.term))
    .toSorted((a, b) => a.start - b.start);
  for (const { start, end } of found) {
    const last = spans.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
