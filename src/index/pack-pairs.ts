import { BLOCK_POSITIONS, BLOCK_SLOTS, baseOf, blockOf } from "./blocks.ts";
import type { FieldNorms } from "./field-norms.ts";
import { GrowingArray } from "./growing-array.ts";
import type { SortedOccurrences } from "./occurrences.ts";
import { packPosting } from "./posting.ts";
import { BOUND_STEPS, IN_TITLE, type Segment, postingStarts } from "./segment.ts";
import { type ArticleTable, type SlotTable, TermBlock } from "./term-block.ts";

/** What postings are packed from. */
export interface PackInput {
  /** By slot. */
  readonly occurrences: SortedOccurrences;
  /** By article. */
  readonly titles: SortedOccurrences;
  readonly articles: ArticleTable;
  readonly slots: SlotTable;
  readonly norms: FieldNorms;
}

export type PackedPairs = Pick<
  Segment,
  | "pairStart"
  | "sentenceFrequency"
  | "termBound"
  | "pairBlock"
  | "pairBound"
  | "pairSize"
  | "postingStart"
  | "postings"
  | "frequentPosting"
  | "frequentFrequency"
>;

/** Cuts every term's occurrences into blocks and works out what it can score in each at most. */
export function packPairs(input: PackInput): PackedPairs {
  return new PairPacker(input).pack();
}

class PairPacker {
  readonly #input: PackInput;
  readonly #blocks = new GrowingArray(Uint16Array);
  readonly #bounds = new GrowingArray(Uint8Array);
  readonly #sizes = new GrowingArray(Uint8Array);
  readonly #postings = new GrowingArray(Uint8Array);
  readonly #frequentPostings = new GrowingArray(Uint32Array);
  readonly #frequencies = new GrowingArray(Uint16Array);
  readonly #termBlock = new TermBlock();

  constructor(input: PackInput) {
    this.#input = input;
  }

  pack(): PackedPairs {
    const { start } = this.#input.occurrences;
    const terms = start.length - 1;
    const pairStart = new Uint32Array(terms + 1);
    const sentenceFrequency = new Uint32Array(terms);
    const termBound = new Uint8Array(terms);
    for (let term = 0; term < terms; term += 1) {
      pairStart[term] = this.#blocks.length;
      sentenceFrequency[term] = (start[term + 1] ?? 0) - (start[term] ?? 0);
      termBound[term] = this.#packTerm(term);
    }
    pairStart[terms] = this.#blocks.length;
    const pairSize = this.#sizes.toArray();
    return {
      pairStart,
      sentenceFrequency,
      termBound,
      pairBlock: this.#blocks.toArray(),
      pairBound: this.#bounds.toArray(),
      pairSize,
      postingStart: postingStarts(pairSize),
      postings: this.#postings.toArray(),
      frequentPosting: this.#frequentPostings.toArray(),
      frequentFrequency: this.#frequencies.toArray(),
    };
  }

  /** Walks over the blocks that the term reaches, by a sentence, by a neighbour's or by a title. @returns its highest bound */
  #packTerm(term: number): number {
    const { occurrences, titles, articles } = this.#input;
    const end = occurrences.start[term + 1] ?? 0;
    const titleEnd = titles.start[term + 1] ?? 0;
    let next = occurrences.start[term] ?? 0;
    let nextTitle = titles.start[term] ?? 0;
    let block = -1;
    let highest = 0;
    while (next < end || nextTitle < titleEnd) {
      const first = next < end ? blockOf(Math.max((occurrences.place[next] ?? 0) - 1, 0)) : Number.POSITIVE_INFINITY;
      const article = titles.place[nextTitle] ?? 0;
      const firstTitle = nextTitle < titleEnd ? blockOf(articles.articleStart[article] ?? 0) : Number.POSITIVE_INFINITY;
      block = Math.max(block + 1, Math.min(first, firstTitle));
      highest = Math.max(highest, this.#packPair(block, next, end, nextTitle, titleEnd));
      // The block's last sentence is a neighbour in the next one, and an article may go on there.
      const nextBlock = baseOf(block + 1);
      while (next < end && (occurrences.place[next] ?? 0) + 1 < nextBlock) next += 1;
      while (nextTitle < titleEnd && (articles.articleEnd[titles.place[nextTitle] ?? 0] ?? 0) <= nextBlock) {
        nextTitle += 1;
      }
    }
    return highest;
  }

  /** Adds the pair of the term and a block, unless the term scores nowhere in it. @returns its bound, 0 for none */
  #packPair(block: number, from: number, end: number, fromTitle: number, titleEnd: number): number {
    const { occurrences, slots, norms } = this.#input;
    const base = baseOf(block);
    const termBlock = this.#termBlock;
    termBlock.clear();
    let to = from;
    for (; to < end; to += 1) {
      const position = (occurrences.place[to] ?? 0) + 1 - base;
      if (position >= BLOCK_POSITIONS) break;
      termBlock.addPosting(position, occurrences.frequency[to] ?? 0);
    }
    const inTitle = this.#addTitles(base, fromTitle, titleEnd);
    const bound = Math.ceil(termBlock.highestScore(slots, norms, base) * BOUND_STEPS);
    if (bound === 0) return 0;
    this.#blocks.push(block);
    this.#bounds.push(bound);
    this.#sizes.push((to - from) | (inTitle ? IN_TITLE : 0));
    for (let occurrence = from; occurrence < to; occurrence += 1) {
      this.#addPosting((occurrences.place[occurrence] ?? 0) + 1 - base, occurrences.frequency[occurrence] ?? 0);
    }
    return bound;
  }

  #addPosting(position: number, frequency: number): void {
    const packed = packPosting(position, frequency);
    if (packed.isFrequent) {
      this.#frequentPostings.push(this.#postings.length);
      this.#frequencies.push(frequency);
    }
    this.#postings.push(packed.byte);
  }

  #addTitles(base: number, from: number, end: number): boolean {
    const { titles, articles, norms } = this.#input;
    let any = false;
    for (let title = from; title < end; title += 1) {
      const article = titles.place[title] ?? 0;
      if ((articles.articleStart[article] ?? 0) >= base + BLOCK_SLOTS) break;
      any = this.#termBlock.addTitle(articles, norms, base, article, titles.frequency[title] ?? 0) || any;
    }
    return any;
  }
}
