import { casual, type ParsedResult } from "chrono-node/en";
import type { PartialDate } from "../domain/article.ts";
import type { DateMention } from "../domain/sentence.ts";
import { dayNumber, daysBetween, parsePublished, type Period, type Published } from "./calendar.ts";
import { maskLookalikes } from "./date-masks.ts";
import { looksAhead } from "./date-tense.ts";
import { readExplicitDate } from "./explicit-dates.ts";
import { periodAgo, relativePeriod, weekdayMeant } from "./relative-dates.ts";
import { findYears } from "./year-mentions.ts";

type Found = Omit<DateMention, "text">;

/** Characters of a text that are read; a sentence has no more. */
const MAX_LENGTH = 4000;

const NAMES_MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^\d{4}-\d|^\d{1,2}[./]\d/iu;

/**
 * The dates that an English text mentions, in order, not overlapping. Relative ones are resolved against the day of
 * publication: weekdays and months without a year are the most recent, unless the text looks ahead. What is not certain is
 * left out: dates that can be read two ways (10/09/2022), dates counted from another date ("the night before"), vague ones
 * ("some weeks ago"), and relative ones where `published` is null or not precise enough.
 *
 * Offsets are those of `text`. Reading dates is chrono-node's work, which takes long to load: import this file when needed.
 */
export function findDates(text: string, published: PartialDate | null): readonly DateMention[] {
  const masked = maskLookalikes(text.slice(0, MAX_LENGTH));
  const reference = parsePublished(published);
  const parsed = casual.parse(masked, noonOf(reference)).map((result) => read(masked, result, reference));
  const found = [...parsed.filter((mention) => mention !== null), ...findYears(masked)];
  const mentions: DateMention[] = [];
  for (const mention of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mention.start >= (mentions.at(-1)?.end ?? 0)) {
      mentions.push({ ...mention, text: text.slice(mention.start, mention.end) });
    }
  }
  return mentions;
}

/** Chrono counts in local time; at noon no change of clocks moves the day. */
function noonOf(published: Published | null): Date {
  const date = published?.day === null || published === null ? new Date(0) : new Date(published.day * 86_400_000);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}

function read(text: string, result: ParsedResult, published: Published | null): Found | null {
  if (NAMES_MONTH.test(result.text)) return readExplicitDate(text, result, published);
  if (published === null) return null;
  const span = { start: result.index, end: result.index + result.text.length };
  const ahead = looksAhead(text, span.start, span.end);
  const period = isWeekday(result)
    ? weekdays(result, published, ahead)
    : isAnaphoric(text, span.start, span.end)
      ? null
      : (relativePeriod(result.text, published, ahead) ?? ago(result, published));
  return period === null ? null : { ...span, ...period, relative: true };
}

/** "The day before yesterday", "today's world", "a weekend": words that mean something else here, or no day at all. */
function isAnaphoric(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const after = text.slice(end, end + 2);
  const word = text.slice(start, end).toLowerCase();
  if (word === "weekend") return !/\b(?:the|over|at) $/iu.test(before);
  if (/^to(?:day|morrow)$/u.test(word))
    return /^['’]s/u.test(after) || /(?:^|\b(?:of|until|to|even|for|by) )$/iu.test(before);
  return /\b(?:day before|since|half) $/iu.test(before);
}

function isWeekday({ start, text }: ParsedResult): boolean {
  return (
    start.isCertain("weekday") && !start.isCertain("day") && /(?:mon|tues|wednes|thurs|fri|satur|sun)day/iu.test(text)
  );
}

function weekdays({ start, end, text }: ParsedResult, { day: today }: Published, ahead: boolean): Period | null {
  const weekday = start.get("weekday");
  if (today === null || weekday === null) return null;
  const first = weekdayMeant(text, weekday, today, ahead);
  const lastWeekday = end?.get("weekday") ?? weekday;
  const last = first + ((lastWeekday - weekday + 7) % 7);
  return last > today && first <= today && !ahead ? null : daysBetween(first, last);
}

function ago({ start, text }: ParsedResult, { day: today }: Published): Period | null {
  const reached = { year: start.get("year") ?? 0, month: start.get("month") ?? 0, day: start.get("day") ?? 0 };
  const day = dayNumber(reached.year, reached.month, reached.day);
  return today === null || day === null ? null : periodAgo(text, reached, day);
}
