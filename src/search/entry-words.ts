import { packStrings } from "../index/packed-strings.ts";
import { STOP_WORDS } from "../text/stop-words.ts";
import { tokenize } from "../text/tokens.ts";
import { SortedTrie } from "./sorted-trie.ts";

/** Names and titles are short; nobody types on to what stands behind this many characters. */
const MAX_TEXT = 300;

/** The words of short texts, from text to words and from word to texts. Texts and distinct words are numbered. */
export interface EntryWords {
  /** The distinct words, numbered in their order. */
  readonly trie: SortedTrie;
  /** The numbers of all words, text by text, as they stand there; those of text `t` at `[firstWord[t], firstWord[t + 1])`. */
  readonly words: Uint32Array;
  readonly firstWord: Uint32Array;
  /** The texts that hold a word, word by word, rising; those of word `w` at `[firstText[w], firstText[w + 1])`. */
  readonly texts: Uint32Array;
  readonly firstText: Uint32Array;
  /** The place in `words` of each text's first word with content of its own. */
  readonly firstContent: Uint32Array;
}

/** What is one word as it stands, and needs no closer look. */
const PLAIN_WORD = /^[A-Za-z]{1,64}$/u;

/** The words of a text as they are compared: without case, accents and punctuation, "U.S." and "us" alike. */
export function wordsOf(text: string): readonly string[] {
  if (PLAIN_WORD.test(text)) return [text.toLowerCase()];
  return tokenize(text).map(({ folded }) => folded.replaceAll(".", ""));
}

/** Looks at every word of every text, at no more than its first 300 characters. */
export function indexEntryWords(texts: readonly string[]): EntryWords {
  const numbering = new Map<string, number>();
  const numbers: number[] = [];
  const firstWord = new Uint32Array(texts.length + 1);
  // No word spans a space, so what stands between two is looked at once, however often it recurs.
  const known = new Map<string, readonly number[]>();
  for (const [text, written] of texts.entries()) {
    for (const piece of written.slice(0, MAX_TEXT).split(" ")) {
      let found = known.get(piece);
      if (found === undefined) {
        found = wordsOf(piece).map((word) => numberOf(numbering, word));
        known.set(piece, found);
      }
      for (const number of found) numbers.push(number);
    }
    firstWord[text + 1] = numbers.length;
  }
  const sorted = [...numbering.keys()].sort();
  const rank = new Uint32Array(sorted.length);
  for (const [place, word] of sorted.entries()) rank[numberOf(numbering, word)] = place;
  const words = Uint32Array.from(numbers, (number) => rank[number] ?? 0);
  const stop = Uint8Array.from(sorted, (word) => Number(STOP_WORDS.has(word)));
  return {
    trie: new SortedTrie(packStrings(sorted)),
    words,
    firstWord,
    firstContent: firstContents(words, firstWord, stop),
    ...invert(words, firstWord, sorted.length),
  };
}

function numberOf(numbering: Map<string, number>, word: string): number {
  const number = numbering.get(word) ?? numbering.size;
  numbering.set(word, number);
  return number;
}

function firstContents(words: Uint32Array, firstWord: Uint32Array, stop: Uint8Array): Uint32Array {
  return firstWord.map((from, text) => {
    const to = firstWord[text + 1] ?? from;
    let place = from;
    while (place < to && stop[words[place] ?? 0] === 1) place += 1;
    return place;
  });
}

/** From word to texts, by counting: a text stands once for each time it holds the word. */
function invert(
  words: Uint32Array,
  firstWord: Uint32Array,
  wordCount: number,
): Pick<EntryWords, "texts" | "firstText"> {
  const firstText = new Uint32Array(wordCount + 1);
  for (const word of words) firstText[word + 1] = (firstText[word + 1] ?? 0) + 1;
  for (let word = 0; word < wordCount; word += 1) {
    firstText[word + 1] = (firstText[word + 1] ?? 0) + (firstText[word] ?? 0);
  }
  const free = firstText.slice();
  const texts = new Uint32Array(words.length);
  for (let text = 0; text + 1 < firstWord.length; text += 1) {
    for (const word of words.subarray(firstWord[text], firstWord[text + 1])) {
      const place = free[word] ?? 0;
      texts[place] = text;
      free[word] = place + 1;
    }
  }
  return { texts, firstText };
}
