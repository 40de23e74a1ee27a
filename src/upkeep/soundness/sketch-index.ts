import { SIGNATURE_LENGTH, type TextSketch } from "./text-sketch.ts";
import { mixed } from "./word-hashes.ts";

/**
 * Rows of a band. With 64 bands of 2, texts with a Jaccard similarity of .3 meet in some band with a probability of .998,
 * with .2 of .93, with .1 of .47, with .01 of .006 (Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, ch. 3).
 */
const ROWS = 2;
const BANDS = SIGNATURE_LENGTH / ROWS;
/**
 * How many of a bucket a text is compared with, the latest ones. A formula under every article of an outlet puts them all
 * into one bucket; what else a pair has in common brings it together in others.
 */
const MAX_OF_BUCKET = 8;
const NONE = -1;

/** Finds, among many texts, those that may resemble another, without looking at all: locality-sensitive hashing. */
export class SketchIndex {
  readonly #sketches: TextSketch[] = [];
  /** By band: what the signature holds there → the latest text with it. */
  readonly #latest = Array.from({ length: BANDS }, () => new Map<number, number>());
  /** By text and band: the text before it in the same bucket. */
  readonly #before: Int32Array[] = [];

  /** @returns the text's number: 0, 1, 2 … */
  add(sketch: TextSketch): number {
    const number = this.#sketches.length;
    const before = new Int32Array(BANDS).fill(NONE);
    for (const [band, latest] of this.#latest.entries()) {
      const key = bandKey(sketch, band);
      before[band] = latest.get(key) ?? NONE;
      latest.set(key, number);
    }
    this.#sketches.push(sketch);
    this.#before.push(before);
    return number;
  }

  sketch(number: number): TextSketch | undefined {
    return this.#sketches[number];
  }

  /** Numbers of texts that were added and may resemble this one. */
  candidates(sketch: TextSketch): ReadonlySet<number> {
    const found = new Set<number>();
    // A text without shingles has the same signature as every other one.
    if (sketch.shingles.length === 0) return found;
    for (const [band, latest] of this.#latest.entries()) {
      let number = latest.get(bandKey(sketch, band)) ?? NONE;
      for (let seen = 0; number !== NONE && seen < MAX_OF_BUCKET; seen += 1) {
        found.add(number);
        number = this.#before[number]?.[band] ?? NONE;
      }
    }
    return found;
  }
}

function bandKey({ signature }: TextSketch, band: number): number {
  let key = 0;
  for (let row = 0; row < ROWS; row += 1) key = mixed(Math.imul(key, 31) + (signature[band * ROWS + row] ?? 0));
  return key;
}
