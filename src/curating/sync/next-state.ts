import type { SourceVisit } from "./visit-source.ts";
import type { KnownPage, SyncState, Validators } from "./sync-state.ts";

/**
 * What is known after a round. A page whose article was not kept is as unknown as before; and while something of a source
 * is outstanding, its server is not asked whether the source itself has changed, so that it is read again.
 *
 * @param articleOf the id of the article that was kept of a page; undefined where none was
 */
export function nextState(
  state: SyncState,
  visited: readonly SourceVisit[],
  articleOf: (url: string) => string | undefined,
): SyncState {
  const sources = new Map<string, Validators>(state.sources);
  const pages = new Map<string, KnownPage>(state.pages);
  for (const { source, outcome, validators, visits } of visited) {
    let isWhole = outcome !== "failed";
    for (const visit of visits) {
      const { url } = visit;
      const page = { url, source: source.url, etag: null, lastModified: null, isGone: false };
      const before = pages.get(url);
      switch (visit.type) {
        case "read": {
          const article = articleOf(url);
          if (article === undefined) isWhole = false;
          else pages.set(url, { ...page, ...visit.validators, article });
          break;
        }
        case "passed-over":
          if (before?.isGone !== true) pages.set(url, { ...page, article: null });
          break;
        case "gone":
          if (before !== undefined) pages.set(url, { ...before, isGone: true });
          break;
        case "failed":
          isWhole = false;
          break;
        case "not-modified":
          break;
      }
    }
    if (!isWhole) sources.delete(source.url);
    else if (validators !== null) sources.set(source.url, validators);
  }
  return { sources, pages };
}
