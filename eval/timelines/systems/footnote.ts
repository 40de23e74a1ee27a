import { chooseTellings } from "../../../src/digest/timeline/choose-sentences.ts";
import type { Telling } from "../../../src/digest/timeline/collect-dates.ts";
import { importanceOf } from "../../../src/digest/timeline/importance.ts";
import type { Collection } from "../collection.ts";
import { leadsOf } from "./leads.ts";
import { type TimelineMaker, bestDays } from "./system.ts";

/** How sure a sentence of a lead without a date tells of the day on which it appeared. */
const LEAD_FIT = 0.45;

/**
 * Footnote: dates and sentences as the program chooses them, days only. In one thing it goes further than the program,
 * which puts a sentence without a date to none: here such sentences may follow, from the leads of what appeared that day.
 */
export const FOOTNOTE: TimelineMaker = {
  name: "footnote",
  title: "Footnote",
  make(collection, budget) {
    const { dated, published } = collection;
    const days = new Map(
      dated.dates
        .filter(({ precision, from }) => precision === "day" && (published.last === null || from <= published.last))
        .map((date) => [date.from, date]),
    );
    const scores = new Map([...days].map(([day, date]) => [day, importanceOf(date, dated, published)]));
    return new Map(
      bestDays(scores, budget.dates).map((day) => {
        const tellings = [...(days.get(day)?.tellings ?? []), ...undated(collection, day)];
        const chosen = chooseTellings(tellings, tellings, dated.centre, budget.sentences);
        return [day, chosen.map(({ candidate }) => candidate.sentence.text)];
      }),
    );
  },
};

function undated(collection: Collection, day: string): readonly Telling[] {
  return leadsOf(collection, day)
    .filter(({ mentions }) => mentions.length === 0)
    .map((candidate) => ({
      candidate,
      mention: null,
      vector: collection.dated.space.vectorOf(candidate.terms),
      fit: LEAD_FIT,
    }));
}
