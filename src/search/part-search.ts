import { NO_ARTICLE, baseOf } from "../index/blocks.ts";
import type { FieldNorms } from "../index/field-norms.ts";
import type { IndexPart } from "../index/index-part.ts";
import type { AverageLengths } from "../index/segment.ts";
import type { FieldFrequencies } from "../index/term-block.ts";
import { BlockScores } from "./block-scores.ts";
import { CandidateBlocks, blockOfKey } from "./candidate-blocks.ts";
import type { PartConcept, PartTerm } from "./part-query.ts";
import type { SentenceFilter } from "./sentence-filter.ts";
import type { TopK } from "./top-k.ts";

/** Bounds and scores are added up in different orders; by this much a bound may come out too low. */
const ROUNDING = 1 + 1e-9;
/** Sentences of an article told apart when equals are put in order: more than an article of the longest kind has. */
const ORDER_STEP = 2 ** 20;

/** How a part is searched: the arrays that a search fills, kept so that none is made for each query. */
export class PartSearch {
  readonly #part: IndexPart;
  readonly #number: number;
  readonly #orders: Uint32Array;
  readonly #slack: number;
  readonly norms: FieldNorms;
  readonly #candidates: CandidateBlocks;
  readonly #scores: BlockScores;

  /**
   * @param orders number of an article in the part → its place in the corpus
   * @param averages of the whole index at present
   */
  constructor(part: IndexPart, number: number, orders: Uint32Array, norms: FieldNorms, averages: AverageLengths) {
    this.#part = part;
    this.#number = number;
    this.#orders = orders;
    this.norms = norms;
    this.#slack = ROUNDING * boundSlack(part.segment.averages, averages);
    this.#candidates = new CandidateBlocks(part.segment, this.#slack);
    this.#scores = new BlockScores(part, norms);
  }

  /** Offers every sentence of the part that could be among the best. @param concepts those that can bring the most first */
  search(concepts: readonly PartConcept[], filter: SentenceFilter | null, best: TopK): void {
    this.#candidates.start(concepts);
    for (const { block, bound } of this.#candidates.first()) {
      if (bound >= best.threshold) this.#offer(concepts, block, bound, filter, best);
    }
    for (const key of this.#candidates.others(best.threshold).reverse()) {
      const block = blockOfKey(key);
      const bound = this.#candidates.boundOf(block);
      if (bound >= best.threshold) this.#offer(concepts, block, bound, filter, best);
    }
  }

  /** Counts the sentences of the part that match, up to `most`. */
  count(concepts: readonly PartConcept[], filter: SentenceFilter | null, most: number): number {
    this.#candidates.start(concepts);
    let count = 0;
    for (const { block, bound } of this.#candidates.all()) {
      if (filter?.enter(block, this.#scores) === false) continue;
      for (let bits = this.#scores.compute(concepts, block, bound, this.#slack, 0); bits !== 0; bits &= bits - 1) {
        const position = 31 - Math.clz32(bits & -bits);
        if (this.#orderOf(baseOf(block) + position) < 0) continue;
        if (filter === null || filter.admits(position, this.#scores)) count += 1;
        if (count >= most) return count;
      }
    }
    return count;
  }

  /** A term's weighted frequency, field by field, in the sentence in a slot. */
  fieldsOf(term: PartTerm, slot: number): FieldFrequencies {
    return this.#scores.fieldsOf(term, slot);
  }

  #offer(
    concepts: readonly PartConcept[],
    block: number,
    bound: number,
    filter: SentenceFilter | null,
    best: TopK,
  ): void {
    if (filter?.enter(block, this.#scores) === false) return;
    const base = baseOf(block);
    let bits = this.#scores.compute(concepts, block, bound, this.#slack, best.threshold);
    for (; bits !== 0; bits &= bits - 1) {
      const position = 31 - Math.clz32(bits & -bits);
      const score = this.#scores.scores[position] ?? 0;
      const order = this.#orderOf(base + position);
      if (order < 0 || !best.accepts(score, order)) continue;
      if (filter === null || filter.admits(position, this.#scores)) {
        best.add(score, order, this.#number, base + position - 1);
      }
    }
  }

  /** Place of a sentence in the corpus, in rising order, or −1 where its article is withdrawn. */
  #orderOf(entry: number): number {
    const article = this.#part.articleOf[entry] ?? NO_ARTICLE;
    const order = this.#orders[article] ?? NO_ARTICLE;
    if (order === NO_ARTICLE) return -1;
    return order * ORDER_STEP + (entry - 1 - (this.#part.segment.articleStart[article] ?? 0));
  }
}

/**
 * By what factor bounds have to be raised that were worked out with other averages. Where texts have grown longer on
 * average, a text counts as shorter beside them and its frequencies weigh more: by no more than the average has grown, and
 * saturation only lessens it.
 */
function boundSlack(then: AverageLengths, now: AverageLengths): number {
  const grown = (before: number, after: number): number => (before === 0 ? 1 : after / before);
  return Math.max(1, grown(then.sentence, now.sentence), grown(then.title, now.title));
}
