import type { DayTimeline } from "./timeline-line.ts";

/** 0 to 1. */
export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How many of the days told are days of the reference, and how many of these are told. */
export function dateScores(told: DayTimeline, reference: DayTimeline): Scores {
  const hits = [...told.keys()].filter((day) => reference.has(day)).length;
  return scoresOf(told.size === 0 ? 0 : hits / told.size, reference.size === 0 ? 0 : hits / reference.size);
}

export function scoresOf(precision: number, recall: number): Scores {
  const sum = precision + recall;
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum };
}
