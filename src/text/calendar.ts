import type { PartialDate } from "../domain/article.ts";
import type { DateMention } from "../domain/sentence.ts";

/** A day as days since 1 January 1970, so that days can be counted with. */
export type DayNumber = number;

/** A stretch of days, both ends included, and how much of it was said. */
export type Period = Pick<DateMention, "from" | "to" | "precision">;

/** An article's date, taken apart. */
export interface Published {
  readonly year: number;
  /** 1 to 12, or null where only the year is known. */
  readonly month: number | null;
  readonly day: DayNumber | null;
}

const MS_PER_DAY = 86_400_000;

/** Null where there is no such day (31 September), or the year does not have four digits. */
export function dayNumber(year: number, month: number, day: number): DayNumber | null {
  if (year < 1000 || year > 9999) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / MS_PER_DAY : null;
}

function isoDay(day: DayNumber): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: DayNumber): number {
  return new Date(day * MS_PER_DAY).getUTCDay();
}

/** Monday of the week that holds `day`. */
export function mondayOf(day: DayNumber): DayNumber {
  return day - ((weekdayOf(day) + 6) % 7);
}

export function singleDay(day: DayNumber): Period {
  return { from: isoDay(day), to: isoDay(day), precision: "day" };
}

/** A single day where both ends are the same. */
export function daysBetween(first: DayNumber, last: DayNumber): Period {
  return first === last ? singleDay(first) : { from: isoDay(first), to: isoDay(last), precision: "range" };
}

export function lastDayOf(year: number, month: number): DayNumber {
  return Date.UTC(year, month, 0) / MS_PER_DAY;
}

export function wholeMonth(year: number, month: number): Period {
  const from = Date.UTC(year, month - 1, 1) / MS_PER_DAY;
  return { from: isoDay(from), to: isoDay(lastDayOf(year, month)), precision: "month" };
}

export function wholeYear(year: number): Period {
  return { from: `${year}-01-01`, to: `${year}-12-31`, precision: "year" };
}

export function parsePublished(published: PartialDate | null): Published | null {
  const parts = /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?$/u.exec(published ?? "")?.groups;
  if (parts === undefined) return null;
  const year = Number(parts["year"]);
  const month = parts["month"] === undefined ? null : Number(parts["month"]);
  const day = month === null || parts["day"] === undefined ? null : dayNumber(year, month, Number(parts["day"]));
  return dayNumber(year, month ?? 1, 1) === null ? null : { year, month, day };
}
