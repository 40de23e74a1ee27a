import type { PartialDate } from "../domain/article.ts";
import type { Words } from "../domain/words.ts";

const DAY_MS = 86_400_000;
/** From how many days on months say it better, and from how many months on years. */
const MANY_DAYS = 60;
const MANY_MONTHS = 24;
const DAYS_OF_MONTH = 30.44;

/**
 * How much older one article is than another, as precisely as both dates are known: "4 days before the newest article".
 * Empty where either has no date, and where there is nothing between them.
 */
export function ageBefore(words: Words, published: PartialDate | null, newest: PartialDate | null): string {
  if (published === null || newest === null) return "";
  const [year = 0, month, day] = partsOf(published);
  const [newestYear = 0, newestMonth, newestDay] = partsOf(newest);
  if (month === undefined || newestMonth === undefined) return inYears(words, newestYear - year);
  const months = (newestYear - year) * 12 + newestMonth - month;
  if (day === undefined || newestDay === undefined) return inMonths(words, months);
  const days = Math.round((Date.parse(newest) - Date.parse(published)) / DAY_MS);
  if (days <= 0) return "";
  return days < MANY_DAYS
    ? words.say("source.age-days", { count: days })
    : inMonths(words, Math.round(days / DAYS_OF_MONTH));
}

function partsOf(date: PartialDate): readonly number[] {
  return date.split("-").map(Number);
}

function inMonths(words: Words, months: number): string {
  if (months <= 0) return "";
  return months < MANY_MONTHS
    ? words.say("source.age-months", { count: months })
    : inYears(words, Math.floor(months / 12));
}

function inYears(words: Words, years: number): string {
  return years <= 0 ? "" : words.say("source.age-years", { count: years });
}

/** From how many days on the articles may be behind events: half a year without news. */
const OLD_DAYS = 180;

/** Warns that the newest article is old; empty where it is not, or has no date. */
export function staleLine(words: Words, daysSinceNewest: number | null): string {
  if (daysSinceNewest === null || daysSinceNewest < OLD_DAYS) return "";
  return words.say("source.stale", { months: Math.floor(daysSinceNewest / DAYS_OF_MONTH) });
}
