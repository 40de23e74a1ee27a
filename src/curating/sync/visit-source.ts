import { mapConcurrently } from "../../corpus/map-concurrently.ts";
import type { FeedEntry } from "../../domain/intake.ts";
import type { Problem } from "../../domain/problem.ts";
import type { EventSource } from "../../domain/syncing.ts";
import { problemOf } from "../gather.ts";
import { mentionsOne } from "./mentions.ts";
import type { KnownPage, SyncState, Validators } from "./sync-state.ts";
import { type PageToVisit, readPage, type Visit, visitOf, visitPage, type Visiting } from "./visit-page.ts";

/** Pages of a source that are looked at where the list does not say. */
const USUAL_PAGES = 100;
/** Pages that are asked for at once; how many of a host is the fetcher's business. */
const AT_ONCE = 4;

/** What was found at a source. */
export interface SourceVisit {
  readonly source: EventSource;
  readonly outcome: "read" | "not-modified" | "failed";
  /** To ask with next time; null where nothing was fetched. */
  readonly validators: Validators | null;
  readonly visits: readonly Visit[];
  /** Entries of a feed whose titles say none of the words to look for; they are not fetched. */
  readonly passedOver: number;
  readonly problems: readonly Problem[];
}

export interface SourceVisiting extends Visiting {
  readonly onPage: () => void;
}

/**
 * Looks at a source: the pages that a feed newly tells of, and those known from it, whether they are others now. A server
 * is asked only for what has changed since.
 *
 * @throws (rejects with) the signal's reason
 */
export async function visitSource(
  source: EventSource,
  state: SyncState,
  visiting: SourceVisiting,
): Promise<SourceVisit> {
  const { fetcher, today, signal, onPage } = visiting;
  const { url } = source;
  const last = state.sources.get(url);
  const fetched = await fetcher.get(url, {
    signal,
    accept: source.type === "page" ? "article" : source.type === "feed" ? "feed" : "any",
    robots: "obey",
    etag: last?.etag ?? null,
    lastModified: last?.lastModified ?? null,
  });
  signal.throwIfAborted();
  const seen = { source, validators: null, visits: [], passedOver: 0, problems: [] };
  const own = state.pages.get(url) ?? null;
  if (!fetched.ok) {
    const { error } = fetched;
    const isGone = own !== null && error.id === "http-status" && (error.status === 404 || error.status === 410);
    if (isGone) return { ...seen, outcome: "read", visits: [{ type: "gone", url, article: own.article }] };
    // Its pages may well answer still.
    const visits = await visitAll(pagesOf(source, [], state), source, visiting);
    return { ...seen, outcome: "failed", visits, problems: [problemOf(url, error)] };
  }
  if (fetched.value.type === "not-modified") {
    if (own !== null) return { ...seen, outcome: "not-modified", visits: [{ type: "not-modified", url }] };
    const visits = await visitAll(pagesOf(source, [], state), source, visiting);
    return { ...seen, outcome: "not-modified", visits };
  }
  const { etag, lastModified } = fetched.value;
  const validators = { etag, lastModified };
  const reading = await readPage({ ...fetched.value.source, name: url }, source, today, signal);
  const isFeed = source.type === "feed" || (source.type === null && reading.drafts.length === 0);
  if (!isFeed) {
    onPage();
    return { ...seen, outcome: "read", validators, visits: [visitOf(url, reading, validators, source.include)] };
  }
  if (reading.drafts.length > 0) {
    const detail = { id: "feed-invalid", reason: "it is an article" } as const;
    const problem: Problem = { severity: "error", file: url, line: null, field: null, detail };
    return { ...seen, outcome: "failed", problems: [problem] };
  }
  const isUnread = reading.problems.some(({ severity }) => severity === "error");
  const wanted = reading.entries.filter(({ title }) => title === null || mentionsOne(title, source.include));
  const visits = await visitAll(pagesOf(source, wanted, state), source, visiting);
  return {
    ...seen,
    outcome: isUnread ? "failed" : "read",
    validators: isUnread ? null : validators,
    visits,
    passedOver: reading.entries.length - wanted.length,
    problems: reading.problems,
  };
}

/** The pages to look at: those that are new first, then those known from this source, the last seen first. */
function pagesOf(source: EventSource, entries: readonly FeedEntry[], { pages }: SyncState): readonly PageToVisit[] {
  const told = new Map(entries.map((entry) => [entry.url, entry]));
  const fresh = entries
    .filter(({ url }) => pages.get(url)?.isGone !== false)
    .map((entry) => ({ url: entry.url, entry, known: forgotten(pages.get(entry.url)) }));
  const known = [...pages.values()]
    .filter((page) => page.source === source.url && !page.isGone && page.article !== null)
    .toReversed()
    .map((page) => ({ url: page.url, entry: told.get(page.url) ?? null, known: page }));
  return [...fresh, ...known].slice(0, source.limit ?? USUAL_PAGES);
}

/** A page that had gone and is told of again: whatever is there now is new. */
function forgotten(page: KnownPage | undefined): KnownPage | null {
  return page === undefined ? null : { ...page, etag: null, lastModified: null };
}

async function visitAll(
  pages: readonly PageToVisit[],
  source: EventSource,
  visiting: SourceVisiting,
): Promise<readonly Visit[]> {
  const visit = async (page: PageToVisit): Promise<Visit> => {
    const visited = await visitPage(page, source, visiting);
    visiting.onPage();
    return visited;
  };
  return await mapConcurrently(pages, AT_ONCE, visit, visiting.signal);
}
