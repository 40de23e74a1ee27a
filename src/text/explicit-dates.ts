import type { ParsedResult } from "chrono-node/en";
import type { DateMention } from "../domain/sentence.ts";
import {
  dayNumber,
  daysBetween,
  lastDayOf,
  wholeMonth,
  type DayNumber,
  type Period,
  type Published,
} from "./calendar.ts";
import { looksAhead } from "./date-tense.ts";

/** A date with its month named. */
interface NamedDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
}

/** Days that a date without a year may lie after publication: articles are dated in other time zones, and updated. */
const TOLERANCE = 2;

/**
 * Days back from which a date without a year is left out: the coming one is nearer, and which is meant is not certain. News
 * names the year of what is nearly a year old.
 */
const TOO_LONG_AGO = 270;

/** After "July 23": a further day, and not a count of something. */
const FURTHER_DAY =
  /^(?:, ?\d{1,2})*,? ?(?:and|or|to|through|until|-) ?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?(?=$|[.;:)"'”’]|, ?\D| (?:in|at|on|when|as|to|by|with|but|and|after|before|during|were|was|that|which|against|for|from|of)\b)/u;
/** Before "24 July": an earlier day. */
const EARLIER_DAY = /(?<![\d,.] ?)\b(?<day>\d{1,2})(?:st|nd|rd|th)? ?(?:and|or|to|-) ?$/u;
const YEAR_AFTER = /^(?: of)? (?<which>last|this|next) year\b/iu;

/** Months that are also names or words, and so need a word for time before them when they stand alone. */
const NAME_LIKE = /^(?:april|may|march|june|august|jan)\b/iu;
const TIME_WORD =
  /\b(?:in|since|by|until|till|of|last|this|next|early|late|mid|during|from|to|and|before|after|the|end of)[ -]$/iu;

/**
 * Reads a date that names its month, year or not: "Sept. 8, 2022", "July 23 and 24", "in July". Without a year it is the
 * most recent one, or where the text looks ahead the nearest; null where neither is certain.
 */
export function readExplicitDate(
  text: string,
  result: ParsedResult,
  published: Published | null,
): Omit<DateMention, "text"> | null {
  const start = result.index;
  const written = result.text.replace(/ of$/iu, "");
  const first = named(result.start);
  const last = result.end?.isCertain("day") === result.start.isCertain("day") ? named(result.end) : null;
  if (first === null || ambiguous(text, start, written, first)) return null;
  const dates =
    last === null ? further(text, start, written, first) : { first, last, start, end: start + written.length };
  const lastYear = YEAR_AFTER.exec(text.slice(dates.end, dates.end + 20));
  const end = dates.end + (lastYear?.[0].length ?? 0);
  const known = dates.last.year ?? dates.first.year ?? yearAfter(lastYear, published);
  const year = known ?? (published && yearMeant(dates.last, published, looksAhead(text, start, end)));
  const period = year === null ? null : periodOf(dates.first, dates.last, year);
  const relative = dates.last.year === null && dates.first.year === null;
  return period && { start: dates.start, end, ...period, relative };
}

function named(components: ParsedResult["start"]): NamedDate | null {
  const month = components.get("month");
  if (month === null) return null;
  return {
    year: components.isCertain("year") ? components.get("year") : null,
    month,
    day: components.isCertain("day") ? components.get("day") : null,
  };
}

/** "Last July" may be this summer's or the one before; "May" may be a person. */
function ambiguous(text: string, start: number, written: string, date: NamedDate): boolean {
  if (date.day !== null || date.year !== null) return false;
  const before = text.slice(Math.max(0, start - 12), start);
  return /\b(?:last|next) $/iu.test(before) || (NAME_LIKE.test(written) && !TIME_WORD.test(before));
}

interface DatePair {
  readonly first: NamedDate;
  readonly last: NamedDate;
  readonly start: number;
  readonly end: number;
}

/** Takes in the other day of "July 23 and 24" and "23 and 24 July". */
function further(text: string, start: number, written: string, date: NamedDate): DatePair {
  const end = start + written.length;
  const after = FURTHER_DAY.exec(text.slice(end, end + 40));
  if (date.day !== null && date.year === null && /\d(?:st|nd|rd|th)?$/u.test(written) && after?.groups !== undefined) {
    const year = after.groups["year"] === undefined ? null : Number(after.groups["year"]);
    const last = { year, month: date.month, day: Number(after.groups["day"]) };
    if (last.day > date.day) return { first: date, last, start, end: end + after[0].length };
  }
  const before = EARLIER_DAY.exec(text.slice(Math.max(0, start - 16), start));
  if (date.day !== null && /^\d/u.test(written) && before?.groups !== undefined) {
    const day = Number(before.groups["day"]);
    if (day > 0 && day < date.day) return { first: { ...date, day }, last: date, start: start - before[0].length, end };
  }
  return { first: date, last: date, start, end };
}

function yearAfter(match: RegExpExecArray | null, published: Published | null): number | null {
  const which = match?.groups?.["which"]?.toLowerCase();
  if (which === undefined || published === null) return null;
  return published.year + (which === "last" ? -1 : which === "next" ? 1 : 0);
}

function yearMeant(date: NamedDate, published: Published, ahead: boolean): number | null {
  const { year, month, day } = published;
  const today = day ?? (month === null ? null : lastDayOf(year, month));
  if (today === null) return null;
  const candidates = [year - 1, year, year + 1].flatMap((candidate) => {
    const at = dayNumber(candidate, date.month, date.day ?? 1);
    return at === null ? [] : [{ year: candidate, at }];
  });
  const nearest = candidates.toSorted((a, b) => Math.abs(a.at - today) - Math.abs(b.at - today))[0];
  if (ahead) return nearest?.year ?? null;
  const latest = candidates.findLast(({ at }) => at <= today + tolerance(date));
  return latest === undefined || today - latest.at > TOO_LONG_AGO ? null : latest.year;
}

function tolerance(date: NamedDate): DayNumber {
  return date.day === null ? 0 : TOLERANCE;
}

/** From `first` to `last`, which is in `year`; across New Year where their order says so. */
function periodOf(first: NamedDate, last: NamedDate, year: number): Period | null {
  const firstYear = first.year ?? (first.month > last.month ? year - 1 : year);
  if (first.day === null || last.day === null) {
    const from = wholeMonth(firstYear, first.month);
    const to = wholeMonth(year, last.month);
    if (from.from > to.from) return null;
    return from.from === to.from ? from : { from: from.from, to: to.to, precision: "range" };
  }
  const from = dayNumber(firstYear, first.month, first.day);
  const to = dayNumber(year, last.month, last.day);
  return from === null || to === null || from > to ? null : daysBetween(from, to);
}
