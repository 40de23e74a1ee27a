import type { EntryWords } from "./entry-words.ts";
import { FIT, type TypedText, fitAt } from "./typed-words.ts";

/** The first word typed is the entry's first word. */
const AT_START = 4;
/** The words stand in the order in which they were typed. */
const IN_ORDER = 2;
/** Of each word, where the word typed is a beginning and not all of it. */
const BEGINNING = 0.5;

/** Where all of the entry was typed. */
const COVERED = 0.5;

/** How well an entry fits what was typed. */
export interface EntryFit {
  /** How many typed words fit it by a slip alone. */
  readonly slips: number;
  /** 0 to 7.5, the higher the better: where the words stand, then how much of them was typed, and how much of the entry. */
  readonly score: number;
}

/** 1 for every entry that holds the rarest of the words that must be there. */
export function holdingRarest({ texts, firstText, firstWord }: EntryWords, { words, fits }: TypedText): Uint8Array {
  const occurrences = words.map(({ required }) => (required ? 0 : Infinity));
  for (let known = 0; known < fits.length; known += 1) {
    const fit = fits[known] ?? 0;
    if (fit === 0) continue;
    const count = (firstText[known + 1] ?? 0) - (firstText[known] ?? 0);
    for (let n = 0; n < words.length; n += 1) {
      if (fitAt(fit, n) !== FIT.none) occurrences[n] = (occurrences[n] ?? 0) + count;
    }
  }
  const rarest = occurrences.indexOf(Math.min(...occurrences));
  const held = new Uint8Array(firstWord.length - 1);
  for (let known = 0; known < fits.length; known += 1) {
    if (fitAt(fits[known] ?? 0, rarest) === FIT.none) continue;
    for (let at = firstText[known] ?? 0; at < (firstText[known + 1] ?? 0); at += 1) held[texts[at] ?? 0] = 1;
  }
  return held;
}

/** How well entry number `entry` fits the words typed; undefined where it does not hold one that it must. */
export function fitOf(
  { words, firstWord, firstContent }: EntryWords,
  typed: TypedText,
  entry: number,
): EntryFit | undefined {
  const from = firstWord[entry] ?? 0;
  const to = firstWord[entry + 1] ?? 0;
  let held = 0;
  for (let at = from; at < to; at += 1) held |= typed.fits[words[at] ?? 0] ?? 0;
  let slips = 0;
  let share = 0;
  let inOrder = true;
  let first = -1;
  let last = -1;
  for (let n = 0; n < typed.words.length; n += 1) {
    if (fitAt(held, n) === FIT.none) {
      if (typed.words[n]?.required === true) return undefined;
      continue;
    }
    let fit: number = FIT.none;
    let place = -1;
    for (let at = from; at < to; at += 1) {
      const here = fitAt(typed.fits[words[at] ?? 0] ?? 0, n);
      // Of places that fit alike, the first behind the word typed before.
      if (here > fit || (here === fit && place <= last && at > last)) {
        fit = here;
        place = at;
      }
    }
    if (fit === FIT.slip) slips += 1;
    share += fit === FIT.whole ? 1 : BEGINNING;
    if (first < 0) first = place;
    inOrder &&= place >= last;
    last = place;
  }
  const atStart = first === from || first === firstContent[entry];
  const covered = to === from ? 0 : Math.min(1, share / (to - from));
  const score = (atStart ? AT_START : 0) + (inOrder ? IN_ORDER : 0) + share / typed.words.length + COVERED * covered;
  return { slips, score };
}
