import type { Article } from "../domain/article.ts";
import type { Sentence } from "../domain/sentence.ts";
import { type SentenceIndex, sentencesOfArticle } from "../search/sentence-index.ts";

/** The sentences around others. */
export class ArticleSentences {
  readonly #index: SentenceIndex;
  #orders: ReadonlyMap<Article, number> | null = null;

  constructor(index: SentenceIndex) {
    this.#index = index;
  }

  /** The sentence right after another in the same paragraph. */
  after({ article, position, paragraph }: Sentence): Sentence | undefined {
    this.#orders ??= new Map(this.#index.articles.map((one, order) => [one, order]));
    const order = this.#orders.get(article);
    const next = order === undefined ? undefined : sentencesOfArticle(this.#index, order)[position + 1];
    return next?.paragraph === paragraph ? next : undefined;
  }
}
