import { stem } from "../../src/text/stems.ts";

export interface Stemmer {
  readonly stem: (word: string) => string;
  /** Forgets the words seen, so that they do not count as the index's memory. */
  readonly forget: () => void;
}

/** Footnote's stems for engines that have no stemmer of their own: each word is stemmed once while they build. */
export function createStemmer(): Stemmer {
  const seen = new Map<string, string>();
  return {
    stem: (word) => {
      const known = seen.get(word);
      if (known !== undefined) return known;
      const stemmed = stem(word);
      seen.set(word, stemmed);
      return stemmed;
    },
    forget: () => seen.clear(),
  };
}
