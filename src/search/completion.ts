import { type EntryFit, fitOf, holdingRarest } from "./entry-fit.ts";
import { indexEntryWords } from "./entry-words.ts";
import { type TypedText, readTyped, withSlips } from "./typed-words.ts";

/** A name, a title or a question that can be completed, and what it stands for. */
export interface CompletionEntry<T> {
  readonly text: string;
  readonly value: T;
  /** What it counts beside the others; 1 unless said. */
  readonly weight?: number;
}

/** An entry's value with how well the entry fits what was typed. */
export interface CompletionFit<T> extends EntryFit {
  readonly value: T;
}

/** Completes what somebody has typed so far. */
export interface Completer<T> {
  /**
   * The values of the entries that best fit what was typed, best first, no value twice, at most `limit`. Every typed word
   * must begin a word of the entry; words without content need not. Where that finds too few, words of four letters and more
   * may hold one slip. Nothing typed fits everything.
   */
  complete(typed: string, limit: number): readonly T[];
  /** The same with how well each fits, to be put among those of other completers; none where nothing was typed. */
  fits(typed: string, limit: number): readonly CompletionFit<T>[];
}

/** No more of the typed text is looked at. */
const MAX_TYPED = 100;

interface Fit<T> extends CompletionFit<T> {
  readonly place: number;
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

  const fitsOf = (typed: TypedText, limit: number): readonly Fit<T>[] => {
    if (typed.words.length === 0) return [];
    const found = bestFits(typed, limit);
    return found.length < limit ? bestFits(withSlips(words, typed), limit) : found;
  };
  const read = (typed: string): TypedText => readTyped(words, typed.slice(0, MAX_TYPED));

  return {
    complete(typedText, limit) {
      const typed = read(typedText);
      if (typed.words.length === 0) return firstValues(entries, limit);
      return fitsOf(typed, limit).map(({ value }) => value);
    },
    fits: (typed, limit) => fitsOf(read(typed), limit),
  };
}

/** The best of what several completers found, best first, no value twice; of equals those of the first completer. */
export function bestOf<T>(found: readonly (readonly CompletionFit<T>[])[], limit: number): readonly CompletionFit<T>[] {
  const best = new Map<T, CompletionFit<T>>();
  for (const fit of found.flat().toSorted((a, b) => a.slips - b.slips || b.score - a.score)) {
    if (best.size >= limit) break;
    if (!best.has(fit.value)) best.set(fit.value, fit);
  }
  return [...best.values()];
}

function firstValues<T>(entries: readonly CompletionEntry<T>[], limit: number): readonly T[] {
  const values = new Set<T>();
  for (const { value } of entries) {
    if (values.size >= limit) break;
    values.add(value);
  }
  return [...values];
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
