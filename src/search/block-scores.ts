import { BLOCK_POSITIONS, OWN_POSITIONS, baseOf, blockOf, entryOf } from "../index/blocks.ts";
import type { FieldNorms } from "../index/field-norms.ts";
import type { IndexPart } from "../index/index-part.ts";
import { readPair } from "../index/read-pair.ts";
import { BOUND_STEPS, type Segment, findPair } from "../index/segment.ts";
import { type FieldFrequencies, type SlotTable, TermBlock } from "../index/term-block.ts";
import type { PartConcept, PartQueryTerm, PartTerm } from "./part-query.ts";

/** The exact scores of those sentences of a block that can reach a threshold. */
export class BlockScores {
  readonly #segment: Segment;
  readonly #slots: SlotTable;
  readonly #norms: FieldNorms;
  readonly #termBlock = new TermBlock();
  readonly #alternative = new Float64Array(BLOCK_POSITIONS);
  readonly #best = new Float64Array(BLOCK_POSITIONS);
  /** By position; right for the positions that {@link compute} returned. */
  readonly scores = new Float64Array(BLOCK_POSITIONS);
  #own = 0;
  /** Positions that have a score by now. */
  #scored = 0;

  constructor({ segment, articleOf }: IndexPart, norms: FieldNorms) {
    this.#segment = segment;
    this.#slots = { sentenceLength: segment.sentenceLength, articleOf };
    this.#norms = norms;
  }

  /** Positions of sentences that hold a term of the query themselves, among those {@link compute} returned. */
  get own(): number {
    return this.#own;
  }

  /**
   * Scores a block, concept by concept. Sentences that cannot reach the threshold with all that is still to come are given
   * up on the way: MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995), sentence by sentence.
   *
   * @param bound what any sentence of the block can score at most
   * @param slack factor by which the segment's bounds must be raised to hold at present, 1 or more
   * @returns the positions, as bits, of the sentences that score and reach the threshold
   */
  compute(concepts: readonly PartConcept[], block: number, bound: number, slack: number, threshold: number): number {
    this.scores.fill(0);
    this.#own = 0;
    this.#scored = 0;
    let wanted = OWN_POSITIONS;
    let toCome = bound;
    for (const { alternatives } of concepts) {
      const [only] = alternatives;
      if (only === undefined) continue;
      const most =
        alternatives.length === 1 && only.length === 1
          ? this.#addTerms(only, block, wanted, this.scores)
          : this.#addBest(alternatives, block, wanted);
      if (most === 0) continue;
      toCome = Math.max(0, toCome - (most * slack) / BOUND_STEPS);
      if (toCome >= threshold) continue;
      wanted = reaching(this.scores, wanted & this.#scored, threshold - toCome);
      if (wanted === 0) return 0;
    }
    return reaching(this.scores, wanted & this.#scored, Math.max(threshold, Number.MIN_VALUE));
  }

  /** Positions of the sentences of a block that hold a term themselves, as bits. */
  positionsOf(term: PartTerm, block: number): number {
    return this.#read(term, block) < 0 ? 0 : this.#termBlock.own;
  }

  /** A term's weighted frequency, field by field, in the sentence in a slot. */
  fieldsOf(term: PartTerm, slot: number): FieldFrequencies {
    const block = blockOf(slot);
    const base = baseOf(block);
    if (this.#read(term, block) < 0) return { sentence: 0, neighbours: 0, title: 0 };
    return this.#termBlock.fieldsAt(this.#slots, this.#norms, base, entryOf(slot) - base);
  }

  /** Adds a concept's best alternative. @returns its bound in this block, in steps, weighed; 0 where it is not in it */
  #addBest(alternatives: PartConcept["alternatives"], block: number, wanted: number): number {
    let bound = 0;
    for (const terms of alternatives) {
      const most = this.#addTerms(terms, block, wanted, this.#alternative);
      if (most === 0) continue;
      bound = Math.max(bound, most);
      for (let position = 0; position < BLOCK_POSITIONS; position += 1) {
        const score = this.#alternative[position] ?? 0;
        if (score > (this.#best[position] ?? 0)) this.#best[position] = score;
      }
      this.#alternative.fill(0);
    }
    if (bound === 0) return 0;
    for (let position = 0; position < BLOCK_POSITIONS; position += 1) {
      this.scores[position] = (this.scores[position] ?? 0) + (this.#best[position] ?? 0);
    }
    this.#best.fill(0);
    return bound;
  }

  /** Adds terms to scores. @returns as {@link #addBest} */
  #addTerms(terms: readonly PartQueryTerm[], block: number, wanted: number, to: Float64Array): number {
    let bound = 0;
    for (const term of terms) {
      const pair = this.#read(term, block);
      if (pair < 0) continue;
      bound += term.asked.maximum * (this.#segment.pairBound[pair] ?? 0);
      this.#own |= this.#termBlock.own;
      this.#scored |= this.#termBlock.touched;
      this.#termBlock.addScores(this.#slots, this.#norms, baseOf(block), term.asked.maximum, wanted, to);
    }
    return bound;
  }

  /** Unpacks a term's pair with a block. @returns the pair, or −1 where there is none */
  #read(term: PartTerm, block: number): number {
    const pair = findPair(this.#segment, term.pairStart, term.pairEnd, block);
    if (pair >= 0) readPair(this.#segment, this.#norms, term.number, pair, this.#termBlock);
    return pair;
  }
}

/** Those of some positions whose score is not below `least`. */
function reaching(scores: Float64Array, positions: number, least: number): number {
  let reached = 0;
  for (let bits = positions; bits !== 0; bits &= bits - 1) {
    const position = 31 - Math.clz32(bits & -bits);
    if ((scores[position] ?? 0) >= least) reached |= 1 << position;
  }
  return reached;
}
