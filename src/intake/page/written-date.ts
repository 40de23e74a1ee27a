import type { PartialDate } from "../../domain/article.ts";

const languages = ["en", "de", "fr", "es", "it", "sq"] as const;

/** Number of the month, 1 to 12, by its name in these languages, whole or cut to three or four letters; lower-case. */
const monthNumbers = new Map(
  languages.flatMap((language) =>
    ["long", "short"].flatMap((width) =>
      Array.from({ length: 12 }, (_, month) => {
        const format = new Intl.DateTimeFormat(language, {
          month: width === "long" ? "long" : "short",
          timeZone: "UTC",
        });
        return [
          format
            .format(Date.UTC(2021, month, 15))
            .toLowerCase()
            .replace(/\.$/u, ""),
          month + 1,
        ] as const;
      }),
    ),
  ),
);
const persianMonths = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat("fa-u-ca-persian", { month: "long", timeZone: "UTC" }).format(Date.UTC(2021, 3 + month, 5)),
);

const name = `(?<month>${[...monthNumbers.keys(), "sept"].toSorted((a, b) => b.length - a.length).join("|")})\\.?`;
const patterns = [
  /(?<!\d)(?<year>\d{4})-(?<number>\d{2})-(?<day>\d{2})(?!\d)/gu,
  // Day first: with dots nobody writes it otherwise.
  /(?<!\d)(?<day>\d{1,2})\.\s?(?<number>\d{1,2})\.\s?(?<year>\d{4})(?!\d)/gu,
  new RegExp(
    `(?<![\\d.])(?<day>\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)? (?:of |de |d['’])?${name},?(?: de| del)? (?<year>\\d{4})(?!\\d)`,
    "giu",
  ),
  new RegExp(`(?<!\\p{L})${name} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})(?!\\d)`, "giu"),
];
const persian = new RegExp(`(\\d{1,2}) (${persianMonths.join("|")})(?: ماه)?[،,]? (1[34]\\d\\d)(?!\\d)`, "gu");

/** The days that a line names in full, `YYYY-MM-DD`, in order. Figures parted by slashes are no date: which is the month? */
export function writtenDates(line: string): readonly PartialDate[] {
  const text = westernDigits(line.slice(0, 500)).replaceAll(/ +/gu, " ");
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, groups }) => ({
      index,
      date: dateOf(groups?.["year"], groups?.["number"] ?? groups?.["month"], groups?.["day"]),
    })),
  );
  for (const match of text.matchAll(persian)) {
    found.push({
      index: match.index,
      date: fromPersian(Number(match[3]), persianMonths.indexOf(match[2] ?? ""), Number(match[1])),
    });
  }
  return found.toSorted((a, b) => a.index - b.index).flatMap(({ date }) => (date === null ? [] : [date]));
}

function dateOf(year = "", month = "", day = ""): PartialDate | null {
  const key = month.toLowerCase();
  const number = /^\d/u.test(month) ? Number(month) : (monthNumbers.get(key) ?? (key === "sept" ? 9 : 0));
  const date = [year, String(number).padStart(2, "0"), day.padStart(2, "0")].join("-");
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}

/** A day of the Solar Hijri calendar. Its year begins near 21 March; the day is looked for from there on. */
function fromPersian(year: number, month: number, day: number): PartialDate | null {
  const format = new Intl.DateTimeFormat("en-u-ca-persian", {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
  });
  const start = Date.UTC(year + 621, 2, 18);
  for (let offset = month * 29; offset < month * 31 + 40; offset += 1) {
    const time = start + offset * 86_400_000;
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    if (parts.get("month") === month + 1 && parts.get("day") === day) return new Date(time).toISOString().slice(0, 10);
  }
  return null;
}

function westernDigits(text: string): string {
  return text
    .replaceAll(/[\u06F0-\u06F9]/gu, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll(/[\u0660-\u0669]/gu, (digit) => String(digit.charCodeAt(0) - 0x0660));
}
