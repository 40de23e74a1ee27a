import { type EntryWords, indexEntryWords } from "./entry-words.ts";
import { FIT, type TypedText, fitAt, readTyped, withSlips } from "./typed-words.ts";

/** A name, a title or a question that can be completed, and what it stands for. */
export interface CompletionEntry<T> {
  readonly text: string;
  readonly value: T;
  /** What it counts beside the others; 1 unless said. */
  readonly weight?: number;
}

/** Completes what somebody has typed so far. */
export interface Completer<T> {
  /**
   * The values of the entries that best fit what was typed, best first, no value twice, at most `limit`. Every typed word
   * must begin a word of the entry; words without content need not. Where that finds too few, words of four letters and more
   * may hold one slip. Nothing typed fits everything.
   */
  complete(typed: string, limit: number): readonly T[];
}

/** No more of the typed text is looked at. */
const MAX_TYPED = 100;

/** The first word typed is the entry's first word. */
const AT_START = 4;
/** The words stand in the order in which they were typed. */
const IN_ORDER = 2;
/** Of each word, where the word typed is a beginning and not all of it. */
const BEGINNING = 0.5;

/** How well an entry fits what was typed. */
interface Fit<T> {
  readonly place: number;
  readonly value: T;
  /** How many typed words fit it by a slip alone. */
  readonly slips: number;
  readonly score: number;
}

/**
 * Makes ready to complete entries, of which the first are preferred where they fit equally well. Takes time in step with
 * their words; completing takes time in step with the entries that hold the rarest word typed.
 */
export function createCompleter<T>(entries: readonly CompletionEntry<T>[]): Completer<T> {
  const words = indexEntryWords(entries.map(({ text }) => text));

  const bestFits = (typed: TypedText, limit: number): readonly Fit<T>[] => {
    const best: Fit<T>[] = [];
    const held = holdingRarest(words, typed);
    for (let place = 0; place < held.length; place += 1) {
      const entry = held[place] === 1 ? entries[place] : undefined;
      const fit = entry === undefined ? undefined : fitOf(words, typed, place);
      if (entry === undefined || fit === undefined) continue;
      keepBest(best, { place, value: entry.value, slips: fit.slips, score: fit.score * (entry.weight ?? 1) }, limit);
    }
    return best;
  };

  return {
    complete(typedText, limit) {
      const typed = readTyped(words, typedText.slice(0, MAX_TYPED));
      if (typed.words.length === 0) return firstValues(entries, limit);
      const found = bestFits(typed, limit);
      const fits = found.length < limit ? bestFits(withSlips(words, typed), limit) : found;
      return fits.map(({ value }) => value);
    },
  };
}

function firstValues<T>(entries: readonly CompletionEntry<T>[], limit: number): readonly T[] {
  const values = new Set<T>();
  for (const { value } of entries) {
    if (values.size >= limit) break;
    values.add(value);
  }
  return [...values];
}

/** 1 for every entry that holds the rarest of the words that must be there. */
function holdingRarest({ texts, firstText, firstWord }: EntryWords, { words, fits }: TypedText): Uint8Array {
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

/** How well an entry fits the words typed; undefined where it does not hold one that it must. */
function fitOf(
  { words, firstWord, firstContent }: EntryWords,
  typed: TypedText,
  entry: number,
): Pick<Fit<unknown>, "slips" | "score"> | undefined {
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
  return { slips, score: (atStart ? AT_START : 0) + (inOrder ? IN_ORDER : 0) + share / typed.words.length };
}

/** Puts a fit where it belongs among the best, which are no more than `limit` and no value twice. */
function keepBest<T>(best: Fit<T>[], fit: Fit<T>, limit: number): void {
  const last = best.at(-1);
  if (best.length >= limit && (last === undefined || compareFits(fit, last) >= 0)) return;
  const same = best.findIndex(({ value }) => value === fit.value);
  const rival = best[same];
  if (rival !== undefined) {
    if (compareFits(fit, rival) >= 0) return;
    best.splice(same, 1);
  }
  const place = best.findIndex((other) => compareFits(fit, other) < 0);
  best.splice(place < 0 ? best.length : place, 0, fit);
  if (best.length > limit) best.pop();
}

/** Negative where `a` is the better. */
function compareFits<T>(a: Fit<T>, b: Fit<T>): number {
  return a.slips - b.slips || b.score - a.score || a.place - b.place;
}
