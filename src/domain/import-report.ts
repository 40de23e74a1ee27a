import type { Article } from "./article.ts";
import type { Problem } from "./problem.ts";

/** What a piece of a saved page is, when it is not reporting. */
export type FurnitureReason =
  "navigation" | "headline" | "caption" | "byline" | "repeated" | "sharing" | "advertising" | "boilerplate";

/** A paragraph of a saved page that was not taken over. */
export interface LeftOut {
  /** Line of the source on which it begins, counted from 1; in a JSON Lines file, line of the article's text. */
  readonly line: number;
  readonly text: string;
  readonly reason: FurnitureReason;
}

/** An article that an import took over. */
export interface ImportedArticle {
  readonly article: Article;
  /** The file it came from, as given. */
  readonly from: string;
  /** `unchanged`: the folder already had exactly this file. */
  readonly outcome: "written" | "unchanged";
  readonly leftOut: readonly LeftOut[];
}

/** What an import did. */
export interface ImportReport {
  readonly articles: readonly ImportedArticle[];
  /** Files that were refused (`error`) and values that had to be assumed (`warning`). */
  readonly problems: readonly Problem[];
}
