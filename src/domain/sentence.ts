import type { Article } from "./article.ts";

/** A range of characters of a string: UTF-16 code units, `start` included, `end` not, as `String.prototype.slice`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence of an article, always `article.body.slice(start, end) === text`. */
export interface Sentence extends Span {
  readonly article: Article;
  /** Place among the article's sentences, from 0. */
  readonly position: number;
  /** Which paragraph of the body it stands in, from 0. */
  readonly paragraph: number;
  readonly text: string;
}

/** A date that a text mentions. */
export interface DateMention extends Span {
  /** The words as written: "on Saturday". */
  readonly text: string;
  /** First day meant, ISO 8601 `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day meant, equal to `from` for a single day. */
  readonly to: string;
  /** How much of the date the text fixes. */
  readonly precision: "day" | "month" | "year" | "range";
  /** Whether it was resolved against the article's date ("last week") and so should be spelled out for a reader. */
  readonly relative: boolean;
}
