import type { Field } from "./bm25f.ts";
import { BLOCK_POSITIONS, NO_ARTICLE } from "./blocks.ts";
import type { FieldNorms } from "./field-norms.ts";

/** What the sentences of a segment are, slot by slot; arrays have one entry more at either end. */
export interface SlotTable {
  readonly sentenceLength: Uint16Array;
  readonly articleOf: Uint32Array;
}

/** Where an article's sentences are, and how long its title is. */
export interface ArticleTable {
  readonly articleStart: Uint32Array;
  readonly articleEnd: Uint32Array;
  readonly titleLength: Uint16Array;
}

/** A term's weighted frequency in one sentence, field by field: what BM25F adds up before it saturates. */
export type FieldFrequencies = Readonly<Record<Field, number>>;

/** Positions 1 to 31, and 32 to 62, as bits. */
const LOW_CORE = ~1;
const HIGH_CORE = 0x7f_ff_ff_ff;

/**
 * One term in one block, unpacked: its frequency at every position, and what its titles bring. The only place where
 * BM25F's formula is worked out, for bounds, for scores and for explanations alike.
 *
 * Holds 64 positions in two words of bits and is filled anew for each term and block, so that nothing is allocated.
 */
export class TermBlock {
  readonly #frequencies = new Uint16Array(BLOCK_POSITIONS);
  readonly #titles = new Float64Array(BLOCK_POSITIONS);
  #ownLow = 0;
  #ownHigh = 0;
  #titleLow = 0;
  #titleHigh = 0;

  /** Positions 0 to 31 at which the term itself stands, as bits; of the 64, 0 and 63 belong to other blocks. */
  get ownLow(): number {
    return this.#ownLow & LOW_CORE;
  }

  /** As {@link ownLow}, for positions 32 to 63. */
  get ownHigh(): number {
    return this.#ownHigh & HIGH_CORE;
  }

  /** Positions at which the term can bring anything at all, the neighbours' and titles' included: 0 to 31. */
  get touchedLow(): number {
    const low = this.#ownLow;
    return (low | (low << 1) | (low >>> 1) | (this.#ownHigh << 31) | this.#titleLow) & LOW_CORE;
  }

  /** As {@link touchedLow}, for positions 32 to 63. */
  get touchedHigh(): number {
    const high = this.#ownHigh;
    return (high | (high >>> 1) | (high << 1) | (this.#ownLow >>> 31) | this.#titleHigh) & HIGH_CORE;
  }

  clear(): void {
    if ((this.#ownLow | this.#ownHigh) !== 0) this.#frequencies.fill(0);
    if ((this.#titleLow | this.#titleHigh) !== 0) this.#titles.fill(0);
    this.#ownLow = 0;
    this.#ownHigh = 0;
    this.#titleLow = 0;
    this.#titleHigh = 0;
  }

  /** Notes that the term stands at a position, so many times. */
  addPosting(position: number, frequency: number): void {
    this.#frequencies[position] = frequency;
    if (position < 32) this.#ownLow |= 1 << position;
    else this.#ownHigh |= 1 << position;
  }

  /**
   * Notes that an article has the term in its title, so many times.
   *
   * @returns whether any of the article's sentences is in the block
   */
  addTitle(table: ArticleTable, norms: FieldNorms, base: number, article: number, frequency: number): boolean {
    const from = Math.max((table.articleStart[article] ?? 0) + 1 - base, 1);
    const to = Math.min((table.articleEnd[article] ?? 0) + 1 - base, BLOCK_POSITIONS - 1);
    const norm = norms.title[table.titleLength[article] ?? 0] ?? 1;
    const weighted = norms.parameters.weights.title * (frequency / norm);
    for (let position = from; position < to; position += 1) {
      this.#titles[position] = weighted;
      if (position < 32) this.#titleLow |= 1 << position;
      else this.#titleHigh |= 1 << position;
    }
    return from < to;
  }

  /**
   * Adds to `scores`, by position, `weight` times the term's saturated frequency.
   *
   * @param base entry of the block's position 0 in the slot table
   * @returns the most that was added
   */
  addScores(table: SlotTable, norms: FieldNorms, base: number, weight: number, scores: Float64Array): number {
    const { k1 } = norms.parameters;
    let most = 0;
    for (let half = 0; half < 2; half += 1) {
      let bits = half === 0 ? this.touchedLow : this.touchedHigh;
      while (bits !== 0) {
        const lowest = bits & -bits;
        bits ^= lowest;
        const position = 32 * half + 31 - Math.clz32(lowest);
        const frequency = this.#frequencyAt(table, norms, base, position);
        const score = weight * (frequency / (k1 + frequency));
        scores[position] = (scores[position] ?? 0) + score;
        if (score > most) most = score;
      }
    }
    return most;
  }

  /** The weighted frequency at a position, field by field. */
  fieldsAt(table: SlotTable, norms: FieldNorms, base: number, position: number): FieldFrequencies {
    return {
      sentence: this.#ownAt(table, norms, base, position),
      neighbours: this.#aroundAt(table, norms, base, position),
      title: this.#titles[position] ?? 0,
    };
  }

  #frequencyAt(table: SlotTable, norms: FieldNorms, base: number, position: number): number {
    return (
      this.#ownAt(table, norms, base, position) +
      this.#aroundAt(table, norms, base, position) +
      (this.#titles[position] ?? 0)
    );
  }

  #ownAt(table: SlotTable, norms: FieldNorms, base: number, position: number): number {
    const own = this.#frequencies[position] ?? 0;
    if (own === 0) return 0;
    const length = table.sentenceLength[base + position] ?? 0;
    return norms.parameters.weights.sentence * (own / (norms.sentence[length] ?? 1));
  }

  #aroundAt({ articleOf, sentenceLength }: SlotTable, norms: FieldNorms, base: number, position: number): number {
    const before = this.#frequencies[position - 1] ?? 0;
    const after = this.#frequencies[position + 1] ?? 0;
    if (before === 0 && after === 0) return 0;
    const entry = base + position;
    const article = articleOf[entry] ?? NO_ARTICLE;
    const hasBefore = articleOf[entry - 1] === article;
    const hasAfter = articleOf[entry + 1] === article;
    const frequency = (hasBefore ? before : 0) + (hasAfter ? after : 0);
    if (frequency === 0) return 0;
    const length =
      (hasBefore ? (sentenceLength[entry - 1] ?? 0) : 0) + (hasAfter ? (sentenceLength[entry + 1] ?? 0) : 0);
    return norms.parameters.weights.neighbours * (frequency / (norms.neighbours[length] ?? 1));
  }
}
