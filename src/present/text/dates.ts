import type { PartialDate } from "../../domain/article.ts";
import type { DateValues } from "../../domain/messages/values.ts";
import type { DateMention } from "../../domain/sentence.ts";
import type { DateStyle, Words } from "../../domain/words.ts";

/** A date as messages want it that put words around it. */
export function dated(words: Words, date: PartialDate, style: DateStyle): DateValues {
  const parts = date.split("-").length;
  return { date: words.date(date, style), precision: parts > 2 ? "day" : parts === 2 ? "month" : "year" };
}

/** What a relative expression means, for a reader who does not know when the article appeared; null when nothing is added. */
export function spellOut(words: Words, mention: DateMention): string | null {
  if (!mention.relative) return null;
  switch (mention.precision) {
    case "day":
    case "month": {
      const date = mention.precision === "day" ? mention.from : mention.from.slice(0, 7);
      // Beside "July" or "8 September" only the year is news.
      return namesMonth(mention) ? mention.from.slice(0, 4) : words.date(date, "long");
    }
    case "year": {
      return mention.from.slice(0, 4);
    }
    case "range": {
      return words.say("text.date-range", {
        from: words.date(mention.from, "long"),
        to: words.date(mention.to, "long"),
      });
    }
  }
}

/** English articles are the only ones whose dates are resolved, whatever language their reader speaks. */
const ENGLISH_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function namesMonth({ text, from }: DateMention): boolean {
  const month = ENGLISH_MONTHS[Number(from.slice(5, 7)) - 1];
  return month !== undefined && text.toLowerCase().includes(month);
}
