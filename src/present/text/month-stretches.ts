import type { ArticleCount } from "../../domain/keeping.ts";

/** Articles of a stretch of time. Days are `YYYY-MM-DD`. */
export interface CountedStretch {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Counts by month put together to stretches of `months` months each, without gaps. */
export interface MonthStretches {
  readonly months: number;
  readonly stretches: readonly CountedStretch[];
}

const YEAR = 12;
/** The last month that a date can name. */
const LAST_MONTH = 9_999 * YEAR + 11;
/** A single month as wide as the picture would say nothing of time. */
const FEWEST = 6;

/**
 * As fine as there is room for: months, quarters, years, or several years.
 *
 * @param counted months, `2022-09`, earliest first
 */
export function monthStretches(counted: readonly ArticleCount[], most: number): MonthStretches {
  const numbered = counted.map(({ name, articles }) => ({ month: monthNumber(name), articles }));
  const [first, last] = [numbered[0]?.month, numbered.at(-1)?.month];
  if (first === undefined || last === undefined) return { months: 1, stretches: [] };
  const years = Math.ceil((last - first + 1) / YEAR / (most - 1));
  const months = [1, 3, YEAR].find((size) => (last - first) / size < most - 1) ?? years * YEAR;
  const lastStart = Math.floor(last / months) * months;
  const start = Math.min(Math.floor(first / months), Math.floor(last / months) - FEWEST + 1) * months;
  const stretches: CountedStretch[] = [];
  for (let from = Math.max(0, start); from <= lastStart; from += months) {
    const count = numbered.reduce(
      (sum, { month, articles }) => (month >= from && month < from + months ? sum + articles : sum),
      0,
    );
    stretches.push({ from: firstDay(from), to: lastDay(Math.min(from + months - 1, LAST_MONTH)), count });
  }
  return { months, stretches };
}

function monthNumber(month: string): number {
  const [year = 0, inYear = 1] = month.split("-").map(Number);
  return year * YEAR + inYear - 1;
}

function firstDay(month: number): string {
  return `${String(Math.floor(month / YEAR)).padStart(4, "0")}-${String((month % YEAR) + 1).padStart(2, "0")}-01`;
}

function lastDay(month: number): string {
  const day = new Date(0);
  day.setUTCFullYear(Math.floor(month / YEAR), (month % YEAR) + 1, 0);
  return `${firstDay(month).slice(0, -2)}${String(day.getUTCDate()).padStart(2, "0")}`;
}
