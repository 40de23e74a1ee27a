import { isUnclear } from "./acronyms.ts";
import type { NameNode } from "./alias-names.ts";
import { stem } from "./stems.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { partsOf } from "./token-parts.ts";

/** A word as it stands in a token, and what is known of it wherever that stands. */
export interface Word {
  /** Its own for as long as the reader remembers the word; never given to another. */
  readonly id: number;
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
  /** Characters of the token that it takes up. */
  readonly length: number;
  /** What follows at once in the same token, as the unit does in "$50m". */
  readonly rest: Word | null;
}

/** Most tokens remembered, about 40 MB; beyond it all are forgotten, and the common ones soon read again. */
const MAX_REMEMBERED = 200_000;
/** Longest token remembered, in characters. */
const MAX_LENGTH = 64;

/** Reads words, and remembers how tokens were read: stemming takes thirty times as long as looking up. */
export class WordReader {
  readonly #names: NameNode;
  readonly #remembered = new Map<string, Word | null>();
  #ids = 0;

  constructor(names: NameNode) {
    this.#names = names;
  }

  /** The word of a token as written, or the first of its words; null where it is marks without a letter. */
  read(written: string): Word | null {
    const known = this.#remembered.get(written);
    if (known !== undefined) return known;
    const token = detached(written);
    const word = partsOf(token).reduceRight<Word | null>(
      (rest, { folded, length }) => this.wordOf(folded, length, rest),
      null,
    );
    if (token.length <= MAX_LENGTH) {
      if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
      this.#remembered.set(token, word);
    }
    return word;
  }

  /** The word that a folded token is. */
  wordOf(folded: string, length: number, rest: Word | null): Word {
    const term = stem(folded);
    const stop = STOP_WORDS.has(folded) || isSingleLetter(folded);
    const begins = this.#names.next.get(term) ?? null;
    this.#ids += 1;
    return { id: this.#ids, folded, term, stop, unclear: isUnclear(folded), begins, length, rest };
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
