import type { DateStyle, MessageId, ValuesOf, Words } from "../domain/words.ts";
import type { PartialDate } from "../domain/article.ts";
import { type Catalogue, intlLocale } from "./catalogue.ts";

type Values = Readonly<Record<string, string | number>>;

/** Where custom and CLDR part: three letters keep English footnotes even, and the French count the first of a month. */
const CUSTOMS: Readonly<Record<string, readonly [found: RegExp, instead: string]>> = {
  en: [/\bSept\b/u, "Sep"],
  fr: [/^1 (?=\p{L})/u, "1er "],
};

/**
 * Speaks a language by its catalogue, with plurals, dates, numbers and lists by CLDR.
 *
 * @param fallback what to take a message from that the catalogue lacks
 */
export function createWords({ language, messages }: Catalogue, fallback: Catalogue): Words {
  const locale = intlLocale(language);
  const dates = new Map<string, Intl.DateTimeFormat>();
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const lists = {
    and: new Intl.ListFormat(locale, { type: "conjunction" }),
    or: new Intl.ListFormat(locale, { type: "disjunction" }),
  };
  const names = new Intl.DisplayNames(locale, { type: "language" });

  const render = (id: string, values: Values | undefined): string | null => {
    for (const source of [messages, fallback.messages]) {
      try {
        const text = source.get(id)?.format(values);
        if (typeof text === "string") return text;
      } catch {
        // A message that asks for other values than it is given is as good as none.
      }
    }
    return null;
  };
  const formatOf = (style: DateStyle, parts: number): Intl.DateTimeFormat => {
    const key = `${style}${String(parts)}`;
    const known = dates.get(key);
    if (known !== undefined) return known;
    const made = new Intl.DateTimeFormat(locale, {
      timeZone: "UTC",
      year: "numeric",
      month: style,
      ...(parts > 2 ? { day: "numeric" } : {}),
    });
    dates.set(key, made);
    return made;
  };

  return {
    language,
    say: <K extends MessageId>(id: K, ...values: ValuesOf<K>): string => render(id, valuesIn(values)) ?? id,
    find: (id) => render(id, undefined),
    date(date: PartialDate, style) {
      const parts = date.split("-");
      const [year, month, day = "01"] = parts;
      if (year === undefined || month === undefined) return date;
      const at = new Date(`${year}-${month}-${day}T12:00:00Z`);
      if (Number.isNaN(at.getTime())) return date;
      const [found, instead] = CUSTOMS[language] ?? [];
      const text = formatOf(style, parts.length).format(at);
      return found === undefined ? text : text.replace(found, instead ?? "");
    },
    number: (number) => numbers.format(number),
    percent: (share) => percents.format(Math.floor(share * 100) / 100),
    list: (items, last) => lists[last].format(items),
    languageName(tag) {
      try {
        return names.of(tag) ?? tag;
      } catch {
        // A tag is whatever stands in an article or in an event's file.
        return tag;
      }
    },
  };
}

function valuesIn(values: readonly Values[]): Values | undefined {
  return values[0];
}
