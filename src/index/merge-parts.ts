import { type IndexPart, type TermFrequency, type Withdrawn, createPart } from "./index-part.ts";
import { addTotals } from "./length-totals.ts";
import { mergeSegments } from "./merge-segments.ts";

/** Joins parts into one, in order, with all that is withdrawn from them. */
export function mergeParts(parts: readonly IndexPart[]): IndexPart {
  return {
    ...createPart(mergeSegments(parts.map(({ segment }) => segment)), []),
    articles: parts.flatMap(({ articles }) => articles),
    withdrawn: parts.map(({ withdrawn }) => withdrawn).reduce((a, b) => addWithdrawn(a, b)),
  };
}

/** What was withdrawn at two times, or from two parts that are now one. */
export function addWithdrawn(a: Withdrawn, b: Withdrawn): Withdrawn {
  const terms = new Map<string, TermFrequency>(a.terms);
  for (const [term, { sentences, titles }] of b.terms) {
    const before = terms.get(term);
    terms.set(term, { sentences: sentences + (before?.sentences ?? 0), titles: titles + (before?.titles ?? 0) });
  }
  const words = new Map(a.words);
  for (const [word, count] of b.words) words.set(word, count + (words.get(word) ?? 0));
  return { totals: addTotals(a.totals, b.totals), terms, words };
}
