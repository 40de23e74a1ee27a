import type { Article } from "../domain/article.ts";
import { BLOCK_SLOTS, NO_ARTICLE, OWN_POSITIONS, baseOf } from "../index/blocks.ts";
import { sentenceAt } from "../index/generation.ts";
import type { IndexPart } from "../index/index-part.ts";
import type { BlockScores } from "./block-scores.ts";
import { type PartTerm, partTerm } from "./part-query.ts";
import type { Restriction } from "./restriction.ts";

/** Which sentences are wanted at all. */
export interface FilterOptions {
  /** Ids of the articles to look in; all when absent. */
  readonly within?: ReadonlySet<string>;
  /** Leaves out sentences that match by their title or neighbours alone. */
  readonly ownWordsOnly?: boolean;
}

/** Tells which sentences of a part are wanted, block by block. */
export interface SentenceFilter {
  /** Turns to a block. Returns false where none of its sentences is wanted. */
  enter(block: number, scores: BlockScores): boolean;
  /** Whether the sentence at a position of that block, now scored, is wanted. May read its text, so it is asked last. */
  admits(position: number, scores: BlockScores): boolean;
}

/** The filter of a query for one part, or null where everything is wanted. */
export function sentenceFilter(
  part: IndexPart,
  restriction: Restriction | null,
  { within, ownWordsOnly = false }: FilterOptions,
): SentenceFilter | null {
  if (restriction === null && within === undefined && !ownWordsOnly) return null;
  return new PartFilter(part, restriction, within, ownWordsOnly);
}

class PartFilter implements SentenceFilter {
  readonly #part: IndexPart;
  readonly #required: readonly (PartTerm | undefined)[];
  readonly #excluded: readonly PartTerm[];
  readonly #admitsSentence: Restriction["admitsSentence"];
  readonly #admitsArticle: (article: Article) => boolean;
  readonly #ownWordsOnly: boolean;
  /** Articles asked about before, by number. */
  readonly #admitted = new Map<number, boolean>();
  #base = 0;
  /** Positions that may be wanted, as bits. */
  #wanted = 0;

  constructor(
    part: IndexPart,
    restriction: Restriction | null,
    within: ReadonlySet<string> | undefined,
    ownWordsOnly: boolean,
  ) {
    this.#part = part;
    this.#required = (restriction?.required ?? []).map((term) => partTerm(part, term));
    this.#excluded = (restriction?.excluded ?? []).flatMap((term) => partTerm(part, term) ?? []);
    this.#admitsSentence = restriction?.admitsSentence ?? null;
    const admitsArticle = restriction?.admitsArticle ?? null;
    this.#admitsArticle = (article) =>
      (within === undefined || within.has(article.id)) && (admitsArticle === null || admitsArticle(article));
    this.#ownWordsOnly = ownWordsOnly;
  }

  enter(block: number, scores: BlockScores): boolean {
    this.#base = baseOf(block);
    this.#wanted = OWN_POSITIONS;
    for (const term of this.#required) this.#wanted &= term === undefined ? 0 : scores.positionsOf(term, block);
    for (const term of this.#excluded) this.#wanted &= ~scores.positionsOf(term, block);
    return this.#wanted !== 0 && this.#admitsAnyArticle();
  }

  admits(position: number, scores: BlockScores): boolean {
    const wanted = this.#ownWordsOnly ? this.#wanted & scores.own : this.#wanted;
    if ((wanted & (1 << position)) === 0 || !this.#isArticleAdmitted(this.#base + position)) return false;
    if (this.#admitsSentence === null) return true;
    return this.#admitsSentence(sentenceAt(this.#part, this.#base + position - 1)?.text ?? "");
  }

  #admitsAnyArticle(): boolean {
    const { articleOf } = this.#part;
    for (let position = 1; position <= BLOCK_SLOTS; position += 1) {
      const entry = this.#base + position;
      const isFirst = position === 1 || articleOf[entry] !== articleOf[entry - 1];
      if (isFirst && this.#isArticleAdmitted(entry)) return true;
    }
    return false;
  }

  #isArticleAdmitted(entry: number): boolean {
    const number = this.#part.articleOf[entry] ?? NO_ARTICLE;
    const known = this.#admitted.get(number);
    if (known !== undefined) return known;
    const article = this.#part.articles[number] ?? null;
    const admitted = article !== null && this.#admitsArticle(article);
    this.#admitted.set(number, admitted);
    return admitted;
  }
}
