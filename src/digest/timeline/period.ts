import type { PartialDate } from "../../domain/article.ts";
import type { TimelineRequest } from "../../domain/digest.ts";
import { firstDayOf } from "../../search/partial-dates.ts";
import { dayNumber, lastDayOf, parsePublished } from "../../text/calendar.ts";

const DAY_MS = 86_400_000;

/** First and last day asked for, `YYYY-MM-DD`; null for an open end, and for what is no date. */
export interface Period {
  readonly first: string | null;
  readonly last: string | null;
}

export function periodOf({ from, to }: Pick<TimelineRequest, "from" | "to">): Period {
  return {
    first: parsePublished(from) === null || from === null ? null : firstDayOf(from),
    last: to === null ? null : lastDay(to),
  };
}

function lastDay(date: PartialDate): string | null {
  const parts = parsePublished(date);
  if (parts === null) return null;
  const { year, month, day } = parts;
  const last = day ?? (month === null ? dayNumber(year, 12, 31) : lastDayOf(year, month));
  return last === null ? null : new Date(last * DAY_MS).toISOString().slice(0, 10);
}
