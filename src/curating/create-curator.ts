import { addGold, type GoldFileRefusal, loadGold, removeGold } from "../corpus/gold-file.ts";
import { newGold } from "../corpus/new-gold.ts";
import { applyPlan } from "../corpus/keep/apply-plan.ts";
import { corpusStats } from "../corpus/keep/corpus-stats.ts";
import { listWithdrawn, restoreArticle, withdrawArticle } from "../corpus/keep/withdraw-article.ts";
import type { Library } from "../domain/command.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { CorpusState, Curator, CuratorFailure, Preview, ReloadOutcome, Watching } from "../domain/curator.ts";
import type { Fetcher } from "../domain/fetching.ts";
import type { GivenFields, SourceBytes } from "../domain/intake.ts";
import type { KeepingFailure } from "../domain/keeping.ts";
import type { Coverage } from "../domain/picture.ts";
import type { Result } from "../domain/result.ts";
import { runGold } from "../upkeep/gold/run-gold.ts";
import type { GapScope, findGaps } from "./find-gaps.ts";
import { fetchNamed, gather } from "./gather.ts";
import { planDrafts } from "./plan-drafts.ts";
import { Previews } from "./previews.ts";
import { withdrawnBefore } from "./withdrawn-before.ts";

/** An event that is served, as far as its articles can be kept. */
export interface CuratedEvent {
  readonly corpus: Corpus;
  readonly library: Library;
  readonly coverage: () => Coverage;
  /** Its folder; null where its corpus is made of something else, too, which is only read. */
  readonly folder: string | null;
  /** ISO 8601 instant at which what is served was loaded. */
  readonly loadedAt: string;
  readonly last: ReloadOutcome | null;
}

export interface CuratorOptions {
  /** That of an id, or for null the first; undefined where it is not served. */
  readonly eventOf: (id: string | null) => Promise<CuratedEvent | undefined>;
  readonly reload: (watching: Watching) => Promise<readonly ReloadOutcome[]>;
  /** See {@link findGaps}. */
  readonly gapsOf: (scope: GapScope, signal: AbortSignal) => ReturnType<typeof findGaps>;
  readonly fetcher: Fetcher;
  readonly now: () => Date;
}

/** An event whose folder can be changed. */
interface Writable {
  readonly served: CuratedEvent;
  readonly event: string;
  readonly folder: string;
}

const DAY_LENGTH = 10;

/** Keeps the articles of the events that are served: see {@link Curator}. */
export function createCurator(options: CuratorOptions): Curator {
  const { eventOf, reload, gapsOf, fetcher, now } = options;
  const previews = new Previews(() => now().getTime());
  const today = (): string => now().toISOString().slice(0, DAY_LENGTH);

  const previewOf = async (
    id: string,
    event: CuratedEvent,
    source: SourceBytes,
    pages: readonly SourceBytes[],
    given: GivenFields,
    watching: Watching,
  ): Promise<Result<Preview, CuratorFailure>> => {
    const read = await gather(source, given, { fetcher, today: today(), known: pages }, watching);
    if (read.drafts.length === 0) return { ok: false, error: { id: "nothing-found", problems: read.problems } };
    const { articles } = event.corpus;
    watching.onStep({ id: "comparing", articles: articles.length });
    const planned = await planDrafts(read.drafts, articles, watching.signal);
    const withdrawn = event.folder === null ? null : await listWithdrawn(event.folder);
    const again = withdrawn?.ok === true ? withdrawnBefore(read.drafts, withdrawn.value) : [];
    const problems = [...read.problems, ...again];
    const preview: Preview = { id, event: event.corpus.event.id, planned, problems, given };
    previews.put({ preview, source, pages: read.pages });
    return { ok: true, value: preview };
  };

  const changed = async (
    id: string | null,
    change: (folder: string) => Promise<Result<unknown, KeepingFailure>>,
    watching: Watching,
  ): Promise<Result<ReloadOutcome | null, CuratorFailure>> => {
    const found = await writableEvent(eventOf, id);
    if (!found.ok) return found;
    const { folder, event } = found.value;
    const done = await change(folder);
    if (!done.ok) return { ok: false, error: { id: "not-kept", failure: done.error } };
    return { ok: true, value: outcomeOf(await reload(watching), event) };
  };

  return {
    async preview(event, offer, given, watching) {
      const found = await writableEvent(eventOf, event);
      if (!found.ok) return found;
      const fetched = await fetchNamed(fetcher, offer.type === "link" ? offer.url : offer.file.url, watching);
      if (!fetched.ok) return { ok: false, error: { id: "not-fetched", failure: fetched.error } };
      // A file that somebody uploaded was published nowhere: where it can be fetched is not where it is from.
      const source: SourceBytes =
        offer.type === "link"
          ? fetched.value
          : { name: offer.file.name, url: null, contentType: offer.file.contentType, bytes: fetched.value.bytes };
      return await previewOf(previews.newId(), found.value.served, source, [], given, watching);
    },

    previewed: (id) => previews.get(id)?.preview ?? null,

    async amend(id, given) {
      const kept = previews.get(id);
      const event = kept === null ? undefined : await eventOf(kept.preview.event);
      if (kept === null || event === undefined) return { ok: false, error: { id: "preview-gone" } };
      const watching: Watching = { signal: new AbortController().signal, onStep: () => {} };
      return await previewOf(id, event, kept.source, kept.pages, { ...kept.preview.given, ...given }, watching);
    },

    async confirm(id, watching) {
      const kept = previews.take(id);
      if (kept === null) return { ok: false, error: { id: "preview-gone" } };
      const found = await writableEvent(eventOf, kept.preview.event);
      if (!found.ok) return found;
      const { planned } = kept.preview;
      let done = 0;
      const applied = await applyPlan(found.value.folder, planned, {
        signal: watching.signal,
        onProgress: () => {
          done += 1;
          watching.onStep({ id: "writing", done, of: planned.length });
        },
      });
      if (!applied.ok) {
        // It may be another's turn only: what was read is not to be read again.
        previews.put(kept);
        return { ok: false, error: { id: "not-kept", failure: applied.error } };
      }
      const { articles, refused } = applied.value;
      const isAnother = articles.some(({ outcome }) => outcome !== "unchanged");
      const outcomes = isAnother ? await reload(watching) : [];
      return { ok: true, value: { kept: articles, refused, reload: outcomeOf(outcomes, found.value.event) } };
    },

    discard(id) {
      previews.take(id);
    },

    withdraw: (event, article, reason, watching) =>
      changed(
        event,
        (folder) => withdrawArticle(folder, article, { reason, on: today() }, { signal: watching.signal }),
        watching,
      ),

    restore: (event, article, watching) =>
      changed(event, (folder) => restoreArticle(folder, article, { signal: watching.signal }), watching),

    async withdrawn(event) {
      const found = await writableEvent(eventOf, event);
      if (!found.ok) return found;
      const listed = await listWithdrawn(found.value.folder);
      return listed.ok ? listed : { ok: false, error: { id: "not-kept", failure: listed.error } };
    },

    async status(event, signal) {
      const served = await eventOf(event);
      if (served === undefined) return { ok: false, error: { id: "event-unknown" } };
      const { corpus, coverage, folder, loadedAt, last } = served;
      const withdrawn = folder === null ? null : await listWithdrawn(folder);
      const gold = await goldResults(served, { signal, onStep: () => {} });
      const state: CorpusState = {
        event: corpus.event.id,
        name: corpus.event.name,
        version: corpus.version,
        stats: corpusStats(corpus, withdrawn?.ok === true ? withdrawn.value.length : 0),
        coverage: coverage(),
        problems: corpus.problems.filter(({ severity }) => severity === "error"),
        loadedAt,
        last,
        gold: gold.length === 0 ? null : { failed: gold.filter(({ failure }) => failure !== null), of: gold.length },
        isWritable: folder !== null,
      };
      return { ok: true, value: state };
    },

    async gold(event, watching) {
      const served = await eventOf(event);
      if (served === undefined) return { ok: false, error: { id: "event-unknown" } };
      return { ok: true, value: await goldResults(served, watching) };
    },

    async goldQuestions(event) {
      const served = await eventOf(event);
      if (served === undefined) return { ok: false, error: { id: "event-unknown" } };
      return { ok: true, value: served.folder === null ? [] : (await loadGold(served.folder, "")).questions };
    },

    async gaps(event, server, { signal }) {
      const served = await eventOf(event);
      if (served === undefined) return { ok: false, error: { id: "event-unknown" } };
      const gaps = await gapsOf({ event: served.corpus.event.id, server }, signal);
      return gaps.ok ? gaps : { ok: false, error: { id: "store-unavailable" } };
    },

    async addGold(event, { question, expect, articles, contains, note }) {
      const found = await writableEvent(eventOf, event);
      if (!found.ok) return found;
      const { folder } = found.value;
      const { questions } = await loadGold(folder, "");
      const known = { expect, articles, contains, note, added: today() };
      return goldChange(await addGold(folder, newGold(question, known, questions)));
    },

    async removeGold(event, id) {
      const found = await writableEvent(eventOf, event);
      return found.ok ? goldChange(await removeGold(found.value.folder, id)) : found;
    },

    reload,
  };
}

async function writableEvent(
  eventOf: CuratorOptions["eventOf"],
  id: string | null,
): Promise<Result<Writable, CuratorFailure>> {
  const served = await eventOf(id);
  if (served === undefined) return { ok: false, error: { id: "event-unknown" } };
  const { id: event, name } = served.corpus.event;
  if (served.folder === null) return { ok: false, error: { id: "read-only", event: name } };
  return { ok: true, value: { served, event, folder: served.folder } };
}

function outcomeOf(outcomes: readonly ReloadOutcome[], event: string): ReloadOutcome | null {
  return outcomes.find((one) => one.event === event) ?? null;
}

/** The questions by which a corpus is checked, asked now. */
async function goldResults({ folder, library }: CuratedEvent, { signal, onStep }: Watching) {
  if (folder === null) return [];
  const { questions } = await loadGold(folder, "");
  const onProgress = (done: number, of: number): void => onStep({ id: "checking", done, of });
  return (await runGold(library, questions, { signal, onProgress })).results;
}

function goldChange<T>(done: Result<T, GoldFileRefusal>): Result<T, CuratorFailure> {
  if (done.ok) return done;
  if (done.error.id === "not-kept") return { ok: false, error: done.error };
  const { id } = done.error;
  return { ok: false, error: { id: "gold-refused", why: id === "problems" ? "unsound" : id } };
}
