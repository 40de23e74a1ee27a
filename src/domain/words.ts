import type { PartialDate } from "./article.ts";
import type { Messages } from "./messages.ts";
import type { NoValues } from "./messages/values.ts";

export type MessageId = keyof Messages;

/** What a message has to be given: nothing at all where it is always the same. */
export type ValuesOf<K extends MessageId> = Messages[K] extends NoValues ? readonly [] : readonly [values: Messages[K]];

/** How a date is written: `long` for text ("10 September 2022"), `short` for footnotes ("10 Sep 2022"). */
export type DateStyle = "long" | "short";

/** All that the bot can say, in one language. Nothing here throws, whatever it is given. */
export interface Words {
  /** BCP 47 tag of the language, as its catalogue is called: "de". */
  readonly language: string;
  /** A message. One that this language lacks comes in English. */
  say<K extends MessageId>(id: K, ...values: ValuesOf<K>): string;
  /** The message of an identifier known only at run time, where there is one and it needs no values; otherwise null. */
  find(id: string): string | null;
  /** A date as precise as it is known. Anything but a date is given back as it is. */
  date(date: PartialDate, style: DateStyle): string;
  number(number: number): string;
  /** A share of 0 to 1 in whole percent, rounded down, so that what falls short never looks as if it met. */
  percent(share: number): string;
  /** "a", "a or b", "a, b or c". */
  list(items: readonly string[], last: "and" | "or"): string;
  /** What a language is called: "German" for `de`. A tag that names none is given back as it is. */
  languageName(tag: string): string;
}

/** The languages the bot speaks. */
export interface Languages {
  /** For the terminal, and for whoever speaks none of the others. */
  readonly english: Words;
  /** English first, then by tag. */
  readonly all: readonly Words[];
  /** The nearest to a locale: `de` for `de-AT`, English for one that nothing is near to. */
  readonly wordsFor: (locale: string) => Words;
  /** The nearest to a locale, or null for one that nothing is near to. */
  readonly nearest: (locale: string) => Words | null;
}
