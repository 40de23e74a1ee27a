import type { Article } from "../domain/article.ts";
import { type LengthTotals, NO_TOTALS, addTotals, totalsOf } from "./length-totals.ts";
import { slotCount, type Segment, articlesBySlot } from "./segment.ts";

/** What articles withdrawn from a part took with them: to be taken off every count. */
export interface Withdrawn {
  readonly totals: LengthTotals;
  readonly terms: ReadonlyMap<string, TermFrequency>;
  readonly words: ReadonlyMap<string, number>;
}

/** In how many sentences and titles a term stands. */
export interface TermFrequency {
  readonly sentences: number;
  readonly titles: number;
}

/** A segment with the articles it was built from, less those withdrawn or changed since. */
export interface IndexPart {
  readonly segment: Segment;
  /** Number of the article in the segment → the article, or null where it is no longer there. */
  readonly articles: readonly (Article | null)[];
  readonly withdrawn: Withdrawn;
  /** By slot, with one entry more at either end. */
  readonly articleOf: Uint32Array;
  /** Of the whole segment, what is withdrawn included. */
  readonly totals: LengthTotals;
}

const NOTHING_WITHDRAWN: Withdrawn = Object.freeze({
  totals: NO_TOTALS,
  terms: new Map(),
  words: new Map(),
});

/** A part nothing is withdrawn from. @param articles those the segment was built from, in the same order */
export function createPart(segment: Segment, articles: readonly Article[]): IndexPart {
  const articleOf = articlesBySlot(segment.articleStart, segment.articleEnd, slotCount(segment));
  return { segment, articles, withdrawn: NOTHING_WITHDRAWN, articleOf, totals: totalsOf(segment) };
}

/** Of what is not withdrawn. */
export function liveTotals({ totals, withdrawn }: IndexPart): LengthTotals {
  return addTotals(totals, withdrawn.totals, -1);
}
