import type { PartialDate } from "../../domain/article.ts";
import type { Choice } from "../../domain/command.ts";
import type { MessageId, Words } from "../../domain/words.ts";
import { cut } from "./cut.ts";
import { dated } from "./dates.ts";
import { LIMITS } from "./limits.ts";
import { daysBefore, readDay } from "./typed-day.ts";

type Label = Extract<MessageId, `latest.choice-${string}`>;

/** Days in a week, the last of them counted. */
const WEEK = 7;

/**
 * Days that are proposed while somebody types one: what was typed, as it is read, then those from which on there is news.
 *
 * @param newest date of the newest article; null where none is dated
 * @param today `YYYY-MM-DD`
 */
export function dayChoices(words: Words, typed: string, newest: string | null, today: string): readonly Choice[] {
  const read = readDay(words.language, typed, today);
  const days: readonly (readonly [label: Label, date: PartialDate])[] = [
    ...(read === null ? [] : [["latest.choice-typed", read] as const]),
    ...(newest === null ? [] : usefulDays(newest)),
  ];
  const byDate = new Map<string, Choice>();
  for (const [label, date] of days) {
    if (byDate.has(date)) continue;
    const text = words.say(label, dated(words, date, "long"));
    byDate.set(date, { label: cut(text, LIMITS.autocomplete.labelLength), value: date });
  }
  return [...byDate.values()];
}

/** Days, months and years that are proposed while somebody types one, by what they are called: first what was typed. */
export function typedDayChoices(words: Words, typed: string, newest: string | null, today: string): readonly Choice[] {
  const read = readDay(words.language, typed, today);
  const reached = newest === null ? [] : [10, 7, 4].map((length) => newest.slice(0, length));
  return [...new Set([...(read === null ? [] : [read]), ...reached])].map((date) => ({
    label: words.date(date, "long"),
    value: date,
  }));
}

function usefulDays(newest: PartialDate): readonly (readonly [label: Label, date: PartialDate])[] {
  const isDay = /^\d{4}-\d\d-\d\d$/u.test(newest);
  return [
    ["latest.choice-newest", newest],
    ...(isDay ? [["latest.choice-week", daysBefore(newest, WEEK - 1)] as const] : []),
    ...(newest.length >= "2022-09".length ? [["latest.choice-month", newest.slice(0, "2022-09".length)] as const] : []),
  ];
}
