import type { Library } from "../domain/command.ts";
import type { Libraries } from "../domain/libraries.ts";
import type { DigestPlan } from "../domain/digest-plan.ts";
import type { Publication } from "../domain/publication.ts";
import type { Result } from "../domain/result.ts";
import type { Store, StoreFailure } from "../domain/store.ts";
import type { Logger } from "../ops/logger.ts";
import { createReference } from "../ops/reference.ts";
import { within } from "../ops/within.ts";
import { digestLines } from "./digest-lines.ts";
import { elapsed } from "./instants.ts";
import { noteArticles } from "./note-articles.ts";
import type { Outbox } from "./outbox.ts";
import { lastDue } from "./schedule.ts";
import { digestOfSlot, slotOf } from "./slot.ts";

const BATCH = 100;
/** The publications of a server that are looked through for the last one of a digest, the latest changed first. */
const LOOKED_THROUGH = 1_000;
/** How long a digest that was missed is caught up with. */
const CAUGHT_UP_MS = 24 * 3_600_000;
const SUMMARY_MS = 20_000;
const SENTENCES = 5;
const ARTICLES_MOST = 1_000;
const TRIES = 3;

export interface DigestOptions {
  readonly libraries: Libraries;
  readonly store: Pick<Store, "publications" | "digests" | "articlesSeen">;
  readonly outbox: Pick<Outbox, "send">;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** The store does not answer: the next walk will do. */
class StoreGone extends Error {
  override readonly name = "StoreGone";
}

/**
 * Posts the digests that are due, each time due once: the publication's slot sees to that, whatever dies or runs twice.
 * Of times missed the last is caught up with, if it is not a day ago; the news of the others go into the next.
 */
export class DigestRun {
  readonly #options: DigestOptions;
  readonly #signal: AbortSignal;
  /** Version of the corpus whose articles are noted down, by event. */
  readonly #noted = new Map<string, string>();

  constructor(options: DigestOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  /** To be called at the start, when the corpus is another, and every minute. */
  async walk(): Promise<void> {
    const { store, logger, libraries } = this.#options;
    for (const library of libraries.all()) {
      if (!(await this.#note(library))) return;
    }
    let last: string | null = null;
    while (!this.#isStopped()) {
      const batch = await store.digests.after(last, BATCH);
      if (!batch.ok) return;
      for (const plan of batch.value) {
        last = plan.id;
        if (this.#isStopped()) return;
        try {
          const library = libraries.find(plan.event);
          if (library !== undefined) await this.#visit(plan, library);
        } catch (error) {
          if (this.#isStopped() || error instanceof StoreGone) return;
          logger.error({ reference: createReference(), digest: plan.id, err: error }, "A digest could not be made.");
        }
      }
      if (batch.value.length < BATCH) return;
    }
  }

  #isStopped(): boolean {
    return this.#signal.aborted;
  }

  async #note(library: Library): Promise<boolean> {
    const { corpusVersion, event } = library.status();
    if (corpusVersion === this.#noted.get(event.id)) return true;
    const { store, now } = this.#options;
    if (!(await noteArticles(store.articlesSeen, library, now().toISOString()))) return false;
    this.#noted.set(event.id, corpusVersion);
    return true;
  }

  async #visit(plan: DigestPlan, library: Library): Promise<void> {
    const { store, outbox, now } = this.#options;
    const at = now();
    const due = this.#due(plan, at);
    if (due === null) return;
    const lines = await this.#lines(plan, library, at);
    // A moderator may have changed it while it was being made; then the next walk does.
    const current = stored(await store.digests.get(plan.id));
    if (current?.revision !== plan.revision) return;
    if (lines.length > 0 || plan.evenIfNothing) {
      const added = stored(
        await store.publications.add(publicationOf(plan, due, lines, library, at), {
          server: plan.server,
          at: at.toISOString(),
          person: null,
          deed: "posted",
          detail: plan.topic,
        }),
      );
      await this.#serve(plan, due);
      if (added !== "taken") await outbox.send(added.id);
      return;
    }
    await this.#serve(plan, due);
  }

  #due(plan: DigestPlan, at: Date): Date | null {
    if (plan.paused) return null;
    const from = Math.max(Date.parse(plan.toldUntil), at.getTime() - CAUGHT_UP_MS);
    return lastDue(plan, new Date(from), at);
  }

  async #lines(plan: DigestPlan, library: Library, at: Date): Promise<ReturnType<typeof digestLines>> {
    const { store } = this.#options;
    const since = (await this.#lastPosted(plan)) ?? plan.toldUntil;
    if (elapsed(since, at) <= 0) return [];
    const ids = stored(await store.articlesSeen.since(library.status().event.id, since));
    const news = ids.filter((id) => library.article(id) !== undefined).slice(0, ARTICLES_MOST);
    if (news.length === 0) return [];
    const request = { topic: plan.topic, since: null, sentences: SENTENCES, articles: new Set(news) };
    const summary = await within(library.summarise(request, this.#signal), SUMMARY_MS);
    if (summary === null) throw new Error("a summary took too long");
    return summary.status === "summarised" ? digestLines(summary.lines) : [];
  }

  /**
   * Instant at which the news were read for the last digest that was posted; null before the first. So what was new while
   * a digest was paused, or was changed, is told by the next.
   */
  async #lastPosted({ id, server }: DigestPlan): Promise<string | null> {
    for (let offset = 0; offset < LOOKED_THROUGH; offset += BATCH) {
      const states = ["posting", "posted", "removed"] as const;
      const page = stored(await this.#options.store.publications.list({ server, states, offset, limit: BATCH }));
      const posted = page.flatMap(({ slot, createdAt }) =>
        slot !== null && digestOfSlot(slot) === id ? createdAt : [],
      );
      const latest = posted.toSorted().at(-1);
      if (latest !== undefined || page.length < BATCH) return latest ?? null;
    }
    return null;
  }

  async #serve(seen: DigestPlan, due: Date): Promise<void> {
    const { store } = this.#options;
    const toldUntil = due.toISOString();
    let plan: DigestPlan | null = seen;
    for (let tries = 0; tries < TRIES && plan !== null && plan.toldUntil < toldUntil; tries += 1) {
      const changed: DigestPlan | "changed-meanwhile" | "gone" = stored(
        await store.digests.change(plan.id, plan.revision, { toldUntil }, null),
      );
      if (changed !== "changed-meanwhile") return;
      plan = stored(await store.digests.get(plan.id));
    }
  }
}

function publicationOf(
  { id, server, event, channel, topic, language }: DigestPlan,
  due: Date,
  lines: Publication["lines"],
  library: Library,
  at: Date,
): Omit<Publication, "id" | "revision" | "changedAt"> {
  return {
    server,
    event,
    channel,
    kind: "digest",
    topic,
    since: null,
    until: null,
    language,
    title: null,
    note: null,
    lines,
    corpusVersion: library.status().corpusVersion,
    author: null,
    approver: null,
    state: "posting",
    message: null,
    slot: slotOf(id, due.toISOString()),
    createdAt: at.toISOString(),
    postedAt: null,
  };
}

/** @throws {StoreGone} */
function stored<T>(result: Result<T, StoreFailure>): T {
  if (!result.ok) throw new StoreGone(result.error.reason);
  return result.value;
}
