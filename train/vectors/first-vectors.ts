import type { FittedWords } from "./fit.ts";
import type { ListedWord } from "./word-list.ts";

/** Arora, Liang and Ma's a: from about this share of running text on a word weighs little. */
const HALF_SHARE = 3e-4;

/**
 * What can be said of words without looking at texts: the direction of each by itself, as long as its smooth inverse
 * frequency, a / (a + share) (Arora, Liang and Ma, ICLR 2017).
 */
export function firstVectors(words: readonly ListedWord[], directions: Float32Array): FittedWords {
  const dimensions = directions.length / words.length;
  const vectors = new Float32Array(directions.length);
  for (const [row, { logFrequency }] of words.entries()) {
    const direction = directions.subarray(row * dimensions, (row + 1) * dimensions);
    const weight = HALF_SHARE / (HALF_SHARE + Math.exp(logFrequency));
    const length = Math.hypot(...direction);
    if (length > 0)
      vectors.set(
        direction.map((value) => (weight * value) / length),
        row * dimensions,
      );
  }
  return { dimensions, vectors };
}
