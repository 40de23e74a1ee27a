import { setImmediate } from "node:timers/promises";
import type { Library } from "../domain/command.ts";
import type { Libraries } from "../domain/libraries.ts";
import type { Publication } from "../domain/publication.ts";
import type { Store } from "../domain/store.ts";
import type { Logger } from "../ops/logger.ts";
import { heldLines, isCorrected } from "./held-lines.ts";
import { everNoted } from "./note-articles.ts";
import type { Outbox } from "./outbox.ts";

const BATCH = 100;
/** How often a publication is looked at again that somebody changed at the same moment. */
const TRIES = 3;
/** What was drafted over older articles may be posted after a walk: so all is looked at again after so many milliseconds. */
const AGAIN_AFTER_MS = 3_600_000;
/** As many ids as the store gives at once: with so many, one that is not among them may have been there all the same. */
const NOTED_MOST = 10_000;

export interface CorrectionsOptions {
  readonly libraries: Libraries;
  readonly store: Pick<Store, "publications" | "articlesSeen">;
  readonly outbox: Pick<Outbox, "send">;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** Keeps what was posted true: whatever the articles no longer bear out is marked where it stands. */
export class Corrections {
  readonly #options: CorrectionsOptions;
  /** Versions of the corpora that all that is posted was held against. */
  #held: string | null = null;
  #heldAt = 0;
  readonly #signal: AbortSignal;

  /** @param signal ends a walk early */
  constructor(options: CorrectionsOptions, signal: AbortSignal) {
    this.#options = options;
    this.#signal = signal;
  }

  /** Holds all that is posted against the articles, if these are others than last time, or that was long ago. */
  async walk(): Promise<void> {
    const served = this.#options.libraries.all();
    const versions = versionsOf(served);
    const now = this.#options.now().getTime();
    if (versions === this.#held && now - this.#heldAt < AGAIN_AFTER_MS) return;
    const noted = new Map<string, ReadonlySet<string>>();
    for (const { event } of served.map((library) => library.status())) {
      const ids = await everNoted(this.#options.store.articlesSeen, event.id);
      if (ids === null) return;
      noted.set(event.id, ids);
    }
    const tally = { looked: 0, corrected: 0 };
    let last: string | null = null;
    while (!this.#isStopped()) {
      const batch = await this.#options.store.publications.after(last, ["posted"], BATCH);
      if (!batch.ok) return;
      for (const publication of batch.value) {
        // Articles are long, and people are asking meanwhile.
        await setImmediate();
        if (this.#isStopped()) return;
        last = publication.id;
        tally.looked += 1;
        const library = this.#options.libraries.find(publication.event);
        const ids = library === undefined ? undefined : noted.get(library.status().event.id);
        if (library === undefined || ids === undefined || !isOfEvent(publication, library, ids)) continue;
        const corrected = await this.#hold(publication, library);
        if (corrected === null) return;
        if (corrected) tally.corrected += 1;
      }
      if (batch.value.length === BATCH) continue;
      this.#held = versions;
      this.#heldAt = now;
      this.#options.logger.info(tally, "What was posted was held against the articles.");
      return;
    }
  }

  #isStopped(): boolean {
    return this.#signal.aborted;
  }

  /** Whether there was something to correct; null where the store does not take it. */
  async #hold(listed: Publication, library: Library): Promise<boolean | null> {
    const { store, outbox, now } = this.#options;
    let publication: Publication | null = listed;
    for (let tries = 0; tries < TRIES && publication?.state === "posted"; tries += 1) {
      const { id, server, revision, topic }: Publication = publication;
      const at = now().toISOString();
      const lines = heldLines(publication.lines, (article) => library.article(article), at);
      if (lines === publication.lines) return false;
      const isSeen = isCorrected(publication.lines, lines);
      const entry = { server, at, person: null, deed: "corrected", subject: id, detail: topic } as const;
      const changed = isSeen
        ? await store.publications.change(id, revision, { lines, state: "posting" }, at, entry)
        : await store.publications.change(id, revision, { lines }, at, null);
      if (!changed.ok) return null;
      if (typeof changed.value !== "string") {
        if (isSeen) await outbox.send(id);
        return isSeen;
      }
      const found = await store.publications.get(id);
      if (!found.ok) return null;
      publication = found.value;
    }
    return false;
  }
}

/** The versions of all corpora that are served, in one string. */
function versionsOf(served: readonly Library[]): string {
  return served.map((library) => library.status().corpusVersion).join(" ");
}

/** What was posted about another event is not held against the articles of this one. */
function isOfEvent({ lines }: Publication, library: Library, noted: ReadonlySet<string>): boolean {
  return (
    noted.size >= NOTED_MOST ||
    lines.some(({ cited }) => noted.has(cited.article) || library.article(cited.article) !== undefined)
  );
}
