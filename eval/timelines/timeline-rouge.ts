import { rougeN, rougeWords } from "../metrics/rouge.ts";
import { type Scores, scoresOf } from "./date-scores.ts";
import type { DayTimeline } from "./timeline-line.ts";

const DAY_MS = 86_400_000;

interface Day {
  readonly day: number;
  readonly words: readonly string[];
}

/** ROUGE-N over all sentences in a row, whatever day they stand at. */
export function concatRouge(told: DayTimeline, reference: DayTimeline, n: number): Scores {
  const wordsOf = (timeline: DayTimeline): readonly string[] => daysOf(timeline).flatMap(({ words }) => words);
  return rougeN(wordsOf(told), wordsOf(reference), n);
}

/**
 * ROUGE-N of what is told on days that are put to each other: "align+ m:1" of Martschat and Markert (Improving ROUGE for
 * Timeline Summarization, EACL 2017). Each day of the one timeline is put to the day of the other where (1 - 1 / (days apart
 * + 1)) · (1 - ROUGE-1 F1 of their sentences) is least; several may be put to the same one. What both have in common counts
 * 1 / (days apart + 1). Recall puts the reference's days to those that are told and divides by all runs of `n` words of the
 * reference, precision the other way round.
 */
export function alignedRouge(told: DayTimeline, reference: DayTimeline, n: number): Scores {
  const [own, its] = [daysOf(told), daysOf(reference)];
  return scoresOf(shareAligned(own, its, n), shareAligned(its, own, n));
}

/** Share of the runs of `days` that the days of `others` which they are put to hold too. */
function shareAligned(days: readonly Day[], others: readonly Day[], n: number): number {
  let [shared, all] = [0, 0];
  for (const day of days) {
    const runs = Math.max(0, day.words.length - n + 1);
    all += runs;
    const other = nearest(day, others);
    if (other === undefined) continue;
    // Precision is the share of the runs of its first argument.
    shared += closeness(day, other) * Math.round(rougeN(day.words, other.words, n).precision * runs);
  }
  return all === 0 ? 0 : shared / all;
}

/** The first of those to which aligning costs least. */
function nearest(day: Day, others: readonly Day[]): Day | undefined {
  let best: Day | undefined;
  let least = Infinity;
  for (const other of others) {
    const cost = (1 - closeness(day, other)) * (1 - rougeN(day.words, other.words, 1).f1);
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}

function closeness(a: Day, b: Day): number {
  return 1 / (Math.abs(a.day - b.day) + 1);
}

function daysOf(timeline: DayTimeline): readonly Day[] {
  return [...timeline]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, sentences]) => ({ day: Date.parse(day) / DAY_MS, words: sentences.flatMap((one) => rougeWords(one)) }));
}
