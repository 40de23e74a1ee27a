import { BOUND_STEPS, type Segment, segmentBlocks } from "../index/segment.ts";
import type { PartConcept, PartQueryTerm } from "./part-query.ts";

/**
 * What a query can score in each block of a segment at most: for every concept the best of its alternatives, for every
 * alternative the sum of its terms' bounds, added up over the concepts. Block-max pruning over fixed ranges: Mallia, Suel
 * and Tonellotto, "Faster learned sparse retrieval with block-max pruning", SIGIR 2024; the bounds are those of Ding and
 * Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011.
 */
export class BlockBounds {
  readonly #segment: Segment;
  /** Block → bound. */
  readonly bounds: Float64Array;
  /** For a concept with several alternatives: the best so far, and the one being added up. */
  readonly #best: Float64Array;
  readonly #sum: Float64Array;

  constructor(segment: Segment) {
    const blocks = segmentBlocks(segment);
    this.#segment = segment;
    this.bounds = new Float64Array(blocks);
    this.#best = new Float64Array(blocks);
    this.#sum = new Float64Array(blocks);
  }

  /** @param slack factor by which the segment's bounds must be raised to hold at present, 1 or more */
  compute(concepts: readonly PartConcept[], slack: number): void {
    this.bounds.fill(0);
    for (const { alternatives } of concepts) {
      const [only] = alternatives;
      if (alternatives.length === 1 && only !== undefined) {
        for (const term of only) this.#add(term, slack, this.bounds);
      } else {
        this.#addBest(alternatives, slack);
      }
    }
  }

  #add({ pairStart, pairEnd, asked }: PartQueryTerm, slack: number, to: Float64Array): void {
    const { pairBlock, pairBound } = this.#segment;
    const step = (asked.maximum * slack) / BOUND_STEPS;
    for (let pair = pairStart; pair < pairEnd; pair += 1) {
      const block = pairBlock[pair] ?? 0;
      to[block] = (to[block] ?? 0) + step * (pairBound[pair] ?? 0);
    }
  }

  #addBest(alternatives: PartConcept["alternatives"], slack: number): void {
    const { pairBlock } = this.#segment;
    for (const terms of alternatives) {
      for (const term of terms) this.#add(term, slack, this.#sum);
      for (const { pairStart, pairEnd } of terms) {
        for (let pair = pairStart; pair < pairEnd; pair += 1) {
          const block = pairBlock[pair] ?? 0;
          this.#best[block] = Math.max(this.#best[block] ?? 0, this.#sum[block] ?? 0);
          this.#sum[block] = 0;
        }
      }
    }
    for (const { pairStart, pairEnd } of alternatives.flat()) {
      for (let pair = pairStart; pair < pairEnd; pair += 1) {
        const block = pairBlock[pair] ?? 0;
        this.bounds[block] = (this.bounds[block] ?? 0) + (this.#best[block] ?? 0);
        this.#best[block] = 0;
      }
    }
  }
}
