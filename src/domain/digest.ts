import type { Correction, Disagreement, Point, UnusableReason } from "./answer.ts";
import type { Article, PartialDate } from "./article.ts";

/** What a summary is wanted of. */
export interface SummaryRequest {
  /** In somebody's words; null for the event as a whole. */
  readonly topic: string | null;
  /** Only articles published on or after this day; null for all. Undated ones count only for null. */
  readonly since: PartialDate | null;
  /** Most sentences wanted, 1 to 12. */
  readonly sentences: number;
  /** Ids of the only articles to be read; null for all. */
  readonly articles: ReadonlySet<string> | null;
}

/** One sentence of a summary, in the place where it reads best. */
export interface SummaryLine {
  readonly point: Point;
  /** Which of the other lines contradict it, counted from 0; mostly empty. */
  readonly contested: readonly number[];
}

/** Why there is nothing to tell. */
export type NothingToTell =
  /** No article is about it. */
  | {
      readonly status: "not-in-articles";
      /** The nearest passages; may be empty. */
      readonly closest: readonly Point[];
      /** Words of the topic that no article uses, as typed. */
      readonly unknownWords: readonly string[];
    }
  /** Articles are about it, but none within the period asked for; `newest` is the date of the newest of them. */
  | { readonly status: "nothing-then"; readonly newest: PartialDate | null }
  | { readonly status: "unusable-topic"; readonly reason: UnusableReason };

export type Summary =
  | {
      readonly status: "summarised";
      readonly request: SummaryRequest;
      /** At least one, at most as many as wanted: fewer where more would only repeat. */
      readonly lines: readonly SummaryLine[];
      /** How many articles there were to choose from. */
      readonly articlesRead: number;
      readonly corrections: readonly Correction[];
    }
  | NothingToTell;

/** What a timeline is wanted of. */
export interface TimelineRequest {
  readonly topic: string | null;
  /** First and last day of what happened, not of when it was reported; null for open ends. */
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  /** Most dates wanted, 1 to 25. */
  readonly dates: number;
}

/** What happened on a day, or in a month or longer where no more is told. */
export interface TimelineEvent {
  /** First and last day, `YYYY-MM-DD`; the same for a single day. */
  readonly from: string;
  readonly to: string;
  readonly precision: "day" | "month" | "year" | "range";
  readonly point: Point;
  /** Articles that tell of it, and how many of them are independent of each other. */
  readonly articles: number;
  readonly independentSources: number;
  /** Other days that other articles give for the same; mostly empty. */
  readonly otherDates: readonly { readonly date: PartialDate; readonly point: Point }[];
}

/** How much was published in a stretch of time. */
export interface Reporting {
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly articles: number;
}

export type Timeline =
  | {
      readonly status: "told";
      readonly request: TimelineRequest;
      /** Oldest first; at least one. */
      readonly events: readonly TimelineEvent[];
      /** Dates that were left out because there were too many. */
      readonly passedOver: number;
      /** Without gaps, oldest first, stretches of one length; spans the events and what was published about them. */
      readonly reporting: readonly Reporting[];
      readonly articlesRead: number;
      readonly corrections: readonly Correction[];
    }
  | NothingToTell;

/** How the articles differ on a topic. */
export type Comparison =
  | {
      readonly status: "compared";
      readonly topic: string;
      /** Publishers compared, those with most articles first. */
      readonly publishers: readonly { readonly name: string; readonly articles: readonly Article[] }[];
      /** What several independent publishers say, best attested first; at most five. */
      readonly shared: readonly Point[];
      /** What one publisher alone says; at most three points each, five publishers. */
      readonly single: readonly { readonly publisher: string; readonly points: readonly Point[] }[];
      /** What they give differently; mostly empty. */
      readonly contradictions: readonly Contradiction[];
      readonly corrections: readonly Correction[];
    }
  /** One publisher alone writes about it: there is nothing to compare. */
  | { readonly status: "one-publisher"; readonly publisher: string; readonly points: readonly Point[] }
  | NothingToTell;

export interface Contradiction {
  readonly about: Disagreement["about"];
  /** Two or more. */
  readonly sides: readonly { readonly value: string; readonly points: readonly Point[] }[];
}

/** Is told how much has been read, of how much: sentences or articles. */
export type OnRead = (done: number, of: number) => void;

/** What happened, in order and in short. All of it takes part of a second, and gives up once its signal fires. */
export interface Retelling {
  /** @throws (rejects with) the signal's reason, once it fires */
  summarise(request: SummaryRequest, signal: AbortSignal, onProgress?: OnRead): Promise<Summary>;
  /**
   * Other sentences that say what a sentence says, or what comes next to it, best first, at most `limit`; none of those
   * named by `without`, refs as `Library.refOf` gives them. Empty where the ref names no sentence any more.
   */
  otherWordings(ref: string, without: readonly string[], limit: number): readonly Point[];
  /** @throws (rejects with) the signal's reason, once it fires */
  timeline(request: TimelineRequest, signal: AbortSignal, onProgress?: OnRead): Promise<Timeline>;
  /** @throws (rejects with) the signal's reason, once it fires */
  compare(topic: string, signal: AbortSignal): Promise<Comparison>;
}
