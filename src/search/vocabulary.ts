import Fuse from "fuse.js";
import { type PackedStrings, countStrings, findString, packStrings, stringAt } from "../index/packed-strings.ts";
import { stem } from "../text/stems.ts";
import { isLikelySlip, lettersOf, likelyBeginnings } from "./likely-slip.ts";
import { MAX_AUTOMATON_WORD, SlipAutomaton } from "./slip-automaton.ts";
import { SortedTrie } from "./sorted-trie.ts";

/** A word of the corpus that a question's word may have meant. */
export interface Resemblance {
  readonly word: string;
  /** 1 for the same word, towards 0 the more letters differ. */
  readonly similarity: number;
}

/** The words of one part of an index. */
export interface VocabularyPart {
  /** Folded words. */
  readonly words: PackedStrings;
  /** How often each of them occurs, at least once. */
  readonly counts: Uint32Array;
  /** How many of these occurrences went with withdrawn articles. */
  readonly removed: ReadonlyMap<string, number>;
}

/** Makes a part of words and how often each occurs. */
export function vocabularyPart(counts: ReadonlyMap<string, number>): VocabularyPart {
  const words = [...counts.keys()].sort();
  return {
    words: packStrings(words),
    counts: Uint32Array.from(words, (word) => counts.get(word) ?? 0),
    removed: new Map(),
  };
}

/** Words shorter than this are too easily taken for one another to be corrected. */
const MIN_LENGTH = 4;
/** Words as nearly meant as others go to Fuse only this far down the list. */
const CANDIDATES = 24;
/** A known word is thought a slip only where it occurs this often at most, … */
const MAX_RARE = 2;
/** … and the word it may be a slip for so many times as often. */
const MUCH_COMMONER = 50;

/** How many slips a word of this length may hold and still be recognised. */
function toleratedSlips(length: number): number {
  if (length < 7) return 1;
  return length < 11 ? 2 : 3;
}

interface Candidate {
  readonly word: string;
  readonly slips: number;
  /** Whether it is spelled with the same letters, in whatever order and number. */
  readonly sameLetters: boolean;
  readonly count: number;
}

/** Negative where `a` is the likelier meaning. */
function compareLikelihood(a: Candidate, b: Candidate): number {
  return a.slips - b.slips || Number(b.sameLetters) - Number(a.sameLetters) || b.count - a.count;
}

/**
 * The words of a corpus, to be matched with words it does not know: typing slips and spelling variants alike. Opened at
 * once, however many words there are; what a search costs grows with the beginnings that words share, not with their number.
 *
 * A large index with a small one of later changes has a part for each. A word counts as often as the parts say together.
 */
export class Vocabulary {
  readonly #parts: readonly VocabularyPart[];
  readonly #tries: readonly SortedTrie[];

  /** @param earlier of an earlier state of the corpus: what was worked out for parts that stayed is used again */
  constructor(parts: readonly VocabularyPart[], earlier?: Vocabulary) {
    this.#parts = parts;
    const known = earlier === undefined ? [] : earlier.#tries;
    this.#tries = parts.map(({ words }) => known.find(({ strings }) => strings === words) ?? new SortedTrie(words));
  }

  /** How many words are known. Takes time in step with the parts after the first and with what was removed. */
  get size(): number {
    let size = 0;
    for (const [number, { words }] of this.#parts.entries()) {
      const earlier = this.#parts.slice(0, number);
      size += countStrings(words);
      if (earlier.length === 0) continue;
      for (let n = 0; n < countStrings(words); n += 1) if (isIn(earlier, stringAt(words, n))) size -= 1;
    }
    const removed = new Set(this.#parts.flatMap((part) => [...part.removed.keys()]));
    for (const word of removed) if (isIn(this.#parts, word) && this.count(word) === 0) size -= 1;
    return size;
  }

  /** How often a folded word occurs; 0 where it is not known, or no longer. */
  count(word: string): number {
    let count = 0;
    for (const { words, counts, removed } of this.#parts) {
      count += counts[findString(words, word)] ?? 0;
      count -= removed.get(word) ?? 0;
    }
    return Math.max(0, count);
  }

  /**
   * The known words nearest to an unknown one, likeliest first. Empty for words that are too short, too long or hold
   * digits, where one character makes another thing.
   *
   * Fewer slips come first; then words of the same letters, since letters are swapped and doubled more often than they are
   * taken for others; then the commoner word; Fuse.js decides among equals.
   */
  resembling(word: string, limit: number): readonly Resemblance[] {
    const nearest = this.#candidates(word, toleratedSlips(word.length))
      .toSorted((a, b) => compareLikelihood(a, b) || (a.word < b.word ? -1 : 1))
      .slice(0, Math.max(limit, CANDIDATES));
    const scores = fuseScores(
      word,
      nearest.map((candidate) => candidate.word),
    );
    const scoreOf = (candidate: Candidate): number => scores.get(candidate.word) ?? 1;
    return nearest
      .toSorted((a, b) => compareLikelihood(a, b) || scoreOf(a) - scoreOf(b) || (a.word < b.word ? -1 : 1))
      .slice(0, limit)
      .map((candidate) => resemblance(word, candidate));
  }

  /**
   * The word, if any, that a known but rare one is likely a slip for, as an article may hold the same slip as the question:
   * very much commoner, one slip away, and not another form of the same word.
   */
  likelyMeant(word: string): readonly Resemblance[] {
    const count = this.count(word);
    if (count === 0 || count > MAX_RARE) return [];
    return this.#candidates(word, 1)
      .filter((candidate) => candidate.count >= MUCH_COMMONER * count && stem(candidate.word) !== stem(word))
      .toSorted((a, b) => compareLikelihood(a, b) || (a.word < b.word ? -1 : 1))
      .slice(0, 1)
      .map((candidate) => resemblance(word, candidate));
  }

  /** Every known word within so many slips that the word is likely a slip for. */
  #candidates(word: string, tolerated: number): readonly Candidate[] {
    if (word.length < MIN_LENGTH || word.length > MAX_AUTOMATON_WORD || /\d/u.test(word)) return [];
    const slips = new Map<string, number>();
    const automaton = new SlipAutomaton(word, tolerated);
    for (const trie of this.#tries) {
      for (const beginning of likelyBeginnings(word)) {
        for (const near of trie.near(trie.beginningWith(beginning), automaton, "whole")) {
          slips.set(stringAt(trie.strings, near.from), near.slips);
        }
      }
    }
    const letters = distinctLettersOf(word);
    return [...slips]
      .filter(([known]) => !/\d/u.test(known) && isLikelySlip(word, known))
      .map(([known, distance]) => ({
        word: known,
        slips: distance,
        sameLetters: distinctLettersOf(known) === letters,
        count: this.count(known),
      }))
      .filter(({ count }) => count > 0);
  }
}

function isIn(parts: readonly VocabularyPart[], word: string): boolean {
  return parts.some(({ words }) => findString(words, word) >= 0);
}

function distinctLettersOf(word: string): string {
  return [...new Set(lettersOf(word))].join("");
}

function resemblance(typed: string, { word, slips }: Candidate): Resemblance {
  return { word, similarity: 1 - slips / Math.max(typed.length, word.length) };
}

/** Fuse's scores, 0 the best; a word without one resembles nothing. */
function fuseScores(word: string, candidates: readonly string[]): ReadonlyMap<string, number> {
  const found = new Fuse(candidates, { includeScore: true, threshold: 1, ignoreLocation: true }).search(word);
  return new Map(found.map(({ item, score }) => [item, score ?? 1]));
}
