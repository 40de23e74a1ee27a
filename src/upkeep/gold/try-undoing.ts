import type { Library } from "../../domain/command.ts";
import type { ArticleChange, GoldResult } from "../../domain/gold.ts";
import { judge } from "./judge.ts";

/**
 * Makes what answers from the later corpus as it would be without some of the changes: what was added is not there, what
 * was changed or withdrawn is as it was.
 */
export type AskUndone = (articleIds: readonly string[]) => Promise<Library["ask"]>;

export interface TryOptions {
  readonly signal?: AbortSignal;
  /** Most corpora made to find one cause. */
  readonly rebuilds?: number;
}

/** Enough for a single cause among a thousand changes. */
const REBUILDS = 12;
/** Changes that cause something only together; of more nobody could tell what to do. */
const MAX_TOGETHER = 5;

/**
 * The changes without which a question that fails now would pass, found by halving: the first half is undone by itself,
 * and where that mends nothing the cause is taken to be in the second. What is left in the end is undone by itself once
 * more; where it does not mend the question, or the rebuilds have run out, as few are given as are known to.
 *
 * @returns none where undoing every change does not mend it, since then it was no article, or where it takes too many
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function changesAtFault(
  now: GoldResult,
  changes: readonly ArticleChange[],
  askUndone: AskUndone,
  { signal, rebuilds = REBUILDS }: TryOptions = {},
): Promise<readonly ArticleChange[]> {
  let made = 0;
  const mayTry = (): boolean => made < rebuilds;
  const mends = async (undone: readonly ArticleChange[]): Promise<boolean> => {
    signal?.throwIfAborted();
    made += 1;
    const ask = await askUndone(undone.map(({ id }) => id));
    return judge(now.gold, await ask({ text: now.gold.question, context: [] })).failure === null;
  };
  if (changes.length === 0 || !mayTry() || !(await mends(changes))) return [];
  /** The smallest known to mend it, and within them those that may. */
  let known = changes;
  let suspects = changes;
  while (suspects.length > 1 && mayTry()) {
    const half = Math.ceil(suspects.length / 2);
    const first = suspects.slice(0, half);
    if (await mends(first)) known = suspects = first;
    else suspects = suspects.slice(half);
  }
  if (suspects.length < known.length && mayTry() && (await mends(suspects))) known = suspects;
  return known.length <= MAX_TOGETHER ? known : [];
}
