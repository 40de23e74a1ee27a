import { DEFAULT_BM25F } from "./bm25f.ts";
import type { TermFrequency, Withdrawn } from "./index-part.ts";
import { averageLengths } from "./length-totals.ts";
import { countStrings, stringAt } from "./packed-strings.ts";
import type { SegmentBuilder } from "./segment-builder.ts";

/**
 * What articles take with them. A segment tells which articles hold a term, not which terms an article holds, so those that
 * go are analysed once more.
 *
 * @param gone the analysis of the articles that go
 */
export function withdrawnBy(gone: SegmentBuilder): Withdrawn {
  const totals = gone.totals();
  const segment = gone.build(averageLengths(totals), DEFAULT_BM25F);
  const terms = new Map<string, TermFrequency>();
  for (let number = 0; number < countStrings(segment.terms); number += 1) {
    terms.set(stringAt(segment.terms, number), {
      sentences: segment.sentenceFrequency[number] ?? 0,
      titles: (segment.titleStart[number + 1] ?? 0) - (segment.titleStart[number] ?? 0),
    });
  }
  const words = new Map<string, number>();
  for (const [number, count] of segment.wordCount.entries()) words.set(stringAt(segment.words, number), count);
  return { totals, terms, words };
}
