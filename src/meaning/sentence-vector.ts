import type { WordVectors } from "./word-vectors.ts";

/** Euclidean length of every {@link sentenceVector} that is not zero: no number can exceed it, so none is ever cut. */
const LENGTH = 127;

/** Turns the dot product of two sentence vectors into the cosine between them, −1 to 1 but for rounding. */
export const COSINE_PER_DOT = 1 / LENGTH ** 2;

/**
 * Meaning of a text from the rows of its words: the sum of their directions, each of length 1, by weight (Arora, Liang and
 * Ma, ICLR 2017), then scaled to one length for all, so that the dot product of two is their cosine over
 * {@link COSINE_PER_DOT}. All zeros where no word is known; rows that the table does not have count for nothing.
 */
export function sentenceVector(vectors: WordVectors, rows: Iterable<number>): Int8Array {
  const { dimensions } = vectors;
  const sum = new Float64Array(dimensions);
  for (const row of rows) {
    const norm = row >= 0 && row < vectors.size ? vectors.norm(row) : 0;
    if (norm > 0) vectors.addTo(sum, row, vectors.weight(row) / norm);
  }
  // Plain loops: this is done for every sentence that is compared.
  let squares = 0;
  for (let at = 0; at < dimensions; at += 1) squares += (sum[at] ?? 0) ** 2;
  const scale = squares > 0 ? LENGTH / Math.sqrt(squares) : 0;
  const vector = new Int8Array(dimensions);
  for (let at = 0; at < dimensions; at += 1) vector[at] = Math.round(scale * (sum[at] ?? 0));
  return vector;
}
