import type { Evidence, Point } from "./answer.ts";
import type { Article, PartialDate } from "./article.ts";

/** One claim of a text beside what the articles say. */
export interface CheckedClaim {
  /** As it stands in the text. */
  readonly claim: string;
  /**
   * `said`: an article says this. `otherwise`: an article gives another date, number or name, or denies it.
   * `unsaid`: no article says this, whether or not it is true.
   */
  readonly verdict: "said" | "otherwise" | "unsaid";
  /** What says so; for `unsaid` the nearest passages, which may be none. Best first, at most three. */
  readonly points: readonly Point[];
}

/** What a text claims, checked. */
export interface CheckedText {
  readonly claims: readonly CheckedClaim[];
  /** Claims that were not looked at because there were too many. */
  readonly passedOver: number;
}

/** What the articles say about a person, an organisation or a place. */
export interface NamePage {
  /** As the glossary or the articles write it. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** A point with the day it tells of, or its article's; oldest first, undated last. */
  readonly points: readonly DatedPoint[];
  readonly offset: number;
  readonly total: number;
}

export interface DatedPoint {
  readonly date: PartialDate | null;
  readonly point: Point;
}

/** Somebody's words as an article reports them. */
export interface Quote {
  /** As the sentence names them. */
  readonly speaker: string;
  readonly how: "claimed" | "denied" | "confirmed" | "reported";
  readonly evidence: Evidence;
  /** Sentences of other articles that report the same. */
  readonly also: readonly Evidence[];
}

export interface QuotePage {
  readonly quotes: readonly Quote[];
  readonly offset: number;
  readonly total: number;
}

/** What is new since a day, newest first. */
export interface LatestPage {
  readonly since: PartialDate | null;
  readonly articles: readonly { readonly article: Article; readonly lead: Evidence }[];
  readonly offset: number;
  readonly total: number;
}

/** What became of an answer since somebody saw it. */
export type AnswerChange = "same" | "answered-now" | "changed" | "no-longer-answered";
