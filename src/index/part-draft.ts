import type { Article } from "../domain/article.ts";
import { type IndexPart, liveTotals } from "./index-part.ts";
import { addWithdrawn } from "./merge-parts.ts";
import type { PartSize } from "./parts-to-join.ts";
import type { SegmentBuilder } from "./segment-builder.ts";
import { slotCount } from "./segment.ts";
import { withdrawnBy } from "./withdrawn-by.ts";

/** A part as it will be in the next generation. The part itself stays as it is; what did not change is shared. */
export class PartDraft implements PartSize {
  readonly #part: IndexPart;
  #articles: (Article | null)[] | null = null;
  readonly #gone: Article[] = [];
  #goneSentences = 0;

  constructor(part: IndexPart) {
    this.#part = part;
  }

  /** The articles withdrawn now, as they were. */
  get gone(): readonly Article[] {
    return this.#gone;
  }

  get slots(): number {
    return slotCount(this.#part.segment);
  }

  get sentences(): number {
    return liveTotals(this.#part).sentences - this.#goneSentences;
  }

  /** Whether no article is left. */
  get isEmpty(): boolean {
    return liveTotals(this.#part).titles === this.#gone.length;
  }

  withdraw(number: number): void {
    const article = this.#part.articles[number] ?? null;
    if (article === null) return;
    const { articleStart, articleEnd } = this.#part.segment;
    this.#gone.push(article);
    this.#goneSentences += (articleEnd[number] ?? 0) - (articleStart[number] ?? 0);
    this.#put(number, null);
  }

  /** Puts an article with the same text in the place of one. */
  replace(number: number, article: Article): void {
    if (this.#part.articles[number] !== article) this.#put(number, article);
  }

  /** @param gone holds the analysis of the articles withdrawn */
  finished(gone: SegmentBuilder): IndexPart {
    if (this.#articles === null) return this.#part;
    const { withdrawn } = this.#part;
    return {
      ...this.#part,
      articles: this.#articles,
      withdrawn: this.#gone.length === 0 ? withdrawn : addWithdrawn(withdrawn, withdrawnBy(gone)),
    };
  }

  #put(number: number, article: Article | null): void {
    this.#articles ??= [...this.#part.articles];
    this.#articles[number] = article;
  }
}
