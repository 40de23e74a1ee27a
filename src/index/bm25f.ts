/**
 * BM25F, the field-weighted form of BM25: a term's frequencies in the fields of a document are weighted, normalised by
 * length and added *before* they saturate, so that a word in the title and in the sentence does not count twice in full.
 *
 * Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004; the idf is the
 * non-negative variant that Lucene uses.
 */

export type Field = "sentence" | "neighbours" | "title";

export interface Bm25fParameters {
  /** How fast repeated occurrences of a term stop adding to the score. */
  readonly k1: number;
  /** How much a longer text than average is held against it, 0 (not at all) to 1 (in full). */
  readonly b: number;
  /** What an occurrence in each field is worth. */
  readonly weights: Readonly<Record<Field, number>>;
}

/** k1 and b suit sentences, which are short and seldom repeat a word: lower than the usual 1.2 and .75. */
export const DEFAULT_BM25F: Bm25fParameters = Object.freeze({
  k1: 0.9,
  b: 0.4,
  weights: Object.freeze({ sentence: 1, neighbours: 0.2, title: 0.5 }),
});

/**
 * Inverse document frequency: how telling a term is.
 *
 * @param count number of documents in the collection
 * @param matching number of documents that hold the term, 0 to `count`
 * @returns a number > 0, larger for rarer terms
 */
export function inverseDocumentFrequency(count: number, matching: number): number {
  return Math.log(1 + (count - matching + 0.5) / (matching + 0.5));
}

/** What a term's frequency in a field is divided by: 1 for a field of average length, more for a longer one. */
export function lengthNorm(length: number, averageLength: number, b: number): number {
  return averageLength === 0 ? Number.POSITIVE_INFINITY : 1 - b + (b * length) / averageLength;
}

/** Turns a weighted frequency into a number from 0 to 1 that grows ever more slowly. */
export function saturate(weightedFrequency: number, k1: number): number {
  return weightedFrequency / (k1 + weightedFrequency);
}
