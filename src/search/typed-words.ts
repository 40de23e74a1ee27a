import { stringAt } from "../index/packed-strings.ts";
import { STOP_WORDS } from "../text/stop-words.ts";
import { type EntryWords, wordsOf } from "./entry-words.ts";
import { likelyBeginnings } from "./likely-slip.ts";
import { MAX_AUTOMATON_WORD, SlipAutomaton } from "./slip-automaton.ts";

/** How a typed word and a word of an entry go together, the better the higher; two bits hold it. */
export const FIT = { none: 0, slip: 1, beginning: 2, whole: 3 } as const;

/** A word that was typed. */
export interface TypedWord {
  readonly text: string;
  /** Whether an entry must hold it. */
  readonly required: boolean;
}

/** The distinct words of a typed text, and how the words of the entries fit them. */
export interface TypedText {
  readonly words: readonly TypedWord[];
  /**
   * For each word of the entries its fits with all typed words at once, so that an entry's words are looked up but once:
   * see {@link fitAt}.
   */
  readonly fits: Uint32Array;
}

/** Nobody types more before choosing; so many fits go into 32 bits. */
const MAX_WORDS = 16;
/** Shorter words hold no slip that could be told from another word. */
const MIN_SLIP_LENGTH = 4;

/** A value of {@link FIT}: how a word of the entries, by its `fits`, fits the typed word of this number. */
export function fitAt(fits: number, typedWord: number): number {
  return (fits >>> (2 * typedWord)) & 3;
}

/** Reads a typed text. Words without content need not be found, unless nothing else was typed. */
export function readTyped(entries: EntryWords, typed: string): TypedText {
  const texts = [...new Set(wordsOf(typed))].slice(0, MAX_WORDS);
  const onlyStops = texts.every((text) => STOP_WORDS.has(text));
  const fits = new Uint32Array(entries.firstText.length - 1);
  for (const [number, text] of texts.entries()) {
    const { from, to } = entries.trie.beginningWith(text);
    for (let known = from; known < to; known += 1) {
      const isWhole = known === from && stringAt(entries.trie.strings, known) === text;
      addFit(fits, known, number, isWhole ? FIT.whole : FIT.beginning);
    }
  }
  return { words: texts.map((text) => ({ text, required: onlyStops || !STOP_WORDS.has(text) })), fits };
}

/** The same text, where words fit also what begins within one slip of them; short ones and those with digits do not. */
export function withSlips(entries: EntryWords, { words, fits }: TypedText): TypedText {
  const more = fits.slice();
  for (const [number, { text }] of words.entries()) {
    if (text.length < MIN_SLIP_LENGTH || text.length > MAX_AUTOMATON_WORD || /\d/u.test(text)) continue;
    const automaton = new SlipAutomaton(text, 1);
    for (const beginning of likelyBeginnings(text)) {
      for (const { from, to } of entries.trie.near(entries.trie.beginningWith(beginning), automaton, "beginning")) {
        for (let known = from; known < to; known += 1) {
          if (fitAt(more[known] ?? 0, number) === FIT.none) addFit(more, known, number, FIT.slip);
        }
      }
    }
  }
  return { words, fits: more };
}

function addFit(fits: Uint32Array, known: number, typedWord: number, fit: number): void {
  fits[known] = (fits[known] ?? 0) | (fit << (2 * typedWord));
}
