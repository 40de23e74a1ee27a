import { mapConcurrently } from "../corpus/map-concurrently.ts";
import type { Watching } from "../domain/curator.ts";
import type { FetchFailure, Fetcher } from "../domain/fetching.ts";
import type { FeedEntry, GivenFields, ImportDraft, SourceBytes, SourceReading } from "../domain/intake.ts";
import type { Problem } from "../domain/problem.ts";
import type { Result } from "../domain/result.ts";

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
 * Reads a source and, where it is a feed, the pages that it tells of.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function gather(
  source: SourceBytes,
  given: GivenFields,
  options: GatherOptions,
  watching: Watching,
): Promise<Gathered> {
  const { signal, onStep } = watching;
  // Readers of pages, feeds and PDF take long to load, and most commands never need them.
  const { readSource } = await import("../intake/read-source.ts");
  onStep({ id: "reading", source: source.name });
  const reading = await readSource(source, { given, today: options.today, signal });
  return await followEntries(source.name, reading, given, options, watching);
}

/**
 * Adds to what was read of a source the pages that it tells of: those chosen by a program, so that robots.txt is obeyed.
 *
 * @param name the source's
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function followEntries(
  name: string,
  reading: SourceReading,
  given: GivenFields,
  { fetcher, today, known = [] }: GatherOptions,
  { signal, onStep }: Watching,
): Promise<Gathered> {
  const own = reading.drafts.map((draft) => ({ draft, from: name }));
  if (reading.entries.length === 0) return { drafts: own, problems: reading.problems, pages: [] };
  const { readSource } = await import("../intake/read-source.ts");
  const entries = reading.entries.slice(0, MOST_ENTRIES);
  let done = 0;
  const read = await mapConcurrently(
    entries,
    AT_ONCE,
    async (entry): Promise<Gathered> => {
      const { url } = entry;
      const page = known.find((one) => one.name === url) ?? (await fetchPage(fetcher, url, signal));
      done += 1;
      onStep({ id: "fetching-entries", done, of: entries.length });
      if ("id" in page) return { drafts: [], problems: [problemOf(url, page)], pages: [] };
      const shared = { given: sharedFields(given), today, signal };
      const { drafts, problems } = withEntry(await readSource(page, shared), entry);
      return { drafts: drafts.map((draft) => ({ draft, from: url })), problems, pages: [page] };
    },
    signal,
  );
  signal.throwIfAborted();
  const untold = reading.entries.length - entries.length;
  return {
    drafts: [...own, ...read.flatMap(({ drafts }) => drafts)],
    problems: [
      ...reading.problems,
      ...(untold === 0 ? [] : [tooLong(name, reading.entries.length)]),
      ...read.flatMap(({ problems }) => problems),
    ],
    pages: read.flatMap(({ pages }) => pages),
  };
}

/** What a feed says of a page fills in the day that the page itself does not tell. */
export function withEntry(reading: SourceReading, { published }: Pick<FeedEntry, "published">): SourceReading {
  const [draft] = reading.drafts;
  if (draft === undefined || reading.drafts.length > 1 || draft.article.published !== null || published === null) {
    return reading;
  }
  const problems = reading.problems.map((problem): Problem => {
    const isThis = problem.field === "published" && problem.detail.id === "value-unknown";
    return isThis ? { ...problem, detail: { id: "value-assumed", value: published } } : problem;
  });
  return { ...reading, drafts: [{ ...draft, article: { ...draft.article, published } }], problems };
}

/** What is said of every page a source tells of: not its title, address and day, but who publishes it. */
export function sharedFields({ title: _title, url: _url, published: _published, ...shared }: GivenFields): GivenFields {
  return shared;
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

function tooLong(file: string, length: number): Problem {
  const detail = { id: "feed-too-long", length, limit: MOST_ENTRIES } as const;
  return { severity: "warning", file, line: null, field: null, detail };
}

/** That a page could not be fetched. @param url as whoever named it has it */
export function problemOf(url: string, failure: FetchFailure): Problem {
  return { severity: "error", file: url, line: null, field: null, detail: { id: "not-fetched", failure } };
}
