import type { WordVectors } from "./word-vectors.ts";

/** Words whose cosines are remembered: those of a few questions, a number for each word of the table. */
const MAX_REMEMBERED = 64;
/** Added to what is known, so that 0 stands for what is not. */
const KNOWN = 2;

interface Row {
  readonly direction: Float32Array;
  /** By row of the table, {@link KNOWN} added. */
  readonly cosines: Float32Array;
}

/** Cosines between the words of questions and all others, each worked out once: questions come back to the same words. */
export class WordCosines {
  readonly #vectors: WordVectors;
  /** The words asked last, the latest at the end. */
  readonly #rows = new Map<number, Row>();

  constructor(vectors: WordVectors) {
    this.#vectors = vectors;
  }

  /** Cosines of one word of a question with any other, by their rows; −1 to 1. */
  of(asked: number): (row: number) => number {
    const { direction, cosines } = this.#rowOf(asked);
    return (row) => {
      const known = cosines[row] ?? 0;
      if (known > 0) return known - KNOWN;
      cosines[row] = this.#vectors.project(row, direction) + KNOWN;
      // Read back, so that it is rounded the first time as it is ever after.
      return (cosines[row] ?? KNOWN) - KNOWN;
    };
  }

  #rowOf(asked: number): Row {
    const row = this.#rows.get(asked) ?? {
      direction: directionOf(this.#vectors, asked),
      cosines: new Float32Array(this.#vectors.size),
    };
    this.#rows.delete(asked);
    this.#rows.set(asked, row);
    const [oldest] = this.#rows.keys();
    if (this.#rows.size > MAX_REMEMBERED && oldest !== undefined) this.#rows.delete(oldest);
    return row;
  }
}

/** The direction of a word at length 1; all zeros where the table lacks it. */
export function directionOf(vectors: WordVectors, row: number): Float32Array {
  const norm = row < 0 || row >= vectors.size ? 0 : vectors.norm(row);
  if (norm === 0) return new Float32Array(vectors.dimensions);
  return Float32Array.from(vectors.vector(row), (value) => value / norm);
}
