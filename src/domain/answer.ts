import type { Article, PartialDate } from "./article.ts";
import type { Explanation } from "./explanation.ts";
import type { DateMention, Sentence, Span } from "./sentence.ts";

/** What someone asks, with the turns before it, oldest first, user and bot in turn. */
export interface Question {
  readonly text: string;
  readonly context: readonly string[];
}

/** One reason why a sentence was found. Their scores add up to what its words are worth. */
export interface Contribution {
  /** The word of the question, as typed. */
  readonly asked: string;
  /** The indexed term it matched, when it is another: a corrected spelling, an alias, a word of about the same meaning. */
  readonly matched: string;
  readonly how: "exact" | "alias" | "fuzzy" | "meaning";
  /** Which text of the sentence's surroundings held it. */
  readonly field: "sentence" | "neighbours" | "title";
  /** Share of the score, ≥ 0. */
  readonly score: number;
}

/** A sentence found for a question. */
export interface Evidence {
  readonly sentence: Sentence;
  /** How likely it is to answer beside the best of the same result, which has 1: above 0, at most 1. */
  readonly score: number;
  /** Where in `sentence.text` the question's words stand, in order, not overlapping. */
  readonly matches: readonly Span[];
  /** Where the kind of thing the question asks for stands: a date for "when". Empty when the question does not tell. */
  readonly answers: readonly Span[];
  readonly contributions: readonly Contribution[];
  /** Dates the sentence mentions, resolved against its article's date; offsets into `sentence.text`. */
  readonly dates: readonly DateMention[];
  /**
   * Address of the article as published that leads to this very passage, by a text fragment; null for a brief, without an
   * address, and where the passage cannot be told apart in its article.
   */
  readonly passageUrl: string | null;
}

/** How a sentence puts what it tells, where it does not simply state it. */
export interface Stance {
  /** `reported`: somebody is said to say so; `claimed`: with a doubt or a charge in the word. */
  readonly how: "claimed" | "denied" | "confirmed" | "reported";
  /** Who does, in the sentence's `text`; null where it does not say ("officials said" names nobody, "it denied" neither). */
  readonly speaker: Span | null;
}

/** One thing the articles say, once, however many of them say it. */
export interface Point {
  /** The sentence quoted for it. */
  readonly evidence: Evidence;
  /** Sentences of other articles that say the same, best first. */
  readonly also: readonly Evidence[];
  /** Null for a plain statement. */
  readonly stance: Stance | null;
}

/** What the articles give differently, with who gives what. */
export interface Disagreement {
  readonly about: "date" | "number" | "name" | "stance";
  /** Two or more. */
  readonly sides: readonly Side[];
}

/** One side of a disagreement. */
export interface Side {
  /** What this side says: a date (ISO 8601, reduced precision), a number or name as written, a {@link Stance}'s `how`. */
  readonly value: string;
  /** Which of the answer's points say so, counted from 0, ascending; never empty. */
  readonly points: readonly number[];
}

/** A spelling of the question that was read as another. */
export interface Correction {
  readonly asked: string;
  readonly read: string;
}

/** What a question demands of the sentences beyond its words, as it was read. */
export type Condition =
  /** The sentence holds these words in a row, or, `excluded`, does not. */
  | { readonly kind: "phrase"; readonly text: string; readonly excluded: boolean }
  /** The article is by one of the publishers or agencies whose `names` hold what was typed, or, `excluded`, by none. */
  | {
      readonly kind: "publisher";
      readonly typed: string;
      readonly names: readonly string[];
      readonly excluded: boolean;
    }
  /** The article appeared on the first day of `date` or later (`after`), or earlier (`before`). */
  | { readonly kind: "before" | "after"; readonly date: PartialDate };

/** Why a question cannot be looked up at all. */
export type UnusableReason =
  | { readonly id: "empty" }
  | { readonly id: "too-long" }
  | { readonly id: "no-words" }
  /** It sets conditions and asks for nothing. */
  | { readonly id: "only-conditions" }
  /** What follows `before:` or `after:` is no date. */
  | { readonly id: "date-unreadable"; readonly operator: "before" | "after"; readonly typed: string }
  /** No article is by a publisher or agency of this name. */
  | { readonly id: "publisher-unknown"; readonly typed: string };

/** What the articles say to a question, told apart by `status`. */
export type Answer =
  | {
      readonly status: "answered";
      readonly question: Question;
      /** Earlier questions of the context that this one leans on, oldest first; asked after these alone it is read the same. */
      readonly after: readonly string[];
      /** Probability, 0 to 1, that the sentences answer the question. */
      readonly confidence: number;
      /** One to three, best first, as they are shown. */
      readonly points: readonly Point[];
      /** Where the points contradict each other; mostly empty. */
      readonly disagreements: readonly Disagreement[];
      readonly corrections: readonly Correction[];
      /** What the sentences were held to. */
      readonly conditions: readonly Condition[];
      readonly explanation: Explanation;
    }
  | {
      readonly status: "not-in-articles";
      readonly question: Question;
      readonly after: readonly string[];
      readonly confidence: number;
      /** The nearest passages: offered, never passed off as an answer. May be empty. */
      readonly closest: readonly Point[];
      /** A passage that contradicts what the question takes for granted; not among `closest`. */
      readonly contradiction: Point | null;
      readonly corrections: readonly Correction[];
      /** Words of the question that no article uses, as typed. */
      readonly unknownWords: readonly string[];
      /** What the closest passages were held to. */
      readonly conditions: readonly Condition[];
      readonly explanation: Explanation;
    }
  | { readonly status: "unusable-question"; readonly question: Question; readonly reason: UnusableReason };

/** A page of ranked passages. */
export interface SearchPage {
  readonly query: string;
  /** How many passages matched in all, or at least matched where `totalIsExact` is false. */
  readonly total: number;
  readonly totalIsExact: boolean;
  /** Index of the first of `hits` among all, from 0. */
  readonly offset: number;
  readonly hits: readonly Evidence[];
  readonly corrections: readonly Correction[];
  /** What the passages were held to. */
  readonly conditions: readonly Condition[];
  /** Phrases that nothing holds word for word: `hits` match their words without the quotes. Empty where the quotes held. */
  readonly unquoted: readonly string[];
  /** Why there was nothing to look up, or null where there was. */
  readonly unusable: UnusableReason | null;
}

/** A sentence with what stands around it in its article. */
export interface Passage {
  readonly article: Article;
  readonly before: readonly Sentence[];
  readonly sentence: Sentence;
  readonly after: readonly Sentence[];
}
