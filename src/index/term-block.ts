import { type Field, saturate } from "./bm25f.ts";
import { BLOCK_POSITIONS, NO_ARTICLE, OWN_POSITIONS } from "./blocks.ts";
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

/**
 * One term in one block, unpacked: its frequency at every position, and what its titles bring. The only place where
 * BM25F's formula is worked out, for bounds, for scores and for explanations alike.
 *
 * Filled anew for each term and block, so that nothing is allocated. Sets of positions are bits of a number.
 */
export class TermBlock {
  readonly #frequencies = new Uint16Array(BLOCK_POSITIONS);
  readonly #titles = new Float64Array(BLOCK_POSITIONS);
  #own = 0;
  #inTitle = 0;

  /** Positions of the block's sentences that hold the term themselves. */
  get own(): number {
    return this.#own & OWN_POSITIONS;
  }

  /** Positions at which the term can bring anything at all, the neighbours' and titles' included. */
  get touched(): number {
    const own = this.#own;
    return (own | (own << 1) | (own >>> 1) | this.#inTitle) & OWN_POSITIONS;
  }

  clear(): void {
    if (this.#own !== 0) this.#frequencies.fill(0);
    if (this.#inTitle !== 0) this.#titles.fill(0);
    this.#own = 0;
    this.#inTitle = 0;
  }

  /** Notes that the term stands at a position, so many times. */
  addPosting(position: number, frequency: number): void {
    this.#frequencies[position] = frequency;
    this.#own |= 1 << position;
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
      this.#inTitle |= 1 << position;
    }
    return from < to;
  }

  /**
   * Adds to `scores`, by position, `weight` times the term's saturated frequency.
   *
   * @param base entry of the block's position 0 in the slot table
   * @param wanted positions that matter; the others are left as they are
   */
  addScores(
    table: SlotTable,
    norms: FieldNorms,
    base: number,
    weight: number,
    wanted: number,
    scores: Float64Array,
  ): void {
    const { k1 } = norms.parameters;
    for (let bits = this.touched & wanted; bits !== 0; bits &= bits - 1) {
      const position = 31 - Math.clz32(bits & -bits);
      const frequency = this.#frequencyAt(table, norms, base, position);
      scores[position] = (scores[position] ?? 0) + weight * (frequency / (k1 + frequency));
    }
  }

  /** The term's highest saturated frequency in the block, 0 to 1. */
  highestScore(table: SlotTable, norms: FieldNorms, base: number): number {
    // Saturation keeps the order, so the highest frequency has the highest score.
    let highest = 0;
    for (let bits = this.touched; bits !== 0; bits &= bits - 1) {
      const frequency = this.#frequencyAt(table, norms, base, 31 - Math.clz32(bits & -bits));
      if (frequency > highest) highest = frequency;
    }
    return saturate(highest, norms.parameters.k1);
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
