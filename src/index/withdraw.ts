import { DEFAULT_BM25F } from "./bm25f.ts";
import type { TermFrequency, Withdrawn } from "./index-part.ts";
import { addTotals, averageLengths } from "./length-totals.ts";
import { countStrings, stringAt } from "./packed-strings.ts";
import type { SegmentBuilder } from "./segment-builder.ts";

/**
 * Adds to what is withdrawn from a part. A segment tells which articles hold a term, not which terms an article holds, so
 * those that go are analysed once more.
 *
 * @param gone the analysis of the articles that go
 */
export function withdraw({ totals, terms, words }: Withdrawn, gone: SegmentBuilder): Withdrawn {
  const taken = gone.totals();
  const segment = gone.build(averageLengths(taken), DEFAULT_BM25F);
  const allTerms = new Map<string, TermFrequency>(terms);
  for (let number = 0; number < countStrings(segment.terms); number += 1) {
    const term = stringAt(segment.terms, number);
    const before = terms.get(term);
    const titles = (segment.titleStart[number + 1] ?? 0) - (segment.titleStart[number] ?? 0);
    allTerms.set(term, {
      sentences: (before?.sentences ?? 0) + (segment.sentenceFrequency[number] ?? 0),
      titles: (before?.titles ?? 0) + titles,
    });
  }
  const allWords = new Map(words);
  for (const [number, count] of segment.wordCount.entries()) {
    const word = stringAt(segment.words, number);
    allWords.set(word, (words.get(word) ?? 0) + count);
  }
  return { totals: addTotals(totals, taken), terms: allTerms, words: allWords };
}
