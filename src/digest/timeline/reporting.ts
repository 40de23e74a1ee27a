import type { Article } from "../../domain/article.ts";
import type { Reporting } from "../../domain/digest.ts";
import type { Period } from "./period.ts";

const DAY_MS = 86_400_000;
/** Most stretches; the shortest of these lengths is taken that makes no more. */
const MOST = 50;
const MONTHS = [1, 3, 12, 60, 600] as const;

/**
 * How much was published, in stretches of a day, a week, a month, a quarter, a year or longer, without gaps. Articles whose
 * day is not told count in the middle of their month or year.
 *
 * @param days first and last days that are to be covered, `YYYY-MM-DD`
 * @param period what is asked for; what was published outside of it, or before the first of the days, is not counted
 */
export function reportingOf(
  articles: readonly Article[],
  days: readonly string[],
  { first, last: end }: Period,
): readonly Reporting[] {
  // Before anything that is told there is nothing to be seen but how long ago somebody wrote about it.
  const begin = first ?? days.toSorted()[0] ?? null;
  const published = articles
    .flatMap((article) => middleOf(article.published) ?? [])
    .filter((day) => (begin === null || day >= begin) && (end === null || day <= end));
  const all = [...published, ...days].toSorted();
  const earliest = all[0];
  const latest = all.at(-1);
  if (earliest === undefined || latest === undefined) return [];
  return stretchesOver(earliest, latest).map(({ from, to }) => ({
    from,
    to,
    articles: published.filter((day) => from <= day && day <= to).length,
  }));
}

function middleOf(published: string | null): string | null {
  if (published === null) return null;
  return published.length === 4 ? `${published}-07-01` : published.length === 7 ? `${published}-15` : published;
}

function stretchesOver(first: string, last: string): readonly { readonly from: string; readonly to: string }[] {
  const days = (Date.parse(last) - Date.parse(first)) / DAY_MS + 1;
  if (days <= MOST) return stretched(first, last, (from) => shifted(from, 1));
  const monday = shifted(first, -((new Date(first).getUTCDay() + 6) % 7));
  if ((Date.parse(last) - Date.parse(monday)) / DAY_MS < MOST * 7) {
    return stretched(monday, last, (from) => shifted(from, 7));
  }
  const length = MONTHS.find((months) => monthOf(last) - startOf(first, months) < MOST * months) ?? 600;
  return stretched(firstOf(startOf(first, length)), last, (from) => firstOf(monthOf(from) + length));
}

function stretched(
  first: string,
  last: string,
  next: (from: string) => string,
): readonly { readonly from: string; readonly to: string }[] {
  const stretches: { readonly from: string; readonly to: string }[] = [];
  for (let from = first; from <= last && stretches.length < 2 * MOST;) {
    const after = next(from);
    stretches.push({ from, to: shifted(after, -1) });
    from = after;
  }
  return stretches;
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function startOf(day: string, months: number): number {
  return Math.floor(monthOf(day) / months) * months;
}

function firstOf(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
}
