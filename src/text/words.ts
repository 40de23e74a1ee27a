import { isUnclear } from "./acronyms.ts";
import type { NameNode } from "./alias-names.ts";
import { stem } from "./stems.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { partsOf } from "./token-parts.ts";

/** What is known of a word wherever it stands. */
export interface Word {
  /** Without case and accents, before stemming. */
  readonly folded: string;
  /** Its stem, the key of the index. */
  readonly term: string;
  /** Whether it is a word without content of its own. */
  readonly stop: boolean;
  /** Whether only the text around it tells what it is. */
  readonly unclear: boolean;
  /** Where the glossary's names go on that begin with it; null where none does. */
  readonly begins: NameNode | null;
}

/** A word in a token as written. */
export interface WordPart {
  /** Characters of the token that it takes up; parts follow one another. */
  readonly length: number;
  readonly word: Word;
}

/** Most tokens remembered, about 40 MB. The vocabulary of a million sentences of news, names and numbers left out, is less. */
const MAX_REMEMBERED = 200_000;
/** Longest token remembered, in characters. */
const MAX_LENGTH = 64;

/** Reads words, and remembers how tokens were read: stemming takes thirty times as long as looking up. */
export class WordReader {
  readonly #names: NameNode;
  readonly #remembered = new Map<string, readonly WordPart[]>();

  constructor(names: NameNode) {
    this.#names = names;
  }

  /** The words of a token as written; nearly always one. */
  read(written: string): readonly WordPart[] {
    const known = this.#remembered.get(written);
    if (known !== undefined) return known;
    const token = detached(written);
    const parts = partsOf(token).map(({ length, folded }) => ({ length, word: this.wordOf(folded) }));
    if (token.length <= MAX_LENGTH) {
      if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
      this.#remembered.set(token, parts);
    }
    return parts;
  }

  /** The word that a folded token is. */
  wordOf(folded: string): Word {
    const term = stem(folded);
    return {
      folded,
      term,
      stop: STOP_WORDS.has(folded) || isSingleLetter(folded),
      unclear: isUnclear(folded),
      begins: this.#names.next.get(term) ?? null,
    };
  }
}

/** A copy, since in V8 a slice keeps the whole text that it was taken from in memory. */
function detached(slice: string): string {
  return slice.split("").join("");
}

/** The "e" of e-mail and the "s" of a lost apostrophe tell nothing by themselves; within a name of the glossary they count. */
function isSingleLetter(folded: string): boolean {
  return /^\p{L}$/u.test(folded);
}
