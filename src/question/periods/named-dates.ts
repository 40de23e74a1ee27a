import type { DayNumber } from "../../text/calendar.ts";
import { dayNumber, lastDayOf } from "../../text/calendar.ts";
import { type Days, daysOf, latestYear, monthDays, monthsBetween } from "./asked-day.ts";

/** A stretch of time that a pattern found. */
export interface Found {
  /** Null where the year cannot be told. */
  readonly days: Days | null;
  /** 1 to 12 where the year is a guess. */
  readonly month: number | null;
}

/** What the groups of a match say, null where that is no date at all. */
export interface DatePattern {
  readonly pattern: RegExp;
  read(groups: Readonly<Record<string, string | undefined>>, today: DayNumber | null): Found | null;
}

const YEAR = "(?:19|20)\\d\\d";
const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const PART =
  "(?:(?<part>early|mid|middle of|late|start of|beginning of|end of|the start of|the end of|the beginning of|the middle of) )?";
const OF_YEAR = `(?: (?:of |in )?(?:the year )?(?<year>${YEAR}))?(?: (?:of )?(?<shift>last|this|next) year)?(?= )`;
const TO = "(?:to|until|till|and|through|or|thru)";
/** What years are counted of, and so are none. */
const COUNTED =
  "(?! (?:people|men|women|children|dollars|euros|pounds|years|days|homes|km|miles|members|users|cases|soldiers|troops|jobs|percent|or so|other|more)(?= ))";

const MONTHS_OF_SEASON: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
};

/** Patterns over a date wording, the most telling first. */
export const NAMED_DATES: readonly DatePattern[] = [
  {
    // "the 9th of september 2022", "23 and 24 july"
    pattern: new RegExp(
      `(?<= )(?:the )?(?<day>${DAY})(?: (?:${TO} )?(?:the )?(?<last>${DAY}))? (?:of )?(?:the )?M(?<month>\\d+)${OF_YEAR}`,
      "gu",
    ),
    read: readDays,
  },
  {
    // "september 9 2022", "sept 9-10"; but "in july 15 people"
    pattern: new RegExp(
      `(?<= )(?<!(?: in| during| mid| early| late) )M(?<month>\\d+) (?:the )?(?<day>${DAY})(?: (?:${TO} )?(?:the )?(?<last>${DAY})(?! M))?${OF_YEAR}`,
      "gu",
    ),
    read: readDays,
  },
  {
    // "from july 2021 to september 2022"
    pattern: new RegExp(
      `(?<= )(?:from |between )?M(?<month>\\d+)(?: (?<firstYear>${YEAR}))? ${TO} M(?<lastMonth>\\d+)${OF_YEAR}`,
      "gu",
    ),
    read: ({ month, lastMonth, firstYear, year, shift }, today) => {
      const to = Number(lastMonth);
      const last = yearOf(year, shift, today) ?? guessed(today, to, null);
      if (last === null) return { days: null, month: Number(month) };
      const first = firstYear === undefined ? (Number(month) > to ? last - 1 : last) : Number(firstYear);
      return {
        days: monthsBetween(first, Number(month), last, to),
        month: year === undefined && shift === undefined ? to : null,
      };
    },
  },
  {
    // "the first week of july"
    pattern: new RegExp(
      `(?<= )(?:the )?(?<nth>first|second|third|last) week (?:of|in) M(?<month>\\d+)${OF_YEAR}`,
      "gu",
    ),
    read: ({ nth, month, year, shift }, today) => {
      const week = ORDINALS[nth ?? ""] ?? null;
      return ofMonth(month, year, shift, today, (inYear, number) => {
        const end = lastDayOf(inYear, number);
        return week === null ? daysOf(end - 6, end) : monthDays(inYear, number, week * 7 - 6, week * 7);
      });
    },
  },
  {
    // "in july", "mid september", "end of march 2023": early is up to the 12th, mid 10th to 20th, late from the 20th
    pattern: new RegExp(`(?<= )${PART}(?:the )?(?:(?:month of|last|this|past) )?M(?<month>\\d+)${OF_YEAR}`, "gu"),
    read: ({ part, month, year, shift }, today) => {
      const [from, to] = partOf(part, [null, 12], [10, 20], [20, null]) ?? [null, null];
      return ofMonth(month, year, shift, today, (inYear, number) => monthDays(inYear, number, from, to));
    },
  },
  {
    // "q3 2022", "the third quarter of 2022", "h1 2022": without a year only "q3" is plain enough
    pattern: new RegExp(
      `(?<= )(?:the )?(?:q(?<q>[1-4])|(?<nth>first|second|third|fourth) quarter(?= (?:of |in )?(?:${YEAR}|(?:last|this) year) )|(?:h(?<h>[12])|(?<half>first|second) half)(?= (?:of |in )?(?:${YEAR}|(?:last|this) year) ))${OF_YEAR}`,
      "gu",
    ),
    read: ({ q, nth, h, half, year, shift }, today) => {
      const halves = ORDINALS[h ?? half ?? ""];
      const first = halves === undefined ? (ORDINALS[q ?? nth ?? ""] ?? 1) * 3 - 2 : halves * 6 - 5;
      const known = yearOf(year, shift, today) ?? guessed(today, first, null);
      return known === null
        ? null
        : { days: monthsBetween(known, first, known, first + (halves === undefined ? 2 : 5)), month: null };
    },
  },
  {
    // "summer 2022", "last winter": the three months of the meteorological season, winter from December of its year
    pattern: new RegExp(
      `(?<= )(?:the )?(?:early |mid |late )?(?:(?:(?:last|this|past|previous) )(?<season>spring|summer|autumn|fall|winter)|(?<plain>spring|summer|autumn|fall|winter)(?= (?:of )?(?:the year )?(?:${YEAR}|(?:last|this) year) )|(?<=(?:in|during|since) (?:the )?)(?<bare>spring|summer|autumn|winter))${OF_YEAR}`,
      "gu",
    ),
    read: ({ season, plain, bare, year, shift }, today) => {
      const first = MONTHS_OF_SEASON[season ?? plain ?? bare ?? ""] ?? 1;
      const known = yearOf(year, shift, today) ?? guessed(today, first, null);
      if (known === null) return null;
      const last = first + 2;
      return {
        days: monthsBetween(known, first, last > 12 ? known + 1 : known, last > 12 ? last - 12 : last),
        month: null,
      };
    },
  },
  {
    // "from 2019 to 2021", "2019-2021"
    pattern: new RegExp(`(?<= )(?:from |between )?(?<first>${YEAR})(?: ${TO})? (?<year>${YEAR})(?= )`, "gu"),
    read: ({ first, year }) => found(monthsBetween(Number(first), 1, Number(year), 12)),
  },
  {
    // "in 2013", "early 2023": a third of the year
    pattern: new RegExp(
      `(?<= )${PART}(?:the year )?(?<!(?:over|about|around|than|nearly|almost|least|every|of over) )(?<year>${YEAR})(?= )${COUNTED}`,
      "gu",
    ),
    read: ({ part, year }) => {
      const [from, to] = partOf(part, [1, 4], [5, 8], [9, 12]) ?? [1, 12];
      return found(monthsBetween(Number(year), from, Number(year), to));
    },
  },
  {
    // "the 1990s"
    pattern: /(?<= )(?:the )?(?:early |mid |late )?(?<decade>(?:19|20)\d)0s(?= )/gu,
    read: ({ decade }) => found(monthsBetween(Number(`${decade}0`), 1, Number(`${decade}9`), 12)),
  },
];

function found(days: Days | null): Found | null {
  return days === null ? null : { days, month: null };
}

function readDays(
  { day, last, month, year, shift }: Readonly<Record<string, string | undefined>>,
  today: DayNumber | null,
): Found | null {
  const number = Number(month);
  // A leap year, so that 29 February is a day.
  if (dayNumber(2024, number, Number(day)) === null) return null;
  const to = last === undefined || Number(last) <= Number(day) ? Number(day) : Number(last);
  const known = yearOf(year, shift, today);
  const meant = known ?? guessed(today, number, Number(day));
  const days = meant === null ? null : monthDays(meant, number, Number(day), to);
  return { days, month: known === null ? number : null };
}

function ofMonth(
  month: string | undefined,
  year: string | undefined,
  shift: string | undefined,
  today: DayNumber | null,
  daysIn: (year: number, month: number) => Days | null,
): Found {
  const number = Number(month);
  const known = yearOf(year, shift, today);
  const meant = known ?? guessed(today, number, null);
  return { days: meant === null ? null : daysIn(meant, number), month: known === null ? number : null };
}

function yearOf(year: string | undefined, shift: string | undefined, today: DayNumber | null): number | null {
  if (year !== undefined) return Number(year);
  if (shift === undefined || today === null) return null;
  const thisYear = new Date(today * 86_400_000).getUTCFullYear();
  return thisYear + (shift === "last" ? -1 : shift === "next" ? 1 : 0);
}

function guessed(today: DayNumber | null, month: number, day: number | null): number | null {
  return today === null ? null : latestYear(today, month, day);
}

function partOf<T>(part: string | undefined, early: T, mid: T, late: T): T | null {
  if (part === undefined) return null;
  if (/mid/u.test(part)) return mid;
  return /late|end/u.test(part) ? late : early;
}
