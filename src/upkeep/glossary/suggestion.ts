/** Where an article shows that two names mean one thing. */
export interface NameEvidence {
  readonly articleId: string;
  /** The sentence, as it stands there. */
  readonly sentence: string;
}

/** An entry that the glossary could have, or names that one of its entries lacks. */
export interface GlossarySuggestion {
  /**
   * `abbreviation`: an article writes one in brackets after the other. `spelling`: they differ in few letters. `form`: one is
   * the other cut short, and both stand in the same articles.
   */
  readonly reason: "abbreviation" | "spelling" | "form";
  /** The name to show; that of the entry, where `isKnown`. */
  readonly term: string;
  /** Whether the glossary has the term already. */
  readonly isKnown: boolean;
  /** Names of it that the glossary does not have. */
  readonly aliases: readonly string[];
  /** Few of the places that show it, one an article. */
  readonly evidence: readonly NameEvidence[];
  /** Articles that show it. */
  readonly articles: number;
  /** How far to trust it, 0 to 1: by its reason, and the more articles show it. */
  readonly score: number;
}

/** Two names that may mean one thing, before the glossary is looked at. */
export interface NamePair {
  readonly reason: GlossarySuggestion["reason"];
  /** The one to show. */
  readonly term: string;
  readonly alias: string;
  readonly evidence: readonly NameEvidence[];
  readonly articles: number;
  /** How far its kind can be trusted, were every article to show it: 0 to 1. */
  readonly trust: number;
}

/** Places that are kept of all that show a pair. */
export const MAX_EVIDENCE = 3;
