import type { Point } from "../../domain/answer.ts";
import type { PartialDate } from "../../domain/article.ts";
import { dateConflict } from "../../answer/conflicts.ts";
import type { Statement } from "../../answer/statement.ts";

/** Share of the shorter sentence's words that the longer must hold, and the fewest: sentences about daily news are alike. */
const SHARED = 0.5;
const MIN_SHARED = 3;
/** Days after a date within which a report of it is news. */
const FRESH = 3;
const DAY_MS = 86_400_000;
/** Most that are shown for one event. */
const MOST = 3;

export interface OtherDate {
  readonly date: PartialDate;
  readonly point: Point;
}

/**
 * Other days that other articles give for what a sentence tells. Rather none than a false one: the sentences have to agree
 * in nearly all but the date, and one of them has to look back, since two reports of the day's news may well be of two
 * days.
 *
 * @param others of other articles, best first
 */
export function otherDatesOf(told: Statement, others: readonly Statement[]): readonly OtherDate[] {
  const found = new Map<PartialDate, OtherDate>();
  for (const other of others) {
    const shared = new Set([...told.words].filter((word) => other.words.has(word)));
    if (isNews(told) && isNews(other)) continue;
    const shorter = Math.min(told.words.size, other.words.size);
    if (shared.size < MIN_SHARED || shared.size < shorter * SHARED) continue;
    // Nobody asked: what both say is what they are compared by.
    const conflict = dateConflict({ ...told, carried: shared }, { ...other, carried: shared });
    if (conflict === null || found.size >= MOST) continue;
    const [, date] = conflict;
    if (!found.has(date)) {
      found.set(date, { date, point: { evidence: other.evidence, also: [], stance: other.stance } });
    }
  }
  return [...found.values()];
}

function isNews({ dates, evidence }: Statement): boolean {
  const { published } = evidence.sentence.article;
  const [date] = dates;
  return published !== null && date !== undefined && Date.parse(published) - Date.parse(date.to) < FRESH * DAY_MS;
}
