import type { ArticleChange, GoldResult, GoldRun, Regression, RunComparison } from "../../domain/gold.ts";
import { type AskUndone, type TryOptions, changesAtFault } from "./try-undoing.ts";

/**
 * Which questions failed since an earlier run, and through which articles; which pass again. Questions that were not in
 * both runs are passed over.
 *
 * A cause that can be seen is taken for it: an article that had answered and is changed or withdrawn, else an added or
 * changed one whose sentence is shown instead. Others are looked for by undoing changes, as far as `tryOptions` allows.
 *
 * @param askUndone null where nothing is to be tried
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function compareRuns(
  before: GoldRun,
  now: GoldRun,
  changes: readonly ArticleChange[],
  askUndone: AskUndone | null = null,
  tryOptions: TryOptions = {},
): Promise<RunComparison> {
  const earlier = new Map(before.results.map((result) => [result.gold.id, result]));
  const pairs = now.results.flatMap((result) => {
    const known = earlier.get(result.gold.id);
    return known === undefined ? [] : [{ before: known, now: result }];
  });
  const regressions: Regression[] = [];
  for (const pair of pairs) {
    if (pair.before.failure !== null || pair.now.failure === null) continue;
    const seen = causesSeen(pair.before, pair.now, changes);
    if (seen.length > 0) {
      regressions.push({ ...pair, causes: seen, found: "seen" });
      continue;
    }
    const causes = askUndone === null ? [] : await changesAtFault(pair.now, changes, askUndone, tryOptions);
    regressions.push({ ...pair, causes, found: causes.length > 0 ? "tried" : "unknown" });
  }
  return {
    regressions,
    mended: pairs.filter((pair) => pair.before.failure !== null && pair.now.failure === null).map((pair) => pair.now),
  };
}

function causesSeen(before: GoldResult, now: GoldResult, changes: readonly ArticleChange[]): readonly ArticleChange[] {
  const stillShown = new Set(now.shown.map(({ text }) => text));
  // Of what was shown, that which met the expectation: one of the articles named, or what was shown first.
  const answering = before.shown.filter(({ articleId }, place) =>
    before.gold.articles.length > 0 ? before.gold.articles.includes(articleId) : place === 0,
  );
  const lost = changes.filter(
    ({ id, how }) =>
      how !== "added" && answering.some(({ articleId, text }) => articleId === id && !stillShown.has(text)),
  );
  if (lost.length > 0) return lost;
  const wasShown = new Set(before.shown.map(({ text }) => text));
  const first = now.shown.find(({ articleId, text }) => !wasShown.has(text) && isNew(articleId, changes));
  return first === undefined ? [] : changes.filter(({ id, how }) => how !== "withdrawn" && id === first.articleId);
}

function isNew(articleId: string, changes: readonly ArticleChange[]): boolean {
  return changes.some(({ id, how }) => how !== "withdrawn" && id === articleId);
}
