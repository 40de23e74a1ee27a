import { BOUND_STEPS, type Segment, findPair, segmentBlocks } from "../index/segment.ts";
import type { PartConcept, PartQueryTerm } from "./part-query.ts";

/** Finding one pair takes about as long as going through so many. */
const LOOKUP_COST = 16;

/**
 * What a query can score in the blocks of a segment at most: for every concept the best of its alternatives, for every
 * alternative the sum of its terms' bounds, added up over the concepts. Ranges of sentences with bounds of their own: Ding
 * and Suel, "Faster top-k document retrieval using block-max indexes", SIGIR 2011; Mallia, Suel and Tonellotto, "Faster
 * learned sparse retrieval with block-max pruning", SIGIR 2024.
 */
export class BlockBounds {
  readonly #segment: Segment;
  /** Factor by which the segment's bounds must be raised to hold at present, 1 or more, in steps of a bound. */
  readonly #step: number;
  /** Block → the bounds of the concepts that were added, summed. */
  readonly sums: Float64Array;
  /** For a concept with several alternatives: the best so far, and the one being added up. */
  readonly #best: Float64Array;
  readonly #sum: Float64Array;

  /** @param slack factor by which the segment's bounds must be raised to hold at present, 1 or more */
  constructor(segment: Segment, slack: number) {
    const blocks = segmentBlocks(segment);
    this.#segment = segment;
    this.#step = slack / BOUND_STEPS;
    this.sums = new Float64Array(blocks);
    this.#best = new Float64Array(blocks);
    this.#sum = new Float64Array(blocks);
  }

  clear(): void {
    this.sums.fill(0);
  }

  /** The bound of a concept in any block. */
  ceilingOf({ alternatives }: PartConcept): number {
    const { termBound } = this.#segment;
    return this.#bestOf(alternatives, ({ number }) => termBound[number] ?? 0);
  }

  /** The bound of a concept in one block. */
  boundOf({ alternatives }: PartConcept, block: number): number {
    const { pairBound } = this.#segment;
    return this.#bestOf(alternatives, ({ pairStart, pairEnd }) => {
      const pair = findPair(this.#segment, pairStart, pairEnd, block);
      return pair < 0 ? 0 : (pairBound[pair] ?? 0);
    });
  }

  /** Adds a concept's bounds to the sums of all blocks. */
  add({ alternatives }: PartConcept): void {
    const [only] = alternatives;
    if (alternatives.length === 1 && only !== undefined) {
      for (const term of only) this.#add(term, this.sums);
    } else {
      this.#addBest(alternatives);
    }
  }

  /** The same, where only some blocks matter: adds to those at least. */
  addIn(concept: PartConcept, blocks: readonly number[]): void {
    const pairs = concept.alternatives.flat().reduce((sum, { pairStart, pairEnd }) => sum + pairEnd - pairStart, 0);
    if (blocks.length * LOOKUP_COST > pairs) this.add(concept);
    else for (const block of blocks) this.sums[block] = (this.sums[block] ?? 0) + this.boundOf(concept, block);
  }

  #bestOf(alternatives: PartConcept["alternatives"], stepsOf: (term: PartQueryTerm) => number): number {
    let best = 0;
    for (const terms of alternatives) {
      let sum = 0;
      for (const term of terms) sum += term.asked.maximum * this.#step * stepsOf(term);
      if (sum > best) best = sum;
    }
    return best;
  }

  #add({ pairStart, pairEnd, asked }: PartQueryTerm, to: Float64Array): void {
    const { pairBlock, pairBound } = this.#segment;
    const step = asked.maximum * this.#step;
    for (let pair = pairStart; pair < pairEnd; pair += 1) {
      const block = pairBlock[pair] ?? 0;
      to[block] = (to[block] ?? 0) + step * (pairBound[pair] ?? 0);
    }
  }

  #addBest(alternatives: PartConcept["alternatives"]): void {
    const { pairBlock } = this.#segment;
    for (const terms of alternatives) {
      for (const term of terms) this.#add(term, this.#sum);
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
        this.sums[block] = (this.sums[block] ?? 0) + (this.#best[block] ?? 0);
        this.#best[block] = 0;
      }
    }
  }
}
