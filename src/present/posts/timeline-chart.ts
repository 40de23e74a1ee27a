import type { Reporting, Timeline, TimelineRequest } from "../../domain/digest.ts";
import type { TimelineChart } from "../../domain/picture.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { LIMITS } from "../text/limits.ts";
import { type DatedStretch, dateRange, eventDate } from "./timeline-date.ts";

export type ToldTimeline = Extract<Timeline, { readonly status: "told" }>;

/** As many bars as a phone can tell apart. */
const MOST_BARS = 60;
const MONTH_LENGTH = "2022-09".length;
const YEAR_LENGTH = "2022".length;
const DAY_MS = 86_400_000;

/** A date of a timeline with the number that it has in the text. */
export interface NumberedDate extends DatedStretch {
  readonly number: number;
}

/** A timeline as it is to be drawn: all its events, numbered from 1, over how much was published. */
export function timelineChart(words: Words, title: string, found: ToldTimeline): TimelineChart {
  const dates = found.events.map((event, place) => ({ ...event, number: place + 1 }));
  return chartOf(words, title, dates, found);
}

/**
 * Dates over how much was published.
 *
 * @param events in order of time
 */
export function chartOf(
  words: Words,
  title: string,
  events: readonly NumberedDate[],
  { reporting, request }: Pick<ToldTimeline, "reporting" | "request">,
): TimelineChart {
  const stretches = fewerStretches(reporting.filter((stretch) => isWithin(stretch, request)));
  const years = new Set([...events, ...stretches].flatMap(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)]));
  return {
    title: cleanText(title).trim(),
    unit: unitOf(words, stretches),
    bars: stretches.map(({ from, to, articles }) => ({ from, to, count: articles })),
    events: events.map((event) => ({
      number: event.number,
      from: event.from,
      to: event.to,
      label: withoutYear(eventDate(words, event, "short"), years),
    })),
    language: words.language,
    alt: timelineAlt(words, events, stretches),
  };
}

/** What the picture shows, for those who do not see it. */
function timelineAlt(words: Words, events: readonly NumberedDate[], stretches: readonly Reporting[]): string {
  const days = [...events, ...stretches].flatMap(({ from, to }) => [from, to]).toSorted();
  const period = wholeDates(words, days.at(0) ?? "", days.at(-1) ?? "");
  const busiest = busiestOf(stretches);
  const shown = words.say("timeline.alt", { count: events.length, period });
  const most =
    busiest === null
      ? ""
      : words.say("timeline.alt-busiest", {
          count: busiest.articles,
          period: wholeDates(words, busiest.from, busiest.to),
        });
  return cut(`${shown} ${most}`.trim(), LIMITS.message.fileDescriptionLength);
}

/** Whether a stretch reaches into the time that was asked for. */
function isWithin({ from, to }: Reporting, { from: first, to: last }: TimelineRequest): boolean {
  return (
    (first === null || to.slice(0, first.length) >= first) && (last === null || from.slice(0, last.length) <= last)
  );
}

function busiestOf(stretches: readonly Reporting[]): Reporting | null {
  const most = Math.max(0, ...stretches.map(({ articles }) => articles));
  return most === 0 ? null : (stretches.find(({ articles }) => articles === most) ?? null);
}

/** A stretch of time by its years or months, where it is made of whole ones. */
function wholeDates(words: Words, from: string, to: string): string {
  if (from.endsWith("-01-01") && to.endsWith("-12-31")) {
    return dateRange(words, from.slice(0, YEAR_LENGTH), to.slice(0, YEAR_LENGTH), "long");
  }
  const isLastOfMonth = new Date(Date.parse(to) + DAY_MS).getUTCDate() === 1;
  const length = from.endsWith("-01") && isLastOfMonth ? MONTH_LENGTH : from.length;
  return dateRange(words, from.slice(0, length), to.slice(0, length), "long");
}

/** Several neighbours as one, where there are too many. */
function fewerStretches(reporting: readonly Reporting[]): readonly Reporting[] {
  const together = Math.ceil(reporting.length / MOST_BARS);
  if (together < 2) return reporting;
  const fewer: Reporting[] = [];
  for (let start = 0; start < reporting.length; start += together) {
    const joined = reporting.slice(start, start + together);
    const [first, last] = [joined[0], joined.at(-1)];
    if (first === undefined || last === undefined) continue;
    fewer.push({ from: first.from, to: last.to, articles: joined.reduce((sum, one) => sum + one.articles, 0) });
  }
  return fewer;
}

/** "articles a week", by the length of the stretches. */
function unitOf(words: Words, [first]: readonly Reporting[]): string {
  if (first === undefined) return "";
  const days = Math.round((Date.parse(first.to) - Date.parse(first.from)) / DAY_MS) + 1;
  if (days === 1) return words.say("timeline.unit-day");
  if (days === 7) return words.say("timeline.unit-week");
  if (days >= 28 && days <= 31) return words.say("timeline.unit-month");
  if (days >= 90 && days <= 92) return words.say("timeline.unit-quarter");
  if (days === 365 || days === 366) return words.say("timeline.unit-year");
  return words.say("timeline.unit-days", { count: days });
}

/** A date without the year that all dates of the picture share, and that stands above them. */
function withoutYear(date: string, years: ReadonlySet<string>): string {
  const [year = ""] = years;
  return years.size === 1 && date.length > year.length && date.endsWith(year)
    ? date.slice(0, -year.length).trim()
    : date;
}
