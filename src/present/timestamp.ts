import type { Words } from "../domain/words.ts";

/** A stretch of time as a text fixes it. */
export interface DatedStretch {
  /** First and last day, `YYYY-MM-DD`; the same for a single day. */
  readonly from: string;
  readonly to: string;
  readonly precision: "day" | "month" | "year" | "range";
}

/** When something happened, as Discord Markdown: days in the reader's own way of writing them. */
export function stretchMarkdown(words: Words, { from, to, precision }: DatedStretch): string {
  switch (precision) {
    case "day":
      return dayMarkdown(words, from);
    case "month":
      return words.date(from.slice(0, "2022-09".length), "long");
    case "year":
      return from.slice(0, "2022".length);
    case "range":
      return words.say("text.date-range", { from: dayMarkdown(words, from), to: dayMarkdown(words, to) });
  }
}

/** When something happened, as plain text: for files, and for lists to choose from. */
export function stretchText(words: Words, { from, to, precision }: DatedStretch): string {
  switch (precision) {
    case "day":
      return words.date(from, "long");
    case "month":
      return words.date(from.slice(0, "2022-09".length), "long");
    case "year":
      return from.slice(0, "2022".length);
    case "range":
      return words.say("text.date-range", { from: words.date(from, "long"), to: words.date(to, "long") });
  }
}

/** A day as Discord's timestamp. Clients show it in their own time zone: noon of Greenwich is that day nearly everywhere. */
export function dayMarkdown(words: Words, day: string): string {
  const at = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(at) ? words.date(day, "long") : `<t:${String(at / 1_000)}:D>`;
}
