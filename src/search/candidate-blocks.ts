import { type Segment, segmentBlocks } from "../index/segment.ts";
import { BlockBounds } from "./block-bounds.ts";
import type { PartConcept } from "./part-query.ts";

/** Blocks looked at first, to know what the others must reach. */
const FIRST_BLOCKS = 16;
/** They are chosen by the most telling concepts, which bring all but this share of what a sentence can score. */
const FIRST_LOOK = 0.4;
/** Stands in place of the sum of a block that was looked at; stays what it is whatever is added. */
const LOOKED_AT = Number.NEGATIVE_INFINITY;
/** Bounds are told apart to a millionth when blocks are put in order; blocks of the same bound by their number. */
const BOUND_SCALE = 2 ** 20;
const BLOCK_RANGE = 2 ** 16;

/**
 * Tells which blocks a query must look at, and in which order.
 *
 * Concepts come with the most telling first. The blocks where those promise most are looked at first, which gives a
 * threshold; from it follows which concepts are too weak to lift a sentence over it all together. Blocks that hold none but
 * those are never considered (MaxScore: Turtle and Flood, "Query evaluation: strategies and optimizations", 1995), others
 * only where their own bound reaches the threshold.
 */
export class CandidateBlocks {
  readonly #segment: Segment;
  readonly #bounds: BlockBounds;
  /** Block → 1 while a list is made that it is in. */
  readonly #isListed: Uint8Array;
  #concepts: readonly PartConcept[] = [];
  /** Concept → what it and all after it can bring together. */
  #rest: readonly number[] = [];
  /** How many concepts the sums have. */
  #added = 0;

  /** @param slack factor by which the segment's bounds must be raised to hold at present, 1 or more */
  constructor(segment: Segment, slack: number) {
    this.#segment = segment;
    this.#bounds = new BlockBounds(segment, slack);
    this.#isListed = new Uint8Array(segmentBlocks(segment));
  }

  /** Turns to a query. @param concepts those that can bring the most first */
  start(concepts: readonly PartConcept[]): void {
    this.#bounds.clear();
    this.#concepts = concepts;
    const rest = [0];
    for (const concept of concepts.toReversed()) rest.unshift((rest[0] ?? 0) + this.#bounds.ceilingOf(concept));
    this.#rest = rest;
    this.#added = 0;
  }

  /** What a sentence can score at most in one of the {@link others}. */
  boundOf(block: number): number {
    return this.#bounds.sums[block] ?? 0;
  }

  /** The blocks to look at before there is a threshold; those are then settled. */
  first(): readonly { readonly block: number; readonly bound: number }[] {
    const total = this.#rest[0] ?? 0;
    while (this.#added < this.#concepts.length && (this.#rest[this.#added] ?? 0) > total * FIRST_LOOK) this.#addNext();
    const { sums } = this.#bounds;
    return this.#highest().map((block) => {
      const bound = this.#completed(block, sums[block] ?? 0);
      sums[block] = LOOKED_AT;
      return { block, bound };
    });
  }

  /** The other blocks in which a sentence may reach the threshold, as numbers that {@link blockOfKey} reads; highest last. */
  others(threshold: number): Float64Array {
    while (this.#added < this.#concepts.length && (this.#rest[this.#added] ?? 0) >= threshold) this.#addNext();
    let blocks = this.#reaching(threshold);
    // The weak concepts are added too, one by one, and after each it is seen which blocks are still worth it.
    for (; this.#added < this.#concepts.length; this.#added += 1) {
      const concept = this.#concepts[this.#added];
      if (concept === undefined) continue;
      this.#bounds.addIn(concept, blocks);
      const least = threshold - (this.#rest[this.#added + 1] ?? 0);
      blocks = blocks.filter((block) => (this.#bounds.sums[block] ?? 0) >= least);
    }
    const { sums } = this.#bounds;
    return Float64Array.from(
      blocks,
      (block) => Math.floor((sums[block] ?? 0) * BOUND_SCALE) * BLOCK_RANGE + block,
    ).sort();
  }

  /** All blocks that the query reaches, in rising order, with their bounds. */
  *all(): Generator<{ readonly block: number; readonly bound: number }> {
    while (this.#added < this.#concepts.length) this.#addNext();
    for (const [block, bound] of this.#bounds.sums.entries()) if (bound > 0) yield { block, bound };
  }

  #addNext(): void {
    const concept = this.#concepts[this.#added];
    if (concept !== undefined) this.#bounds.add(concept);
    this.#added += 1;
  }

  /** The blocks that reach the threshold if the concepts that were not added bring all they can. */
  #reaching(threshold: number): readonly number[] {
    const { pairBlock } = this.#segment;
    const { sums } = this.#bounds;
    const least = Math.max(threshold - (this.#rest[this.#added] ?? 0), Number.MIN_VALUE);
    const blocks: number[] = [];
    for (const { pairStart, pairEnd } of this.#terms()) {
      for (let pair = pairStart; pair < pairEnd; pair += 1) {
        const block = pairBlock[pair] ?? 0;
        if ((sums[block] ?? 0) < least || this.#isListed[block] === 1) continue;
        this.#isListed[block] = 1;
        blocks.push(block);
      }
    }
    for (const block of blocks) this.#isListed[block] = 0;
    return blocks;
  }

  /** A block's sum with the bounds of the concepts that were not added. */
  #completed(block: number, sum: number): number {
    let bound = sum;
    for (let number = this.#added; number < this.#concepts.length; number += 1) {
      const concept = this.#concepts[number];
      if (concept !== undefined) bound += this.#bounds.boundOf(concept, block);
    }
    return bound;
  }

  /** The terms of the concepts that were added. */
  #terms(): readonly { readonly pairStart: number; readonly pairEnd: number }[] {
    return this.#concepts.slice(0, this.#added).flatMap(({ alternatives }) => alternatives.flat());
  }

  /** The blocks with the highest sums, highest first. */
  #highest(): readonly number[] {
    const { pairBlock } = this.#segment;
    const { sums } = this.#bounds;
    const blocks: number[] = [];
    let least = 0;
    for (const { pairStart, pairEnd } of this.#terms()) {
      for (let pair = pairStart; pair < pairEnd; pair += 1) {
        const block = pairBlock[pair] ?? 0;
        const sum = sums[block] ?? 0;
        if (sum <= least || blocks.includes(block)) continue;
        if (blocks.length === FIRST_BLOCKS) blocks.pop();
        let place = blocks.length;
        while (place > 0 && (sums[blocks[place - 1] ?? 0] ?? 0) < sum) place -= 1;
        blocks.splice(place, 0, block);
        if (blocks.length === FIRST_BLOCKS) least = sums[blocks.at(-1) ?? 0] ?? 0;
      }
    }
    return blocks;
  }
}

/** The block that a number of {@link CandidateBlocks.others} stands for. */
export function blockOfKey(key: number): number {
  return key % BLOCK_RANGE;
}
