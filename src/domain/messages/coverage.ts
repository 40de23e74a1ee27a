import type { NoValues } from "./values.ts";

/** Said in the picture of what a corpus covers, and for those who do not see it. */
export interface CoverageMessages {
  readonly "coverage.articles": { readonly count: number };
  readonly "coverage.articles-period": { readonly count: number; readonly period: string };
  /** Articles of which no month is known; after the number of all. */
  readonly "coverage.undated": { readonly count: number };
  /** Headings: 22 characters, since two stand side by side on a phone. */
  readonly "coverage.publishers": NoValues;
  readonly "coverage.topics": NoValues;
  /** Publishers that have no line of their own. */
  readonly "coverage.others": { readonly count: number };
  /** Stands for a name in letters that the picture's font lacks. */
  readonly "coverage.undrawable": NoValues;
  /** The picture in words: what comes first, and each of its lists. */
  readonly "coverage.alt": { readonly told: string };
  readonly "coverage.alt-publishers": { readonly list: string };
  readonly "coverage.alt-topics": { readonly list: string };
  /** What bars count that stand for several years each. */
  readonly "coverage.unit-years": { readonly count: number };
}
