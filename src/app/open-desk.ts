import type { Library } from "../domain/command.ts";
import type { Desk } from "../domain/desk.ts";
import type { Notifier } from "../domain/notifier.ts";
import type { Publisher } from "../domain/publisher.ts";
import type { Store } from "../domain/store.ts";
import type { Languages } from "../domain/words.ts";
import type { Logger } from "../ops/logger.ts";
import { correctionReply } from "../present/publication-notices.ts";
import { publicationReply } from "../present/publication-reply.ts";
import { Corrections } from "../publishing/corrections.ts";
import { createDesk } from "../publishing/desk.ts";
import type { Rendering } from "../publishing/delivery.ts";
import { DigestRun } from "../publishing/digest-run.ts";
import { createNotices } from "../publishing/notices.ts";
import { Outbox } from "../publishing/outbox.ts";
import { Repeating } from "../publishing/repeating.ts";

/** How often, in milliseconds, it is looked for posts that are to go out, and for digests that are due. */
const OUTBOX_MS = 30_000;
const DIGESTS_MS = 60_000;

export interface DeskOptions {
  /** What is served at the moment. */
  readonly library: () => Library;
  readonly store: Store;
  readonly publisher: Publisher;
  readonly notifier: Notifier;
  readonly languages: Languages;
  readonly logger: Logger;
  readonly now?: () => Date;
}

/** The desk with all that works by itself beside it. */
export interface OpenDesk {
  readonly desk: Desk;
  /** To be called when the bot has started, and whenever the corpus may be another. */
  start(): void;
  /** Ends what works by itself; to be called before the store is closed. */
  close(): Promise<void>;
}

/** Opens the desk; nothing is posted by itself before it is started. */
export function openDesk(options: DeskOptions): OpenDesk {
  const { library, store, publisher, logger, now = () => new Date() } = options;
  const outbox = new Outbox({
    store,
    publisher,
    rendering: renderingOf(options),
    notices: createNotices(options),
    logger,
    now,
  });
  const stop = new AbortController();
  const corrections = new Corrections({ library, store, outbox, logger, now }, stop.signal);
  const digests = new DigestRun({ library, store, outbox, logger, now }, stop.signal);
  let repeating: readonly Repeating[] = [];
  return {
    desk: createDesk({ store, publisher, outbox, now }),
    start() {
      if (stop.signal.aborted) return;
      if (repeating.length === 0) {
        const deliver = async (): Promise<void> => {
          await outbox.walk();
          await corrections.walk();
        };
        repeating = [
          new Repeating(deliver, OUTBOX_MS, logger),
          new Repeating(async () => digests.walk(), DIGESTS_MS, logger),
        ];
      }
      for (const one of repeating) one.kick();
    },
    async close() {
      stop.abort();
      await Promise.all([outbox.close(), ...repeating.map((one) => one.close())]);
    },
  };
}

function renderingOf({ library, languages }: DeskOptions): Rendering {
  return {
    async publication(publication) {
      const served = library();
      const articles = [...new Set(publication.lines.map(({ cited }) => cited.article))].flatMap(
        (id) => served.article(id) ?? [],
      );
      return publicationReply(languages.wordsFor(publication.language), publication, {
        visibility: "public",
        newest: served.status().newest,
        independentSources: articles.length === 0 ? null : served.independentSources(articles),
      });
    },
    correction: async (publication, key) => correctionReply(languages.wordsFor(publication.language), publication, key),
  };
}
