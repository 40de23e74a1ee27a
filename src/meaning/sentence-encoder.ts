/** Gives texts directions of their own: texts that say the same point alike, whatever their words. */
export interface SentenceEncoder {
  /** Names model and weights: vectors of another are not comparable. */
  readonly version: string;
  readonly dimensions: number;
  /**
   * A vector for each text, `dimensions` numbers of length {@link LENGTH} but for rounding, so that the dot product of two is
   * their cosine over `COSINE_PER_DOT` of `sentence-vector.ts`.
   *
   * @throws the signal's reason once it fires, and whatever the model fails with
   */
  encode(texts: readonly string[], signal?: AbortSignal): Promise<readonly Int8Array[]>;
}

/** Euclidean length of a vector: no number can exceed it, so none is ever cut. */
const LENGTH = 127;

/** A direction as {@link SentenceEncoder} gives it; all zeros for one of no length. */
export function unitVector(direction: Float32Array): Int8Array {
  let squares = 0;
  for (const value of direction) squares += value * value;
  const scale = squares > 0 ? LENGTH / Math.sqrt(squares) : 0;
  return Int8Array.from(direction, (value) => Math.round(scale * value));
}
