import type { Logger } from "../ops/logger.ts";
import { logStray } from "../ops/stray.ts";
import { describeFailure } from "../present/failures.ts";
import { describeReload } from "../present/reload-text.ts";
import { corpusChanges } from "./corpus-changes.ts";
import { type Complaining, complainOfFiles } from "./corpus-problems.ts";
import type { OpenLibrary } from "./library.ts";
import { openCorpus } from "./open-corpus.ts";

/** Who is told of a reload, and can call it off. */
export interface ReloadHost extends Complaining {
  say(line: string): void;
  readonly signal: AbortSignal;
}

/**
 * Makes what loads the corpus again and serves it, and says in one line what changed. Where nothing can be served of the new
 * one, the old one stays. Asked while at it, it does it once more afterwards.
 *
 * @param keep keeps what is served by then for the next start
 */
export function reloader(
  library: OpenLibrary,
  paths: readonly string[],
  host: ReloadHost,
  logger: Logger,
  keep: () => Promise<void>,
): () => void {
  let isBusy = false;
  let isWanted = false;
  const work = async (): Promise<void> => {
    isBusy = true;
    while (isWanted && !host.signal.aborted) {
      isWanted = false;
      await reload(library, paths, host, keep).catch((error: unknown) => {
        if (host.signal.aborted) return;
        host.complain(describeFailure({ id: "unexpected", reference: logStray(logger, error) }));
      });
    }
    isBusy = false;
  };
  return () => {
    isWanted = true;
    if (!isBusy) void work();
  };
}

async function reload(
  library: OpenLibrary,
  paths: readonly string[],
  host: ReloadHost,
  keep: () => Promise<void>,
): Promise<void> {
  const startedAt = performance.now();
  const before = library.corpus;
  const opened = await openCorpus(paths, host.signal);
  complainOfFiles(opened.ok ? opened.value : opened.error.corpus, host);
  if (!opened.ok) {
    host.complain(`${describeFailure(opened.error.failure)} The articles loaded before stay.`);
    return;
  }
  await library.replace(opened.value);
  const seconds = (performance.now() - startedAt) / 1_000;
  host.say(describeReload({ ...corpusChanges(before, opened.value), articles: opened.value.articles.length, seconds }));
  await keep();
}
