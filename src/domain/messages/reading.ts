import type { DateValues, NoValues } from "./values.ts";

/** Said of what is read off the articles beside answers: claims checked, names, words of people, what is new. */
export interface ReadingMessages {
  readonly "check.title": NoValues;
  /** What the articles say to a claim. */
  readonly "check.said": NoValues;
  readonly "check.otherwise": NoValues;
  readonly "check.unsaid": NoValues;
  readonly "check.unsaid-meaning": NoValues;
  readonly "check.nearest": NoValues;
  readonly "check.more": { readonly count: number };
  readonly "check.passed-over": { readonly count: number };
  readonly "check.cut": { readonly count: number };
  readonly "check.by-bot": NoValues;
  readonly "check.empty": NoValues;
  readonly "check.no-claims": NoValues;
  readonly "check.stale": { readonly command: string };
  readonly "check.help": { readonly command: string };
  readonly "about-name.aliases": { readonly names: string };
  readonly "about-name.unknown": { readonly name: string };
  readonly "about-name.nearest": NoValues;
  readonly "about-name.try-otherwise": NoValues;
  readonly "quote.title-by": { readonly speaker: string };
  readonly "quote.title-about": { readonly topic: string };
  readonly "quote.title-both": { readonly speaker: string; readonly topic: string };
  readonly "quote.nothing": NoValues;
  readonly "quote.try-otherwise": NoValues;
  /** `by` and `about` are the names of the options. */
  readonly "quote.neither": { readonly by: string; readonly about: string };
  readonly "latest.title": NoValues;
  readonly "latest.title-since": DateValues;
  readonly "latest.nothing": DateValues;
  readonly "latest.newest": DateValues;
  readonly "latest.undated": NoValues;
  readonly "latest.unreadable": { readonly typed: string };
  /** Days proposed while one is typed: 100 characters with the date. */
  readonly "latest.choice-newest": DateValues;
  readonly "latest.choice-week": DateValues;
  readonly "latest.choice-month": DateValues;
  readonly "latest.choice-typed": DateValues;
}
