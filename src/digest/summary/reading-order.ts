import type { Statement } from "../../answer/statement.ts";

/**
 * Sentences in the order in which they read: by the day that they tell of, or else by that on which they appeared, those of
 * one article in its own order. Undated ones come last.
 */
export function inReadingOrder(statements: readonly Statement[]): readonly Statement[] {
  const latest = new Map<string, string>();
  const placed = statements
    .toSorted((a, b) => a.evidence.sentence.position - b.evidence.sentence.position)
    .map((statement) => {
      const { article, position } = statement.evidence.sentence;
      const own = dayOf(statement);
      const before = latest.get(article.id) ?? "";
      const day = own > before ? own : before;
      latest.set(article.id, day);
      return { statement, day, key: `${article.id} ${String(position).padStart(6, "0")}` };
    });
  return placed.toSorted((a, b) => compare(a.day, b.day) || compare(a.key, b.key)).map(({ statement }) => statement);
}

const UNDATED = "9999-99-99";
/** What stands for the rest of a date by its length: a report of some day in a month is not the first of that month. */
const MIDDLES: Readonly<Record<number, string>> = { 4: "-07-01", 7: "-15" };

/** The last day that a sentence names, if it is not after the article appeared; else when it did, or the middle of that. */
function dayOf({ evidence }: Statement): string {
  const published = evidence.sentence.article.published ?? UNDATED;
  const told = evidence.dates
    .filter(({ precision, from }) => precision === "day" && from <= `${published}-99`)
    .map(({ from }) => from)
    .toSorted();
  return told.at(-1) ?? published + (MIDDLES[published.length] ?? "");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
