import type { Desk } from "../domain/desk.ts";
import type { Libraries } from "../domain/libraries.ts";
import type { Notifier } from "../domain/notifier.ts";
import type { Pictures } from "../domain/picture.ts";
import type { Publisher } from "../domain/publisher.ts";
import type { Store } from "../domain/store.ts";
import type { Languages } from "../domain/words.ts";
import type { Logger } from "../ops/logger.ts";
import { correctionReply } from "../present/posts/publication-notices.ts";
import { publicationPicture } from "../present/posts/publication-picture.ts";
import { publicationReply } from "../present/posts/publication-reply.ts";
import { Corrections } from "../publishing/corrections.ts";
import type { Rendering } from "../publishing/delivery.ts";
import { createDesk } from "../publishing/desk.ts";
import { DigestRun } from "../publishing/digest-run.ts";
import { createNotices } from "../publishing/notices.ts";
import { Outbox } from "../publishing/outbox.ts";
import { Repeating } from "../publishing/repeating.ts";

/** How often, in milliseconds, it is looked for posts that are to go out, and for digests that are due. */
const OUTBOX_MS = 30_000;
const DIGESTS_MS = 60_000;
/** Milliseconds that a post waits for its picture. */
const PICTURE_MS = 5_000;

export interface OpenDeskOptions {
  /** What is served at the moment. */
  readonly libraries: Libraries;
  readonly store: Store;
  readonly languages: Languages;
  readonly pictures: Pictures;
  readonly logger: Logger;
  readonly now?: () => Date;
}

/** The desk, and all that works by itself beside it once the bot is connected. */
export class OpenDesk {
  readonly #options: OpenDeskOptions;
  readonly #now: () => Date;
  readonly #stop = new AbortController();
  /** Nobody can be told anything before the bot is connected. */
  #notifier: Notifier = {
    tell: async () => ({ ok: false, error: { id: "unreachable", reason: "not connected yet" } }),
  };
  #outbox: Outbox | null = null;
  #repeating: readonly Repeating[] = [];

  constructor(options: OpenDeskOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** A desk that posts by this publisher: the last one asked for is the one that lasts. */
  deskFor(publisher: Publisher): Desk {
    const { store, languages, logger } = this.#options;
    const now = this.#now;
    const notifier: Notifier = { tell: async (person, reply) => this.#notifier.tell(person, reply) };
    const notices = createNotices({ store, languages, notifier });
    const outbox = new Outbox({ store, publisher, rendering: renderingOf(this.#options), notices, logger, now });
    this.#outbox = outbox;
    return createDesk({ store, publisher, outbox, notices, now });
  }

  /** Begins to work by itself. */
  start(notifier: Notifier): void {
    const outbox = this.#outbox;
    if (outbox === null || this.#stop.signal.aborted || this.#repeating.length > 0) return;
    this.#notifier = notifier;
    const options = { ...this.#options, outbox, now: this.#now };
    const { logger } = options;
    const corrections = new Corrections(options, this.#stop.signal);
    const digests = new DigestRun(options, this.#stop.signal);
    const deliver = async (): Promise<void> => {
      await outbox.walk();
      await corrections.walk();
    };
    this.#repeating = [
      new Repeating(deliver, OUTBOX_MS, logger),
      new Repeating(async () => digests.walk(), DIGESTS_MS, logger),
    ];
    this.corpusMayBeAnother();
  }

  /** Resolves once nothing is being done by itself. */
  get whenIdle(): Promise<unknown> {
    return Promise.all(this.#repeating.map(async (one) => one.whenIdle));
  }

  /** Looks at once whether something is to be corrected, or is new. */
  corpusMayBeAnother(): void {
    for (const one of this.#repeating) one.kick();
  }

  /** Ends what works by itself; to be called before the store is closed. */
  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.all([this.#outbox?.close(), ...this.#repeating.map(async (one) => one.close())]);
  }
}

function renderingOf({ libraries, languages, pictures }: OpenDeskOptions): Rendering {
  return {
    async publication(publication) {
      // Of an event that is served no more, what was kept of its lines is told all the same.
      const served = libraries.find(publication.event) ?? libraries.choose(null);
      const cited = new Set(publication.lines.map((line) => line.cited.article));
      const articles = [...cited].flatMap((id) => served.article(id) ?? []);
      const words = languages.wordsFor(publication.language);
      const reply = publicationReply(words, publication, {
        visibility: "public",
        newest: served.status().newest,
        independentSources: articles.length === cited.size ? served.independentSources(articles) : null,
      });
      const signal = AbortSignal.timeout(PICTURE_MS);
      const picture = await publicationPicture(words, publication, { library: served, pictures }, signal).catch(
        () => null,
      );
      return picture === null ? reply : { ...reply, picture };
    },
    correction: async (publication, key) => correctionReply(languages.wordsFor(publication.language), publication, key),
  };
}
