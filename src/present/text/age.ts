import type { PartialDate } from "../../domain/article.ts";
import type { Words } from "../../domain/words.ts";

const DAY_MS = 86_400_000;
/** From how many days on months say it better, and from how many months on years. */
const MANY_DAYS = 60;
const MANY_MONTHS = 24;
const DAYS_OF_MONTH = 30.44;

/**
 * How much older one article is than another: "4 days before the newest article". Empty where either has no date, where
 * there is nothing between them, and where their dates are known too roughly to tell: between two years that follow each
 * other there may be a day.
 */
export function ageBefore(words: Words, published: PartialDate | null, newest: PartialDate | null): string {
  if (published === null || newest === null) return "";
  const [year = 0, month, day] = partsOf(published);
  const [newestYear = 0, newestMonth, newestDay] = partsOf(newest);
  const years = newestYear - year;
  if (month === undefined || newestMonth === undefined) return years > 1 ? inYears(words, years) : "";
  const months = years * 12 + newestMonth - month;
  if (day === undefined || newestDay === undefined) return months > 1 ? inMonths(words, months) : "";
  const days = Math.round((Date.parse(newest) - Date.parse(published)) / DAY_MS);
  if (!(days > 0)) return "";
  return days < MANY_DAYS
    ? words.say("source.age-days", { count: days })
    : inMonths(words, Math.round(days / DAYS_OF_MONTH));
}

function partsOf(date: PartialDate): readonly number[] {
  return date.split("-").map(Number);
}

function inMonths(words: Words, months: number): string {
  return months < MANY_MONTHS
    ? words.say("source.age-months", { count: months })
    : inYears(words, Math.floor(months / 12));
}

function inYears(words: Words, years: number): string {
  return words.say("source.age-years", { count: years });
}

/** From how many days on the articles may be behind events: half a year, in which most stories go on. */
const OLD_DAYS = 180;

/** Warns that the newest article is old; empty where it is not, or has no date. */
export function staleLine(words: Words, daysSinceNewest: number | null): string {
  if (daysSinceNewest === null || daysSinceNewest < OLD_DAYS) return "";
  const months = Math.floor(daysSinceNewest / DAYS_OF_MONTH);
  return months < MANY_MONTHS
    ? words.say("source.stale-months", { count: months })
    : words.say("source.stale-years", { count: Math.floor(months / 12) });
}
