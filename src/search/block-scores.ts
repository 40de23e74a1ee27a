import { BLOCK_POSITIONS, baseOf, blockOf, entryOf } from "../index/blocks.ts";
import type { FieldNorms } from "../index/field-norms.ts";
import type { IndexPart } from "../index/index-part.ts";
import { readPair } from "../index/read-pair.ts";
import { type Segment, findPair } from "../index/segment.ts";
import { type FieldFrequencies, type SlotTable, TermBlock } from "../index/term-block.ts";
import type { PartConcept, PartQueryTerm, PartTerm } from "./part-query.ts";

/** The exact scores of the sentences of one block. */
export class BlockScores {
  readonly #segment: Segment;
  readonly #slots: SlotTable;
  readonly #norms: FieldNorms;
  readonly #termBlock = new TermBlock();
  readonly #alternative = new Float64Array(BLOCK_POSITIONS);
  readonly #best = new Float64Array(BLOCK_POSITIONS);
  /** By position; 0 for sentences that nothing of the query reaches. */
  readonly scores = new Float64Array(BLOCK_POSITIONS);
  /** Positions of sentences that hold a term of the query themselves: 0 to 31 and 32 to 63, as bits. */
  ownLow = 0;
  ownHigh = 0;

  constructor({ segment, articleOf }: IndexPart, norms: FieldNorms) {
    this.#segment = segment;
    this.#slots = { sentenceLength: segment.sentenceLength, articleOf };
    this.#norms = norms;
  }

  compute(concepts: readonly PartConcept[], block: number): void {
    this.scores.fill(0);
    this.ownLow = 0;
    this.ownHigh = 0;
    for (const { alternatives } of concepts) {
      const [only] = alternatives;
      if (alternatives.length === 1 && only?.length === 1) this.#addTerms(only, block, this.scores);
      else this.#addBest(alternatives, block);
    }
  }

  /** Which sentences of the block hold a term themselves: positions as bits, as {@link ownLow}. */
  positionsOf(term: PartTerm, block: number): { readonly low: number; readonly high: number } {
    return this.#read(term, block)
      ? { low: this.#termBlock.ownLow, high: this.#termBlock.ownHigh }
      : { low: 0, high: 0 };
  }

  /** A term's weighted frequency, field by field, in the sentence in a slot. */
  fieldsOf(term: PartTerm, slot: number): FieldFrequencies {
    const block = blockOf(slot);
    const base = baseOf(block);
    if (!this.#read(term, block)) return { sentence: 0, neighbours: 0, title: 0 };
    return this.#termBlock.fieldsAt(this.#slots, this.#norms, base, entryOf(slot) - base);
  }

  #addBest(alternatives: PartConcept["alternatives"], block: number): void {
    let any = false;
    for (const terms of alternatives) {
      if (!this.#addTerms(terms, block, this.#alternative)) continue;
      any = true;
      for (let position = 0; position < BLOCK_POSITIONS; position += 1) {
        const score = this.#alternative[position] ?? 0;
        if (score > (this.#best[position] ?? 0)) this.#best[position] = score;
      }
      this.#alternative.fill(0);
    }
    if (!any) return;
    for (let position = 0; position < BLOCK_POSITIONS; position += 1) {
      this.scores[position] = (this.scores[position] ?? 0) + (this.#best[position] ?? 0);
    }
    this.#best.fill(0);
  }

  /** @returns whether any of the terms is in the block */
  #addTerms(terms: readonly PartQueryTerm[], block: number, to: Float64Array): boolean {
    let any = false;
    for (const term of terms) {
      if (!this.#read(term, block)) continue;
      any = true;
      this.ownLow |= this.#termBlock.ownLow;
      this.ownHigh |= this.#termBlock.ownHigh;
      this.#termBlock.addScores(this.#slots, this.#norms, baseOf(block), term.asked.maximum, to);
    }
    return any;
  }

  #read(term: PartTerm, block: number): boolean {
    const pair = findPair(this.#segment, term.pairStart, term.pairEnd, block);
    if (pair < 0) return false;
    readPair(this.#segment, this.#norms, term.number, pair, this.#termBlock);
    return true;
  }
}
