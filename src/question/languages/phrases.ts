import type { AskedWord } from "../asked-words.ts";

/** Phrases of one word or more, found where their words stand one after the other. */
export interface Phrases<T> {
  /** The longest phrase that begins with the word at `index`. */
  longestAt(words: readonly AskedWord[], index: number): PhraseFound<T> | null;
}

export interface PhraseFound<T> {
  readonly value: T;
  /** How many words it has. */
  readonly length: number;
}

/** @param entries folded phrases, their words parted by single blanks; of equal ones the first counts */
export function phrases<T>(entries: Iterable<readonly [phrase: string, value: T]>): Phrases<T> {
  const values = new Map<string, T>();
  const longest = new Map<string, number>();
  for (const [phrase, value] of entries) {
    const [first = "", ...more] = phrase.split(" ");
    if (!values.has(phrase)) values.set(phrase, value);
    longest.set(first, Math.max(longest.get(first) ?? 0, more.length + 1));
  }
  return {
    longestAt(words, index) {
      const most = longest.get(words[index]?.folded ?? "") ?? 0;
      for (let length = Math.min(most, words.length - index); length > 0; length -= 1) {
        const phrase = words
          .slice(index, index + length)
          .map(({ folded }) => folded)
          .join(" ");
        const value = values.get(phrase);
        if (value !== undefined) return { value, length };
      }
      return null;
    },
  };
}
