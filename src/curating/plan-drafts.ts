import { planImport } from "../corpus/keep/plan-import.ts";
import type { Article } from "../domain/article.ts";
import type { PlannedArticle } from "../domain/intake.ts";
import { openReprintFinder } from "../upkeep/soundness/reprint-finder.ts";
import type { GatheredDraft } from "./gather.ts";

/**
 * What an import would make of drafts, reprints found among the articles that are there. These are only read for it where
 * there is something new.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function planDrafts(
  drafts: readonly GatheredDraft[],
  existing: readonly Article[],
  signal: AbortSignal,
): Promise<readonly PlannedArticle[]> {
  const plan = planImport(drafts, existing, () => null);
  if (plan.every(({ outcome }) => outcome.type !== "new")) return plan;
  const finder = await openReprintFinder(existing, signal);
  return planImport(drafts, existing, (body) => finder.closest(body));
}
