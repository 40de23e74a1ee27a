import { mapConcurrently } from "../corpus/map-concurrently.ts";
import type { Watching } from "../domain/curator.ts";
import type { FetchFailure, Fetcher } from "../domain/fetching.ts";
import type { GivenFields, ImportDraft, SourceBytes } from "../domain/intake.ts";
import type { Problem } from "../domain/problem.ts";
import type { Result } from "../domain/result.ts";
import type { ReadOptions } from "../intake/read-source.ts";

/** Pages of one feed that are fetched; a feed tells of the newest first. */
const MOST_ENTRIES = 100;
/** Pages that are asked for at once; how many of a host is the fetcher's business. */
const AT_ONCE = 4;

/** A draft and the name of its source. */
export interface GatheredDraft {
  readonly draft: ImportDraft;
  readonly from: string;
}

/** What was read of a source. */
export interface Gathered {
  readonly drafts: readonly GatheredDraft[];
  readonly problems: readonly Problem[];
  /** The pages behind a feed's entries that were fetched, so that they need not be fetched to be read again. */
  readonly pages: readonly SourceBytes[];
}

/**
 * Reads a source and, where it is a feed, the pages that it tells of: those chosen by a program, so that robots.txt is
 * obeyed.
 *
 * @param known pages that were fetched before
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function gather(
  source: SourceBytes,
  given: GivenFields,
  { fetcher, today, known = [] }: GatherOptions,
  watching: Watching,
): Promise<Gathered> {
  const { signal, onStep } = watching;
  // Readers of pages, feeds and PDF take long to load, and most commands never need them.
  const { readSource } = await import("../intake/read-source.ts");
  onStep({ id: "reading", source: source.name });
  const options: ReadOptions = { given, today, signal };
  const reading = await readSource(source, options);
  const own = reading.drafts.map((draft) => ({ draft, from: source.name }));
  if (reading.entries.length === 0) return { drafts: own, problems: reading.problems, pages: [] };
  const entries = reading.entries.slice(0, MOST_ENTRIES);
  let done = 0;
  const read = await mapConcurrently(
    entries,
    AT_ONCE,
    async ({ url }): Promise<Gathered> => {
      const page = known.find(({ name }) => name === url) ?? (await fetchPage(fetcher, url, signal));
      done += 1;
      onStep({ id: "fetching-entries", done, of: entries.length });
      if ("id" in page) return { drafts: [], problems: [problemOf(url, page)], pages: [] };
      // What was said of the source is not said of every page it tells of, but who publishes them is.
      const shared = withoutOwn(given);
      const { drafts, problems } = await readSource(page, { ...options, given: shared });
      return { drafts: drafts.map((draft) => ({ draft, from: url })), problems, pages: [page] };
    },
    signal,
  );
  signal.throwIfAborted();
  return {
    drafts: [...own, ...read.flatMap(({ drafts }) => drafts)],
    problems: [...reading.problems, ...read.flatMap(({ problems }) => problems)],
    pages: read.flatMap(({ pages }) => pages),
  };
}

export interface GatherOptions {
  readonly fetcher: Fetcher;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly known?: readonly SourceBytes[];
}

/** Fetches the one page that somebody named. */
export async function fetchNamed(
  fetcher: Fetcher,
  url: string,
  { signal, onStep }: Watching,
): Promise<Result<SourceBytes, FetchFailure>> {
  const host = URL.canParse(url) ? new URL(url).host : url;
  onStep({ id: "fetching", host, bytes: 0 });
  const fetched = await fetcher.get(url, {
    signal,
    accept: "article",
    robots: "ignore",
    onProgress: (bytes) => onStep({ id: "fetching", host, bytes }),
  });
  signal.throwIfAborted();
  if (!fetched.ok) return fetched;
  if (fetched.value.type === "page") return { ok: true, value: fetched.value.source };
  // Nothing was said of what is known already, so that there is nothing not to have changed.
  return { ok: false, error: { id: "answer-invalid", host, reason: "304 without a condition" } };
}

async function fetchPage(fetcher: Fetcher, url: string, signal: AbortSignal): Promise<SourceBytes | FetchFailure> {
  const fetched = await fetcher.get(url, { signal, accept: "article", robots: "obey" });
  if (!fetched.ok) return fetched.error;
  if (fetched.value.type === "page") return { ...fetched.value.source, name: url };
  return { id: "answer-invalid", host: url, reason: "304 without a condition" };
}

function problemOf(url: string, failure: FetchFailure): Problem {
  return { severity: "error", file: url, line: null, field: null, detail: { id: "not-fetched", failure } };
}

function withoutOwn({ title: _title, url: _url, published: _published, ...shared }: GivenFields): GivenFields {
  return shared;
}
