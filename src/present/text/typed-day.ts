import type { PartialDate } from "../../domain/article.ts";
import { cleanText } from "./clean.ts";

/** Longest text that is read as a day, in characters. */
const MAX_TYPED = 60;
const NUMBERS = /^(?<year>\d{4})(?:[-/.](?<month>\d{1,2})(?:[-/.](?<day>\d{1,2}))?)?$/u;
const TOKEN = /\d+|\p{L}[\p{L}\p{M}]*/gu;
/** Fewer letters are no month; with more, what is no month makes the text none that is understood. */
const SHORT_WORD = 3;
const MONTHS = Array.from({ length: 12 }, (_, place) => new Date(Date.UTC(2000, place, 15)));

/**
 * Reads a day, a month or a year as people type it: 2022-09-10, 2022/9, 2022; "10 September 2022", "sept 2022"; "today",
 * "yesterday". Names in their language or in English.
 *
 * @param language BCP 47 tag
 * @param today `YYYY-MM-DD`
 * @returns null for anything else
 */
export function readDay(language: string, typed: string, today: string): PartialDate | null {
  const text = cleanText(typed).trim().toLowerCase().replaceAll("'", "’");
  if (text === "" || text.length > MAX_TYPED) return null;
  const languages = [language, "en"];
  if (languages.some((tag) => nameOfDay(tag, 0) === text)) return today;
  if (languages.some((tag) => nameOfDay(tag, -1) === text)) return daysBefore(today, 1);
  const { year, month, day } = NUMBERS.exec(text)?.groups ?? {};
  return year === undefined ? readSpelled(languages, text) : checked(year, month, day);
}

/** The day so many days before another, `YYYY-MM-DD`. */
export function daysBefore(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}

/** "10 September 2022", "Sept. 2022", "10 de septiembre de 2022", "September 10th, 2022". */
function readSpelled(languages: readonly string[], text: string): PartialDate | null {
  const tokens = text.match(TOKEN) ?? [];
  const years = tokens.filter((token) => /^\d{4}$/u.test(token));
  const days = tokens.filter((token) => /^\d{1,2}$/u.test(token));
  const words = tokens.filter((token) => /^\p{L}/u.test(token));
  const months = words.flatMap((word) => monthOf(languages, word) ?? []);
  const others = words.filter((word) => word.length > SHORT_WORD && monthOf(languages, word) === null);
  const [year] = years;
  const [month] = months;
  const isPlain = years.length === 1 && months.length === 1 && days.length <= 1 && others.length === 0;
  const isWhole = tokens.length === words.length + years.length + days.length;
  return isPlain && isWhole && year !== undefined ? checked(year, month, days[0]) : null;
}

/** The month, "9", that a word names or begins to name. */
function monthOf(languages: readonly string[], word: string): string | null {
  if (word.length < SHORT_WORD) return null;
  for (const tag of languages) {
    const place = monthNames(tag).findIndex((name) => name.startsWith(word));
    if (place >= 0) return String(place + 1);
  }
  return null;
}

function monthNames(tag: string): readonly string[] {
  const format = new Intl.DateTimeFormat(tag, { month: "long", timeZone: "UTC" });
  return MONTHS.map((at) => format.format(at).toLowerCase());
}

/** "today" for 0, "yesterday" for -1. */
function nameOfDay(tag: string, days: number): string {
  return new Intl.RelativeTimeFormat(tag, { numeric: "auto" }).format(days, "day").toLowerCase().replaceAll("'", "’");
}

/** The date, where there is such a day. */
function checked(year: string, month: string | undefined, day: string | undefined): PartialDate | null {
  const date = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter((part) => part !== undefined).join("-");
  const at = new Date(date);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null;
}
