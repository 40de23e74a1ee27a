/** Fitted word vectors: `vectors[row · dimensions …]`, whose length is the word's weight. */
export interface FittedWords {
  readonly dimensions: number;
  readonly vectors: Float32Array;
}
