import type { PartialDate } from "../domain/article.ts";
import { parsePublished } from "../text/calendar.ts";

const TYPED = /^(?<year>\d{4})(?:[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?)?$/u;

/** Reads a date as people type it after an operator: 2022-09-10, 2022/9/1, 2022-09, 2022; null for anything else. */
export function readPartialDate(typed: string): PartialDate | null {
  const { year, month, day } = TYPED.exec(typed.trim())?.groups ?? {};
  if (year === undefined) return null;
  const date = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter((part) => part !== undefined).join("-");
  const read = parsePublished(date);
  return read === null || (day !== undefined && read.day === null) ? null : date;
}

/** First day of the period that a date names, `YYYY-MM-DD`. */
export function firstDayOf(date: PartialDate): string {
  return `${date}-01-01`.slice(0, 10);
}

/** Whether any part of the period that `date` names lies on or after `day`. */
export function reaches(date: PartialDate, day: string): boolean {
  return date >= day.slice(0, date.length);
}
