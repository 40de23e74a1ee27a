import type { Span } from "../domain/sentence.ts";

/**
 * What kind of thing would answer a question.
 *
 * - `agent`: who did a deed ("who broke in", "which team won"); `person`: any other who ("who is the mayor").
 * - `time`, `place`, `reason`, `manner` (how): as they say. `quantity`: a number, price, size or length of time.
 * - `thing`: what, of no kind above. `definition`: what a word or name means.
 * - `list`: several things of a kind. `comparison`: two things side by side. `timeline`: what came after what.
 * - `statement`: what somebody said, or who said something.
 * - `yes-no`: whether something is so. `other`: the words do not tell.
 */
export type QuestionKind =
  | "agent"
  | "person"
  | "time"
  | "place"
  | "quantity"
  | "reason"
  | "manner"
  | "thing"
  | "yes-no"
  | "definition"
  | "list"
  | "comparison"
  | "timeline"
  | "statement"
  | "other";

/** A stretch of days that a question speaks of, as ISO 8601 days, both included. */
export interface AskedPeriod {
  /** Null where it has no beginning ("before September"), or where the year cannot be told. */
  readonly from: string | null;
  /** Null where it has no end ("since July"), or where the year cannot be told. */
  readonly to: string | null;
  /**
   * 1 to 12 where a month is named without its year, so that the year is a guess: the latest such month that is not after
   * today. Articles of another year may be meant; without today both ends are null.
   */
  readonly month: number | null;
  readonly span: Span;
}

/** A number in a question: "three thousand" and "3,000" are both 3000. */
export interface AskedNumber {
  readonly value: number;
  readonly span: Span;
}

/** English words that stand for a part of a question in another language. */
export interface EnglishWords {
  readonly span: Span;
  readonly words: string;
}

/** A question as far as its own words tell what is asked. All spans are of the question's text. */
export interface AskedQuestion {
  readonly kind: QuestionKind;
  /** Language it is most likely typed in, as a BCP 47 tag: en, de, fr, es, it, sq or fa; "en" where nothing tells. */
  readonly language: string;
  /** Every stretch of time that it names, in order. */
  readonly periods: readonly AskedPeriod[];
  /** Whether it asks about something not being so: "didn't", "never", "wer hat nicht …". */
  readonly negated: boolean;
  /** Whether it leans on what was said before: "and when was that?", "who did it". */
  readonly leans: boolean;
  /**
   * What carries no idea, in order, not overlapping: the words that ask, polite and chat filler, "do the articles say", and
   * the function words of another language than English.
   */
  readonly empty: readonly Span[];
  /** What is English for months, weekdays, countries, languages, and digits of another language's question. */
  readonly english: readonly EnglishWords[];
  /** The noun whose value is asked for: "which COUNTRY", "how many OFFICIALS", "what kind of MALWARE"; null where none is. */
  readonly focus: Span | null;
  /** Numbers outside its dates, in order. */
  readonly numbers: readonly AskedNumber[];
  /**
   * Runs of capitalised words that do not merely begin the question. None where capitals tell nothing; in German, which
   * gives every noun one, only runs of several and acronyms.
   */
  readonly names: readonly Span[];
}
