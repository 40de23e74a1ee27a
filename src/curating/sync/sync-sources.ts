import { mapConcurrently } from "../../corpus/map-concurrently.ts";
import type { PlannedArticle } from "../../domain/intake.ts";
import type { Problem } from "../../domain/problem.ts";
import type { EventSource, SyncedSource } from "../../domain/syncing.ts";
import type { GatheredDraft } from "../gather.ts";
import type { SyncState } from "./sync-state.ts";
import type { Visiting } from "./visit-page.ts";
import { type SourceVisit, visitSource } from "./visit-source.ts";

/** Sources that are looked at at once. */
const AT_ONCE = 4;

export interface Round {
  readonly visited: readonly SourceVisit[];
  readonly drafts: readonly GatheredDraft[];
  readonly problems: readonly Problem[];
}

/**
 * Looks at all sources of an event. Nothing is written.
 *
 * @param onProgress told of pages that were looked at, over all
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function visitSources(
  sources: readonly EventSource[],
  state: SyncState,
  visiting: Visiting & { readonly onProgress: (pages: number) => void },
): Promise<Round> {
  let pages = 0;
  const onPage = (): void => {
    pages += 1;
    visiting.onProgress(pages);
  };
  const visited = await mapConcurrently(
    sources,
    AT_ONCE,
    async (source) => await visitSource(source, state, { ...visiting, onPage }),
    visiting.signal,
  );
  visiting.signal.throwIfAborted();
  const visits = visited.flatMap((one) => one.visits);
  // Two feeds may tell of one page.
  const drafts = new Map<string, readonly GatheredDraft[]>();
  for (const visit of visits) if (visit.type === "read") drafts.set(visit.url, visit.drafts);
  return {
    visited,
    drafts: [...drafts.values()].flat(),
    problems: [
      ...visited.flatMap(({ problems }) => problems),
      ...visits.flatMap((visit) => (visit.type === "read" || visit.type === "failed" ? visit.problems : [])),
    ],
  };
}

/**
 * What a round found since last time, source by source.
 *
 * @param plan what would become of its drafts
 * @param withdrawn addresses of pages whose articles somebody took out, so that they are passed over
 */
export function syncedSources(
  visited: readonly SourceVisit[],
  plan: readonly PlannedArticle[],
  withdrawn: Pick<ReadonlyMap<string, unknown>, "has">,
): readonly SyncedSource[] {
  const ofPage = new Map<string, readonly PlannedArticle[]>();
  for (const planned of plan) ofPage.set(planned.from, [...(ofPage.get(planned.from) ?? []), planned]);
  return visited.map(({ source, outcome, visits, passedOver }) => {
    const planned = visits.flatMap((visit) => (visit.type === "read" ? (ofPage.get(visit.url) ?? []) : []));
    const idsOf = (types: readonly string[]): readonly string[] =>
      planned.filter((one) => types.includes(one.outcome.type)).map(({ draft }) => draft.article.id);
    const notModified = visits.filter(({ type }) => type === "not-modified").length;
    return {
      url: source.url,
      outcome,
      added: idsOf(["new", "reprint"]),
      changed: idsOf(["changed"]),
      unchanged: idsOf(["unchanged"]).length + notModified,
      notModified,
      passedOver: passedOver + visits.filter(({ type, url }) => type === "passed-over" || withdrawn.has(url)).length,
      gone: visits.flatMap((visit) => (visit.type === "gone" ? [{ url: visit.url, article: visit.article }] : [])),
      failed: visits.flatMap((visit) => (visit.type === "failed" ? [visit.url] : [])),
    };
  });
}
