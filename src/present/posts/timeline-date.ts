import type { TimelineEvent } from "../../domain/digest.ts";
import type { DateStyle, Words } from "../../domain/words.ts";

const MONTH_LENGTH = "2022-09".length;
const YEAR_LENGTH = "2022".length;

/** A stretch of time as a text fixes it. */
export type DatedStretch = Pick<TimelineEvent, "from" | "to" | "precision">;

/** When something happened, in words, as precisely as it is told. */
export function eventDate(
  words: Words,
  { from, to, precision }: Pick<TimelineEvent, "from" | "to" | "precision">,
  style: DateStyle,
): string {
  switch (precision) {
    case "day":
      return words.date(from, style);
    case "month":
      return words.date(from.slice(0, MONTH_LENGTH), style);
    case "year":
      return words.date(from.slice(0, YEAR_LENGTH), style);
    case "range":
      return dateRange(words, from, to, style);
  }
}

/** "6 June 2022 to 4 December 2022"; one day alone is not called from itself to itself. */
export function dateRange(words: Words, from: string, to: string, style: DateStyle): string {
  if (from === to) return words.date(from, style);
  return words.say("text.date-range", { from: words.date(from, style), to: words.date(to, style) });
}
