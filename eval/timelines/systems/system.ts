import type { Telling } from "../../../src/digest/timeline/collect-dates.ts";
import type { Collection } from "../collection.ts";
import type { DayTimeline } from "../timeline-line.ts";

/** How long a timeline may be: days, and sentences for each. */
export interface Budget {
  readonly dates: number;
  readonly sentences: number;
}

/** Something that makes timelines. Works on the collection alone: it knows no reference. */
export interface TimelineMaker {
  readonly name: string;
  readonly title: string;
  make(collection: Collection, budget: Budget): DayTimeline;
}

/** Days with all that mentions them. */
export function daysOf({
  dated,
  published,
}: Collection): readonly { readonly day: string; readonly tellings: readonly Telling[] }[] {
  return dated.dates
    .filter(({ precision, from }) => precision === "day" && (published.last === null || from <= published.last))
    .map(({ from, tellings }) => ({ day: from, tellings }));
}

/** The days with the highest scores, ties to the earlier, in order. */
export function bestDays(scores: ReadonlyMap<string, number>, wanted: number): readonly string[] {
  return [...scores]
    .toSorted(([dayA, a], [dayB, b]) => b - a || (dayA < dayB ? -1 : 1))
    .slice(0, wanted)
    .map(([day]) => day)
    .toSorted();
}
