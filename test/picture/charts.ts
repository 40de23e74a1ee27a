import type { TimelineChart } from "../../src/domain/picture.ts";

const DAY_MS = 86_400_000;

/** The day so many days after 6 June 2022, a Monday. */
export function dayAfter(days: number): string {
  return new Date(Date.UTC(2022, 5, 6) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Bars of a week each, with what they count. */
export function weeks(counts: readonly number[]): TimelineChart["bars"] {
  return counts.map((count, week) => ({ from: dayAfter(week * 7), to: dayAfter(week * 7 + 6), count }));
}

/** Events on days counted from 6 June 2022, numbered from 1. */
export function eventsOn(days: readonly number[], label = ""): TimelineChart["events"] {
  return days.map((day, place) => ({ number: place + 1, from: dayAfter(day), to: dayAfter(day), label }));
}

/** A chart with what a test does not care about filled in. */
export function chart(given: Partial<TimelineChart> = {}): TimelineChart {
  return {
    title: "Port of Durrës",
    unit: "articles a week",
    bars: weeks([0, 1, 4, 2]),
    events: eventsOn([3, 20]),
    language: "en",
    alt: "Two dates.",
    ...given,
  };
}
