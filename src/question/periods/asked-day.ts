import { dayNumber, lastDayOf, parsePublished, type DayNumber, type Published } from "../../text/calendar.ts";

/** Days from one to another, both included, that a question names. */
export interface Days {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** Days that a date without a year may lie after today: articles are dated in other time zones. */
const TOLERANCE = 2;

/** The day that a question is asked on as far as the articles know: the last one of a month or year that is given alone. */
export function todayOf(published: Published | null): DayNumber | null {
  if (published === null) return null;
  return published.day ?? lastDayOf(published.year, published.month ?? 12);
}

/** The latest year in which a month, or a day of it, is not after today. */
export function latestYear(today: DayNumber, month: number, day: number | null): number | null {
  const year = new Date(today * 86_400_000).getUTCFullYear();
  return (
    [year, year - 1, year - 2, year - 3, year - 4].find((candidate) => {
      const at = dayNumber(candidate, month, day ?? 1);
      return at !== null && at <= today + (day === null ? 0 : TOLERANCE);
    }) ?? null
  );
}

/** Null where there is no such day. */
export function daysOf(first: DayNumber | null, last: DayNumber | null): Days | null {
  return first === null || last === null || first > last ? null : { first, last };
}

/** Days of a month, all of it where no day is given. */
export function monthDays(year: number, month: number, from: number | null, to: number | null): Days | null {
  return daysOf(dayNumber(year, month, from ?? 1), to === null ? lastDayOf(year, month) : dayNumber(year, month, to));
}

/** Whole months from one to another of the same or a later year. */
export function monthsBetween(year: number, month: number, lastYear: number, lastMonth: number): Days | null {
  return daysOf(dayNumber(year, month, 1), lastDayOf(lastYear, lastMonth));
}

/** Reads a day as written in ISO 8601. */
export function dayOf(iso: string): DayNumber | null {
  return parsePublished(iso)?.day ?? null;
}
