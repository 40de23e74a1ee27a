import type { PartialDate } from "./article.ts";

/** A question whose answer is known, to notice when a change of the corpus spoils it. */
export interface GoldQuestion {
  /** Unique in its file, 1 to 64 characters of `[a-z0-9-]`; never changed, so that runs can be compared. */
  readonly id: string;
  readonly question: string;
  readonly expect: "answered" | "not-in-articles";
  /** Ids of articles of which the answer has to cite one; empty where any will do. */
  readonly articles: readonly string[];
  /** Texts that must all stand in sentences shown, letter case and accents aside. */
  readonly contains: readonly string[];
  readonly note: string | null;
  readonly added: PartialDate | null;
}

/** Why a gold question failed. `unusable`: it cannot be looked up at all. */
export type GoldFailure =
  | { readonly id: "unusable" }
  | { readonly id: "not-answered" }
  | { readonly id: "answered-though-silent-expected" }
  | { readonly id: "other-article"; readonly expected: readonly string[] }
  | { readonly id: "words-missing"; readonly missing: readonly string[] };

/** A sentence that was shown as an answer. */
export interface ShownSentence {
  readonly articleId: string;
  readonly text: string;
}

export interface GoldResult {
  readonly gold: GoldQuestion;
  /** Null where it passed. */
  readonly failure: GoldFailure | null;
  /** What the answer cites, in the order it is shown; empty where the articles were said to be silent. */
  readonly shown: readonly ShownSentence[];
}

export interface GoldRun {
  /** In the order of the questions. */
  readonly results: readonly GoldResult[];
}

/** What became of an article between two states of a corpus. */
export interface ArticleChange {
  readonly id: string;
  readonly how: "added" | "changed" | "withdrawn";
}

/** A gold question that passed before and fails now. */
export interface Regression {
  readonly before: GoldResult;
  readonly now: GoldResult;
  /**
   * The changes that caused it; mostly one. Several where only undoing all of them mends it; empty where no article did it
   * (the glossary, say), or where it was not found out.
   */
  readonly causes: readonly ArticleChange[];
  /** `seen`: their sentences came or went. `tried`: without them the question passes. */
  readonly found: "seen" | "tried" | "unknown";
}

export interface RunComparison {
  readonly regressions: readonly Regression[];
  /** Failed before, pass now. */
  readonly mended: readonly GoldResult[];
}
