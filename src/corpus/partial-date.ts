import type { PartialDate } from "../domain/article.ts";

const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** Whether `text` is a year, a month or a day of the Gregorian calendar: `2022`, `2022-09`, `2022-09-10`. */
export function isPartialDate(text: string): boolean {
  const [, year, month, day] = pattern.exec(text) ?? [];
  if (year === undefined) return false;
  if (month === undefined) return Number(year) > 0;
  const full = `${year}-${month}-${day ?? "01"}`;
  const time = Date.parse(full);
  // V8 reads 2022-02-30 as 2 March.
  return Number(year) > 0 && !Number.isNaN(time) && new Date(time).toISOString().startsWith(full);
}

/** Whether the date begins later than the day after `today` (`YYYY-MM-DD`): tomorrow is today somewhere on earth. */
export function isInFuture(date: PartialDate, today: string): boolean {
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString();
  return date > tomorrow.slice(0, date.length);
}
