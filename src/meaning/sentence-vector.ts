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
  const sum = new Float64Array(vectors.dimensions);
  for (const row of rows) {
    const norm = row >= 0 && row < vectors.size ? vectors.norm(row) : 0;
    if (norm === 0) continue;
    const factor = vectors.weight(row) / norm;
    const vector = vectors.vector(row);
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + factor * (vector[at] ?? 0);
  }
  let squares = 0;
  for (const value of sum) squares += value * value;
  const scale = squares > 0 ? LENGTH / Math.sqrt(squares) : 0;
  return Int8Array.from(sum, (value) => Math.round(scale * value));
}
