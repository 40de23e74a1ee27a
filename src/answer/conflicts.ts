import distances from "natural/lib/natural/distance/levenshtein_distance.js";
import type { DateMention } from "../domain/sentence.ts";
import { fold } from "../text/fold.ts";
import { stem } from "../text/stems.ts";
import { type Difference, datesAgree, differences } from "./differences.ts";
import { isDerived, otherForms } from "./name-forms.ts";
import { type Quantity, agree, countTheSame } from "./quantities.ts";
import type { Name, Statement } from "./statement.ts";

/** What two sentences give differently for one thing, each in its own words. */
export type Conflict = readonly [a: string, b: string];

/** Share of the question's words in either sentence that both must hold, and the fewest of them. */
const CARRIED_SHARE = 0.8;
const MIN_CARRIED = 2;
/** Share of the shorter sentence's words that the longer must hold, of the longer's that the shorter must, and the fewest. */
const SHORTER_SHARE = 0.6;
const LONGER_SHARE = 0.4;
const MIN_WORDS = 3;

/** The dates two sentences give for one thing, where both cannot be right; null where they do not conflict. */
export function dateConflict(a: Statement, b: Statement): Conflict | null {
  const [one, ...more] = a.dates;
  const [other, ...others] = b.dates;
  if (one === undefined || other === undefined || more.length + others.length > 0) return null;
  if (!tellOfTheSame(a, b, ["date"]) || one.precision !== other.precision || datesAgree(one, other)) return null;
  // What appeared before a day cannot tell of it: two reports, each of its own day, are of two things.
  if (!knewOf(a, other) || !knewOf(b, one)) return null;
  return dateGapIsSmall(one, other) ? [isoOf(one), isoOf(other)] : null;
}

/** The numbers two sentences give for one thing, where both cannot be right; null where they do not conflict. */
export function numberConflict(a: Statement, b: Statement): Conflict | null {
  if (!tellOfTheSame(a, b, ["number"])) return null;
  for (const one of a.quantities) {
    const rivals = b.quantities.filter((other) => countTheSame(one, other));
    const alike = a.quantities.filter((other) => countTheSame(one, other));
    const [other] = rivals;
    // With several numbers of one kind there is no telling which belongs to which.
    if (other === undefined || rivals.length > 1 || alike.length > 1 || agree(one, other)) continue;
    return [written(a, one, other), written(b, other, one)];
  }
  return null;
}

/** Two spellings of what can only be one name, or two long forms of it; null where there are none. */
export function nameConflict(a: Statement, b: Statement): Conflict | null {
  if (!tellOfTheSame(a, b, ["name"])) return null;
  const forms = otherForms(a.names, b.names);
  if (forms !== null) return forms;
  const [one, ...more] = a.names.filter(({ term }) => !b.words.has(term));
  const [other, ...others] = b.names.filter(({ term }) => !a.words.has(term));
  if (one === undefined || other === undefined || more.length + others.length > 0) return null;
  return areSpellings(one, other) ? [one.surface, other.surface] : null;
}

/** Whether two sentences speak of the same thing, whatever they differ in besides `apartFrom`. */
function tellOfTheSame(a: Statement, b: Statement, apartFrom: readonly Difference[]): boolean {
  if (a.evidence.sentence.article.id === b.evidence.sentence.article.id) return false;
  const carried = common(a.carried, b.carried);
  if (carried < MIN_CARRIED || carried < Math.max(a.carried.size, b.carried.size) * CARRIED_SHARE) return false;
  const words = common(a.words, b.words);
  const [shorter, longer] = [Math.min(a.words.size, b.words.size), Math.max(a.words.size, b.words.size)];
  if (words < Math.min(MIN_WORDS, shorter) || words < shorter * SHORTER_SHARE || words < longer * LONGER_SHARE) {
    return false;
  }
  return [...differences(a, b)].every((difference) => apartFrom.includes(difference));
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter((word) => b.has(word)).length;
}

/** How far apart two dates for one thing are at most: further apart they are of two things. */
const MOST_DAYS: Readonly<Record<DateMention["precision"], number>> = { day: 10, month: 62, year: 731, range: 0 };
const DAY_MS = 86_400_000;

/** Whether two dates of one precision are close enough to be given for one thing. */
export function dateGapIsSmall(a: DateMention, b: DateMention): boolean {
  return Math.abs(Date.parse(a.from) - Date.parse(b.from)) <= MOST_DAYS[a.precision] * DAY_MS;
}

function knewOf({ evidence }: Statement, { from }: DateMention): boolean {
  const { published } = evidence.sentence.article;
  return published !== null && published >= from;
}

function isoOf({ from, precision }: DateMention): string {
  return from.slice(0, precision === "year" ? 4 : precision === "month" ? 7 : 10);
}

/** A number with what both sentences count: "2,500 paying members". */
function written({ evidence }: Statement, { start, end, units }: Quantity, { units: shared }: Quantity): string {
  const { text } = evidence.sentence;
  const number = text.slice(start, end);
  if (/[$€£%]|percent|per\s+cent/iu.test(number)) return number;
  const words =
    text
      .slice(end)
      .match(/^(?:[\s-]+[\p{L}\p{M}'’]+){1,3}/u)?.[0]
      .match(/[\s-]+[\p{L}\p{M}'’]+/gu) ?? [];
  const last = words.slice(0, units.size).findLastIndex((word) => shared.has(stem(fold(word.trim()))));
  return number + words.slice(0, last + 1).join("");
}

/** Letters of a name from which on a slip in it leaves it one name: "Rob" and "Bob" are two. */
const LONG_NAME = 5;
/** The same for two slips. */
const VERY_LONG_NAME = 9;

function areSpellings(a: Name, b: Name): boolean {
  if (a.known || b.known || Math.min(a.folded.length, b.folded.length) < LONG_NAME) return false;
  if (a.folded === b.folded || isDerived(a.folded, b.folded)) return false;
  const slips = distances.DamerauLevenshteinDistance(a.folded, b.folded, { restricted: true });
  return slips === 1 || (slips === 2 && Math.min(a.folded.length, b.folded.length) >= VERY_LONG_NAME);
}
