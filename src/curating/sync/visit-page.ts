import type { Fetcher } from "../../domain/fetching.ts";
import type { FeedEntry, GivenFields, SourceBytes, SourceReading } from "../../domain/intake.ts";
import type { Problem } from "../../domain/problem.ts";
import type { EventSource, GonePage } from "../../domain/syncing.ts";
import { type GatheredDraft, problemOf, withEntry } from "../gather.ts";
import { mentionsOne } from "./mentions.ts";
import type { KnownPage, Validators } from "./sync-state.ts";

/** What was found at a page. */
export type Visit =
  | {
      readonly type: "read";
      readonly url: string;
      readonly validators: Validators;
      readonly drafts: readonly GatheredDraft[];
      readonly problems: readonly Problem[];
    }
  | { readonly type: "not-modified"; readonly url: string }
  | { readonly type: "passed-over"; readonly url: string }
  | ({ readonly type: "gone" } & GonePage)
  | { readonly type: "failed"; readonly url: string; readonly problems: readonly Problem[] };

/** A page to look at: one that a feed tells of, one that is known, or both. */
export interface PageToVisit {
  readonly url: string;
  readonly entry: FeedEntry | null;
  readonly known: KnownPage | null;
}

export interface Visiting {
  readonly fetcher: Fetcher;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly signal: AbortSignal;
}

const GONE: ReadonlySet<number> = new Set([404, 410]);

/** Looks at a page, and at one that is known only whether it is another now. @throws (rejects with) the signal's reason */
export async function visitPage(
  { url, entry, known }: PageToVisit,
  source: EventSource,
  { fetcher, today, signal }: Visiting,
): Promise<Visit> {
  const fetched = await fetcher.get(url, {
    signal,
    accept: "article",
    robots: "obey",
    etag: known?.etag ?? null,
    lastModified: known?.lastModified ?? null,
  });
  signal.throwIfAborted();
  if (!fetched.ok) {
    const isGone = fetched.error.id === "http-status" && GONE.has(fetched.error.status);
    // That it has gone was told last time.
    if (isGone && known !== null) {
      return known.isGone ? { type: "passed-over", url } : { type: "gone", url, article: known.article };
    }
    return { type: "failed", url, problems: [problemOf(url, fetched.error)] };
  }
  if (fetched.value.type === "not-modified") return { type: "not-modified", url };
  const { etag, lastModified } = fetched.value;
  const reading = await readPage({ ...fetched.value.source, name: url }, source, today, signal);
  // What was taken once stays of interest.
  const include = known === null || known.article === null ? source.include : [];
  return visitOf(url, entry === null ? reading : withEntry(reading, entry), { etag, lastModified }, include);
}

/** Reads a page with what the list of sources says of its articles. */
export async function readPage(
  page: SourceBytes,
  source: EventSource,
  today: string,
  signal: AbortSignal,
): Promise<SourceReading> {
  const { readSource } = await import("../../intake/read-source.ts");
  return await readSource(page, { given: givenBy(source), today, signal });
}

/** What reading a page comes to. */
export function visitOf(
  url: string,
  { drafts, problems }: SourceReading,
  validators: Validators,
  include: readonly string[],
): Visit {
  if (drafts.length === 0) return { type: "failed", url, problems };
  const wanted = drafts.filter(({ article }) => mentionsOne(`${article.title}\n${article.body}`, include));
  if (wanted.length === 0) return { type: "passed-over", url };
  return { type: "read", url, validators, drafts: wanted.map((draft) => ({ draft, from: url })), problems };
}

function givenBy({ publisher, language, kind }: EventSource): GivenFields {
  return {
    ...(publisher === null ? {} : { publisher }),
    ...(language === null ? {} : { language }),
    ...(kind === null ? {} : { kind }),
  };
}
