import type { AverageLengths, Segment } from "./segment.ts";

/** How many texts there are and how many terms they have in all: what averages are made of. */
export interface LengthTotals {
  readonly sentences: number;
  readonly sentenceTerms: number;
  readonly titles: number;
  readonly titleTerms: number;
}

/** Of no text at all. */
export const NO_TOTALS: LengthTotals = Object.freeze({ sentences: 0, sentenceTerms: 0, titles: 0, titleTerms: 0 });

/** Averages of texts with these totals. */
export function averageLengths({ sentences, sentenceTerms, titles, titleTerms }: LengthTotals): AverageLengths {
  return {
    sentence: sentences === 0 ? 0 : sentenceTerms / sentences,
    title: titles === 0 ? 0 : titleTerms / titles,
  };
}

/** @param sign 1 to add, −1 to take off */
export function addTotals(a: LengthTotals, b: LengthTotals, sign: 1 | -1 = 1): LengthTotals {
  return {
    sentences: a.sentences + sign * b.sentences,
    sentenceTerms: a.sentenceTerms + sign * b.sentenceTerms,
    titles: a.titles + sign * b.titles,
    titleTerms: a.titleTerms + sign * b.titleTerms,
  };
}

export function totalsOf({ articleStart, articleEnd, sentenceLength, titleLength }: Segment): LengthTotals {
  let sentences = 0;
  for (const [article, start] of articleStart.entries()) sentences += (articleEnd[article] ?? start) - start;
  return {
    sentences,
    sentenceTerms: sum(sentenceLength),
    titles: titleLength.length,
    titleTerms: sum(titleLength),
  };
}

function sum(numbers: Uint16Array): number {
  let total = 0;
  // There are as many as sentences, and a start waits for it: an index is several times as quick as an iterator.
  for (let index = 0; index < numbers.length; index += 1) total += numbers[index] ?? 0;
  return total;
}
