import { mixed, runHashesOf, wordHashesOf } from "./word-hashes.ts";

/** Words of a shingle: long enough that names and set phrases seldom make one (Broder 1997 takes 10, and 5 for short texts). */
const SHINGLE_WORDS = 5;
/** Hash functions of a signature. */
export const SIGNATURE_LENGTH = 128;
/** Characters of a text that are compared. */
const MAX_TEXT = 100_000;

/** What of a text is needed to tell how far another says the same in the same words. */
export interface TextSketch {
  /** Hashes of its shingles, ascending, each once. */
  readonly shingles: Uint32Array;
  /** MinHash of them: the share of places at which two signatures agree estimates the Jaccard similarity (Broder 1997). */
  readonly signature: Uint32Array;
}

/** How far two texts say the same in the same words, 0 to 1 each. */
export interface Resemblance {
  /** Shingles in both, of those in either: Jaccard similarity. */
  readonly jaccard: number;
  /** Shingles in both, of those of the text that has fewer. */
  readonly containment: number;
}

export function sketchOf(text: string): TextSketch {
  const shingles = Uint32Array.from(new Set(runHashesOf(wordHashesOf(text.slice(0, MAX_TEXT)), SHINGLE_WORDS))).sort();
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(0xffffffff);
  for (let place = 0; place < SIGNATURE_LENGTH; place += 1) {
    // Seeds are fixed: the same text has the same signature, whenever and wherever.
    const seed = mixed(place + 1);
    let least = 0xffffffff;
    for (const shingle of shingles) {
      const hash = mixed(shingle ^ seed);
      if (hash < least) least = hash;
    }
    signature[place] = least;
  }
  return { shingles, signature };
}

/** Exact but for hashes that meet by chance, one pair of shingles in four thousand million. */
export function resemblanceOf({ shingles: own }: TextSketch, { shingles: its }: TextSketch): Resemblance {
  let common = 0;
  let at = 0;
  for (const shingle of own) {
    while ((its[at] ?? Infinity) < shingle) at += 1;
    if (its[at] === shingle) common += 1;
  }
  const fewer = Math.min(own.length, its.length);
  if (fewer === 0) return { jaccard: 0, containment: 0 };
  return { jaccard: common / (own.length + its.length - common), containment: common / fewer };
}
