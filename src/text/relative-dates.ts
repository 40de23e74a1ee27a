import {
  daysBetween,
  mondayOf,
  singleDay,
  wholeMonth,
  wholeYear,
  weekdayOf,
  type DayNumber,
  type Period,
  type Published,
} from "./calendar.ts";

/** A day of a calendar, as a parser read it. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from publication, for expressions that mean one day. */
const DAY_OFFSETS: Readonly<Record<string, number>> = {
  yesterday: -1,
  "last night": -1,
  today: 0,
  tonight: 0,
  "this morning": 0,
  "this afternoon": 0,
  "this evening": 0,
  tomorrow: 1,
};

/**
 * What an expression without a date of its own means in an article published then, or null where that is not certain.
 *
 * - "last week" is Monday to Sunday of the week before. On a Saturday or Sunday people also mean the week just ending, so
 *   there it lasts until the day before publication.
 * - "two weeks ago" is a whole week, "two months ago" a whole month, "a year ago" a year: that is all that was said.
 */
export function relativePeriod(expression: string, published: Published, ahead: boolean): Period | null {
  const words = expression.toLowerCase().replace(/\s+/gu, " ");
  const unit = /^(?<which>last|this|next) (?<unit>month|year)$/u.exec(words)?.groups;
  if (unit?.["which"] !== undefined) {
    const shift = unit["which"] === "last" ? -1 : unit["which"] === "next" ? 1 : 0;
    return unit["unit"] === "year" ? wholeYear(published.year + shift) : shiftedMonth(published, shift);
  }
  const today = published.day;
  if (today === null) return null;
  const offset = DAY_OFFSETS[words];
  if (offset !== undefined) return singleDay(today + offset);
  if (words.endsWith("week")) return week(words, today);
  return words.endsWith("weekend") ? weekend(words, today, ahead) : null;
}

function shiftedMonth({ year, month }: Published, shift: number): Period | null {
  if (month === null) return null;
  const months = year * 12 + month - 1 + shift;
  return wholeMonth(Math.floor(months / 12), (months % 12) + 1);
}

function week(words: string, today: DayNumber): Period | null {
  const monday = mondayOf(today);
  if (words === "this week") return daysBetween(monday, monday + 6);
  if (words === "next week") return daysBetween(monday + 7, monday + 13);
  return words === "last week" ? daysBetween(monday - 7, Math.max(monday - 1, isWeekend(today) ? today - 1 : 0)) : null;
}

function isWeekend(day: DayNumber): boolean {
  return day - mondayOf(day) >= 5;
}

function weekend(words: string, today: DayNumber, ahead: boolean): Period | null {
  if (words === "next weekend") return null;
  const thisSaturday = mondayOf(today) + 5;
  const coming = words !== "last weekend" && (ahead || words === "this weekend" || isWeekend(today));
  const saturday = coming ? thisSaturday : thisSaturday - 7;
  return daysBetween(saturday, saturday + 1);
}

const AGO =
  /^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}) (?<unit>day|week|month|year)s? ago$/iu;

/** What "three days ago" means, `reached` being the day that lies so far back. */
export function periodAgo(expression: string, reached: CalendarDate, day: DayNumber): Period | null {
  switch (AGO.exec(expression.replace(/\s+/gu, " "))?.groups?.["unit"]?.toLowerCase()) {
    case "day":
      return singleDay(day);
    case "week":
      return daysBetween(mondayOf(day), mondayOf(day) + 6);
    case "month":
      return wholeMonth(reached.year, reached.month);
    case "year":
      return wholeYear(reached.year);
    case undefined:
    default:
      return null;
  }
}

/**
 * The day that a weekday (0 for Sunday) means in an article published on `today`: the most recent one, today included;
 * the coming one, today included, where the text looks ahead; the one of the week that "last", "this" or "next" names.
 */
export function weekdayMeant(expression: string, weekday: number, today: DayNumber, ahead: boolean): DayNumber {
  const back = (weekdayOf(today) - weekday + 7) % 7;
  const inWeek = mondayOf(today) + ((weekday + 6) % 7);
  if (/\blast week\b/iu.test(expression)) return inWeek - 7;
  if (/\bnext week\b/iu.test(expression)) return inWeek + 7;
  if (/\bthis\b/iu.test(expression)) return inWeek;
  if (/\b(?:last|past)\b/iu.test(expression)) return today - (back === 0 ? 7 : back);
  if (/\bnext\b/iu.test(expression)) return today + 7 - back;
  return ahead ? today + ((7 - back) % 7) : today - back;
}
