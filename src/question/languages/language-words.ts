import type { QuestionKind } from "../question.ts";

/**
 * What is known of a language that questions are typed in: its commonest words. Lists are of words parted by blanks, of
 * phrases parted by bars; accents do not count.
 */
export interface LanguageWords {
  /** BCP 47 tag. */
  readonly tag: string;
  /** Words that tell it from English and from the other languages by themselves. */
  readonly unmistakable: string;
  /** Its other words without content of their own. */
  readonly functions: string;
  /** Greetings and the like, which may stand before a question. */
  readonly greetings: string;
  /** Phrases that ask. Of several at one place the longest counts, of several places the first. */
  readonly asks: readonly (readonly [kind: QuestionKind, phrases: string])[];
  /** What a question begins with that seeks a yes or no. */
  readonly opens: string;
  readonly negations: string;
  readonly numbers: Readonly<Record<string, number>>;
  /** What says when, in the English that dates are read in. */
  readonly times: Readonly<Record<string, string>>;
  /** Endings that names of months and countries take. */
  readonly nameEndings: string;
  /** Endings that the name of a language takes as an adjective, instead of the one it is listed with. */
  readonly adjectiveEndings: string;
}
