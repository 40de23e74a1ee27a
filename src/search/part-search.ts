import { NO_ARTICLE, baseOf } from "../index/blocks.ts";
import type { FieldNorms } from "../index/field-norms.ts";
import type { IndexPart } from "../index/index-part.ts";
import type { AverageLengths } from "../index/segment.ts";
import type { FieldFrequencies } from "../index/term-block.ts";
import { BlockBounds } from "./block-bounds.ts";
import { BlockScores } from "./block-scores.ts";
import type { PartConcept, PartTerm } from "./part-query.ts";
import type { SentenceFilter } from "./sentence-filter.ts";
import type { TopK } from "./top-k.ts";

/** Bounds and scores are added up in different orders; by this much a bound may come out too low. */
const ROUNDING = 1 + 1e-9;
/** Blocks looked at first, to know what the others must reach. */
const FIRST_BLOCKS = 16;
/** Sentences of an article told apart when equals are put in order: more than an article of the longest kind has. */
const ORDER_STEP = 2 ** 20;

/** How a part is searched: the arrays that a search fills, kept so that none is made for each query. */
export class PartSearch {
  readonly #part: IndexPart;
  readonly #number: number;
  readonly #orders: Uint32Array;
  readonly #slack: number;
  readonly norms: FieldNorms;
  readonly #bounds: BlockBounds;
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
    this.#bounds = new BlockBounds(part.segment);
    this.#scores = new BlockScores(part, norms);
  }

  /** Offers every sentence of the part that could be among the best. */
  search(concepts: readonly PartConcept[], filter: SentenceFilter | null, best: TopK): void {
    this.#bounds.compute(concepts, this.#slack);
    const { bounds } = this.#bounds;
    // A first look at the most promising blocks gives a threshold that closes most of the others unseen.
    for (const block of highest(bounds, FIRST_BLOCKS)) {
      if ((bounds[block] ?? 0) >= best.threshold) this.#offer(concepts, block, filter, best);
      bounds[block] = 0;
    }
    const open = atLeast(bounds, best.threshold);
    open.sort((a, b) => (bounds[b] ?? 0) - (bounds[a] ?? 0));
    for (const block of open) {
      if ((bounds[block] ?? 0) < best.threshold) return;
      this.#offer(concepts, block, filter, best);
    }
  }

  /** Counts the sentences of the part that match, up to `most`. */
  count(concepts: readonly PartConcept[], filter: SentenceFilter | null, most: number): number {
    this.#bounds.compute(concepts, this.#slack);
    let count = 0;
    for (const [block, bound] of this.#bounds.bounds.entries()) {
      if (bound === 0 || filter?.enter(block, this.#scores) === false) continue;
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

  #offer(concepts: readonly PartConcept[], block: number, filter: SentenceFilter | null, best: TopK): void {
    if (filter?.enter(block, this.#scores) === false) return;
    const bound = this.#bounds.bounds[block] ?? 0;
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

/** The places of the `count` highest values above 0, highest first. */
function highest(values: Float64Array, count: number): readonly number[] {
  const places: number[] = [];
  let least = 0;
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? 0;
    if (value <= least) continue;
    if (places.length === count) places.pop();
    let at = places.length;
    while (at > 0 && (values[places[at - 1] ?? 0] ?? 0) < value) at -= 1;
    places.splice(at, 0, place);
    if (places.length === count) least = values[places[count - 1] ?? 0] ?? 0;
  }
  return places;
}

/** The places of values above 0 and not below `least`. */
function atLeast(values: Float64Array, least: number): number[] {
  const places: number[] = [];
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? 0;
    if (value > 0 && value >= least) places.push(place);
  }
  return places;
}
