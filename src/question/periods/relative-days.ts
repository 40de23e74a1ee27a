import { dayNumber, mondayOf, type DayNumber, type Published } from "../../text/calendar.ts";
import { periodAgo, relativePeriod, weekdayMeant } from "../../text/relative-dates.ts";
import { dayOf, daysOf, type Days } from "./asked-day.ts";

const COUNT = "(?:a|an|\\d{1,3})";
const RELATIVE = new RegExp(
  [
    "(?<= )(?:today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening)|(?:(?:the|this) )?(?<which>last|this|next|past|previous) (?<unit>week|month|year|weekend))(?= )",
    `(?<= )(?<count>${COUNT})(?: of)? (?<counted>day|week|month|year)s? (?:ago|back|earlier)(?= )`,
    "(?<= )(?:the )?(?:last|past|previous) (?<span>\\d{1,3}) (?<spanned>day|week|month|year)s(?= )",
    "(?<= )(?<!(?: black| good| cyber| super| ash| palm) )(?:(?:on|last|this|next|past) )?W(?<weekday>[0-6])(?: (?:last|next) week)?(?= )",
  ].join("|"),
  "gu",
);

const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7 };

/** Stretches of time counted from today, with their place in a date wording. */
export function relativeDays(
  wording: string,
  published: Published,
  today: DayNumber,
): readonly { readonly from: number; readonly to: number; readonly days: Days }[] {
  return Array.from(wording.matchAll(RELATIVE), (match) => {
    const days = meant(match[0], match.groups ?? {}, published, today);
    return days === null ? [] : [{ from: match.index, to: match.index + match[0].length, days }];
  }).flat();
}

function meant(
  expression: string,
  { which, unit, count, counted, span, spanned, weekday }: Readonly<Record<string, string | undefined>>,
  published: Published,
  today: DayNumber,
): Days | null {
  if (weekday !== undefined) {
    const day = weekdayMeant(expression, Number(weekday), today, / next /u.test(expression));
    return daysOf(day, day);
  }
  if (span !== undefined && spanned !== undefined) return daysOf(back(today, Number(span), spanned), today);
  if (count !== undefined && counted !== undefined) {
    const number = /^an?$/u.test(count) ? 1 : Number(count);
    return ago(number, counted, today);
  }
  const words = which === undefined ? expression : `${/past|previous/u.test(which) ? "last" : which} ${unit ?? ""}`;
  const period = relativePeriod(words, { ...published, day: today }, false);
  return period === null ? null : daysOf(dayOf(period.from), dayOf(period.to));
}

function ago(count: number, unit: string, today: DayNumber): Days | null {
  const day = back(today, count, unit);
  const reached = new Date(day * 86_400_000);
  const date = { year: reached.getUTCFullYear(), month: reached.getUTCMonth() + 1, day: reached.getUTCDate() };
  const period = periodAgo(`${count} ${unit}s ago`, date, day);
  return period === null ? null : daysOf(dayOf(period.from), dayOf(period.to));
}

/** The day so many units before another. */
function back(today: DayNumber, count: number, unit: string): DayNumber {
  const days = UNIT_DAYS[unit];
  if (days !== undefined) return today - count * days;
  const date = new Date(today * 86_400_000);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() - count * (unit === "year" ? 12 : 1);
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return dayNumber(year, month, date.getUTCDate()) ?? dayNumber(year, month, 28) ?? mondayOf(today);
}
