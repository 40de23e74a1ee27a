import type { AskedQuestion, EnglishWords } from "./question.ts";

/** Longer ones are named by no month. */
const LONGEST_DAYS = 45;
const DAY_MS = 86_400_000;
/** What already says which month is meant as articles write it. */
const SPELLED = /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/iu;

/**
 * Month and year of what a question names from where it stands, "last week" or "yesterday", or in short, "sept 22", so that sentences which write
 * them out are found.
 *
 * @param text of the question
 */
export function spelledPeriods(text: string, { periods }: Pick<AskedQuestion, "periods">): readonly EnglishWords[] {
  return periods.flatMap(({ from, to, span }) => {
    if (from === null || to === null || SPELLED.test(text.slice(span.start, span.end))) return [];
    const [first, last] = [Date.parse(from), Date.parse(to)];
    if (Number.isNaN(first) || Number.isNaN(last) || last - first > LONGEST_DAYS * DAY_MS) return [];
    const month = new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" });
    return [{ span, words: month.format(first + (last - first) / 2) }];
  });
}
