import type { Gap } from "../domain/gap.ts";
import type { Result } from "../domain/result.ts";
import type { Feedback, OpenQuestion, Store, StoreFailure } from "../domain/store.ts";
import { badlyRatedQuestions } from "../upkeep/gaps/badly-rated.ts";
import { groupGaps } from "../upkeep/gaps/group-gaps.ts";

/** How the questions are understood: see {@link groupGaps}. */
type Meaning = Parameters<typeof groupGaps>[1];
type Asked = Pick<Store, "openQuestions" | "feedback">;

/** Rows that the store gives at once, and most that are read: those asked most often, and the newest verdicts. */
const PAGE = 1_000;
const QUESTIONS_MOST = 10_000;
const VERDICTS_MOST = 5_000;

/** Whose questions: of one event, and of one server or of all. */
export interface GapScope {
  readonly event: string;
  readonly server?: string;
}

/**
 * What people ask in vain, grouped by what they want to know; see `groupGaps`. It tells nobody's name.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function findGaps(
  store: Asked,
  meaning: Meaning,
  scope: GapScope,
  signal: AbortSignal,
): Promise<Result<readonly Gap[], StoreFailure>> {
  const open = await paged<OpenQuestion>(async (page) => store.openQuestions({ ...scope, ...page }), QUESTIONS_MOST);
  if (!open.ok) return open;
  signal.throwIfAborted();
  const feedback = await paged<Feedback>(async (page) => store.feedback({ ...scope, ...page }), VERDICTS_MOST);
  if (!feedback.ok) return feedback;
  const asked = { open: open.value, badlyRated: badlyRatedQuestions(feedback.value) };
  return { ok: true, value: await groupGaps(asked, meaning, signal) };
}

async function paged<T>(
  read: (page: { offset: number; limit: number }) => Promise<Result<readonly T[], StoreFailure>>,
  most: number,
): Promise<Result<readonly T[], StoreFailure>> {
  const rows: T[] = [];
  while (rows.length < most) {
    const page = await read({ offset: rows.length, limit: PAGE });
    if (!page.ok) return page;
    rows.push(...page.value);
    if (page.value.length < PAGE) break;
  }
  return { ok: true, value: rows };
}
