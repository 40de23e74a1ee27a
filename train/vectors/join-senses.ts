import type { FittedWords } from "./fit.ts";

/**
 * Words with numbers of a second source behind their own: their direction tells both, and the cosine of two texts is about the
 * mean of the two cosines, weighted by 1 and `share` squared.
 *
 * @param second as many rows; a row of zeros adds nothing
 * @param share length of the second part beside a first part of length 1
 */
export function joinSenses(first: FittedWords, second: FittedWords, share: number): FittedWords {
  const dimensions = first.dimensions + second.dimensions;
  const count = first.vectors.length / first.dimensions;
  const vectors = new Float32Array(count * dimensions);
  for (let row = 0; row < count; row += 1) {
    const own = first.vectors.subarray(row * first.dimensions, (row + 1) * first.dimensions);
    const other = second.vectors.subarray(row * second.dimensions, (row + 1) * second.dimensions);
    const ownLength = Math.hypot(...own);
    const otherLength = Math.hypot(...other);
    vectors.set(own, row * dimensions);
    if (otherLength === 0) continue;
    const factor = (share * ownLength) / otherLength;
    vectors.set(
      other.map((value) => factor * value),
      row * dimensions + first.dimensions,
    );
  }
  return { dimensions, vectors };
}
