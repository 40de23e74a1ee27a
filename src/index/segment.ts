import { NO_ARTICLE, blockCount, entryOf } from "./blocks.ts";
import type { PackedStrings } from "./packed-strings.ts";

/** Terms of an average sentence and an average title; 0 where there is none. */
export interface AverageLengths {
  readonly sentence: number;
  readonly title: number;
}

/**
 * An inverted index over the sentences of some articles, in typed arrays only: built once, never changed, written to and
 * read from a snapshot as it is. See `blocks.ts` for slots, blocks and positions; articles are numbered from 0.
 *
 * A term's postings are grouped by block. A *pair* is a term and a block in which it scores: `pairBlock`, `pairBound` and
 * `pairSize` have an entry for each, pairs in order of term, then block; the postings of all pairs follow each other.
 */
export interface Segment {
  /** Averages that the bounds were computed with. */
  readonly averages: AverageLengths;
  readonly terms: PackedStrings;
  /** Term → its first pair; one entry more than terms. */
  readonly pairStart: Uint32Array;
  /** Term → in how many sentences it stands. */
  readonly sentenceFrequency: Uint32Array;
  /** Term → the highest bound of its pairs. */
  readonly termBound: Uint8Array;
  /** Pair → its block. */
  readonly pairBlock: Uint16Array;
  /** Pair → an upper bound of the term's saturated frequency in any sentence of the block, in 255ths. */
  readonly pairBound: Uint8Array;
  /** Pair → how many postings it has, 0 to 32, and {@link IN_TITLE} where an article of the block has the term in its title. */
  readonly pairSize: Uint8Array;
  /** Every 16th pair → its first posting. */
  readonly postingStart: Uint32Array;
  /** Posting → position in the block and frequency in one byte, see `posting.ts`. */
  readonly postings: Uint8Array;
  /** Postings with a frequency of 8 or more, in rising order, and their frequencies. */
  readonly frequentPosting: Uint32Array;
  readonly frequentFrequency: Uint16Array;
  /** Term → its first title posting; one entry more than terms. */
  readonly titleStart: Uint32Array;
  /** Title posting → its article; rising within a term. */
  readonly titleArticle: Uint32Array;
  readonly titleFrequency: Uint16Array;
  /** Article → terms in its title. */
  readonly titleLength: Uint16Array;
  /** Article → slot of its first sentence, and the slot after its last. */
  readonly articleStart: Uint32Array;
  readonly articleEnd: Uint32Array;
  /** Slot → terms in the sentence; one entry more at either end. */
  readonly sentenceLength: Uint16Array;
  /** Slot → where the sentence begins in its article's body, how long it is, and its paragraph; as above. */
  readonly sentenceStart: Uint32Array;
  readonly sentenceSize: Uint16Array;
  readonly sentenceParagraph: Uint32Array;
  /** The words as written, case and accents aside, and how often each occurs: what spellings are corrected to. */
  readonly words: PackedStrings;
  readonly wordCount: Uint32Array;
}

/** Steps of `pairBound`: a bound is rounded up to the next. */
export const BOUND_STEPS = 255;
/** Flag of `pairSize`: the term stands in the title of an article that reaches into the block. */
export const IN_TITLE = 0x80;
/** Mask of the number of postings in `pairSize`. */
export const PAIR_POSTINGS = 0x7f;
/** One in so many pairs tells where its postings begin; for the others the sizes in between are added up. */
export const PAIRS_PER_START = 16;

export function slotCount({ sentenceLength }: Segment): number {
  return sentenceLength.length - 2;
}

export function segmentBlocks(segment: Segment): number {
  return blockCount(slotCount(segment));
}

/** Slot → article, with one entry more at either end: {@link NO_ARTICLE} there and for slots left free. */
export function articlesBySlot(starts: Uint32Array, ends: Uint32Array, slots: number): Uint32Array {
  const articleOf = new Uint32Array(slots + 2).fill(NO_ARTICLE);
  for (const [article, start] of starts.entries()) {
    articleOf.fill(article, entryOf(start), entryOf(ends[article] ?? start));
  }
  return articleOf;
}

/** Number of a pair's first posting. */
export function firstPosting({ postingStart, pairSize }: Segment, pair: number): number {
  const near = Math.floor(pair / PAIRS_PER_START);
  let posting = postingStart[near] ?? 0;
  for (let before = near * PAIRS_PER_START; before < pair; before += 1) {
    posting += (pairSize[before] ?? 0) & PAIR_POSTINGS;
  }
  return posting;
}

/** The pair of a term and a block, or −1: bisection over the term's pairs, from `start` up to `end`. */
export function findPair({ pairBlock }: Segment, start: number, end: number, block: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pairBlock[middle] ?? 0) < block) low = middle + 1;
    else high = middle;
  }
  return low < end && pairBlock[low] === block ? low : -1;
}

/** Where the postings of every 16th pair begin, from the sizes of all. */
export function postingStarts(pairSize: Uint8Array): Uint32Array {
  const starts = new Uint32Array(Math.ceil(pairSize.length / PAIRS_PER_START));
  let posting = 0;
  for (const [pair, size] of pairSize.entries()) {
    if (pair % PAIRS_PER_START === 0) starts[pair / PAIRS_PER_START] = posting;
    posting += size & PAIR_POSTINGS;
  }
  return starts;
}
