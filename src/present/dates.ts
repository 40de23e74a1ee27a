import type { PartialDate } from "../domain/article.ts";
import type { DateMention } from "../domain/sentence.ts";

/** How a date is written: `long` for text ("10 September 2022"), `short` for footnotes ("10 Sep 2022"). */
export type DateStyle = "long" | "short";

/**
 * A date in words, as precise as it is known: "10 September 2022", "September 2022", "2022".
 *
 * @param date ISO 8601 with reduced precision; anything else is given back as it is
 */
export function formatDate(date: PartialDate, style: DateStyle): string {
  const [year, month, day] = date.split("-");
  if (year === undefined || month === undefined) return date;
  const at = new Date(`${year}-${month}-${day ?? "01"}T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  const options: Intl.DateTimeFormatOptions = {
    timeZone: "UTC",
    year: "numeric",
    month: style === "long" ? "long" : "short",
    ...(day === undefined ? {} : { day: "numeric" }),
  };
  // The British short form of September is "Sept"; three letters keep footnotes even.
  return new Intl.DateTimeFormat("en-GB", options).format(at).replace("Sept ", "Sep ");
}

/** What a relative expression means, for a reader who does not know when the article appeared; null when nothing is added. */
export function spellOut(mention: DateMention): string | null {
  if (!mention.relative) return null;
  switch (mention.precision) {
    case "day":
    case "month": {
      const date = mention.precision === "day" ? mention.from : mention.from.slice(0, 7);
      // Beside "July" or "8 September" only the year is news.
      return namesMonth(mention) ? mention.from.slice(0, 4) : formatDate(date, "long");
    }
    case "year": {
      return mention.from.slice(0, 4);
    }
    case "range": {
      return `${formatDate(mention.from, "long")} to ${formatDate(mention.to, "long")}`;
    }
  }
}

function namesMonth({ text, from }: DateMention): boolean {
  const [, month = ""] = formatDate(from, "short").split(" ");
  return text.toLowerCase().includes(month.toLowerCase());
}
