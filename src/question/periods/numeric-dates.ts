import { dayNumber, type DayNumber } from "../../text/calendar.ts";
import type { Span } from "../../domain/sentence.ts";
import { latestYear, monthDays } from "./asked-day.ts";
import type { Found } from "./named-dates.ts";

/** 2022-09-10, 2022-09, 10.9.2022, 9/10/22, 9/9. */
const NUMERIC =
  /(?<![\d./-])(?:(?<isoYear>(?:19|20)\d\d)[-/.](?<isoMonth>\d{1,2})(?:[-/.](?<isoDay>\d{1,2}))?|(?<one>\d{1,2})(?<mark>[./-])(?<two>\d{1,2})\k<mark>(?<year>(?:19|20)\d\d|\d\d)|(?<first>\d{1,2})\/(?<second>\d{1,2}))(?![\d/-]|\.\d)/gu;

/**
 * Dates in digits. Day and month may stand in either order; where both could be the month and they differ (9/10), which is
 * meant is not certain, and it is left out.
 */
export function numericDates(text: string, today: DayNumber | null): readonly (Found & { readonly span: Span })[] {
  return Array.from(text.matchAll(NUMERIC), (match) => {
    const found = read(match.groups ?? {}, today);
    return found === null ? [] : [{ ...found, span: { start: match.index, end: match.index + match[0].length } }];
  }).flat();
}

function read(
  { isoYear, isoMonth, isoDay, one, two, year, first, second }: Readonly<Record<string, string | undefined>>,
  today: DayNumber | null,
): Found | null {
  if (isoYear !== undefined) {
    const day = isoDay === undefined ? null : Number(isoDay);
    const days = monthDays(Number(isoYear), Number(isoMonth), day, day);
    return days !== null && Number(isoMonth) <= 12 ? { days, month: null } : null;
  }
  const order = dayAndMonth(Number(one ?? first), Number(two ?? second));
  if (order === null || (first === "24" && second === "7")) return null;
  const { day, month } = order;
  if (dayNumber(2024, month, day) === null) return null;
  const known = year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year);
  const meant = known ?? (today === null ? null : latestYear(today, month, day));
  return { days: meant === null ? null : monthDays(meant, month, day, day), month: known === null ? month : null };
}

function dayAndMonth(one: number, two: number): { readonly day: number; readonly month: number } | null {
  if (one > 12) return two <= 12 ? { day: one, month: two } : null;
  return two > 12 || one === two ? { day: two, month: one } : null;
}
