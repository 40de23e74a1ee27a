import { type EventPaths, eventPathsOf } from "../corpus/event-paths.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { Logger } from "../ops/logger.ts";
import { logStray } from "../ops/stray.ts";
import { describeFailure } from "../present/failures.ts";
import { describeDropped, describeOpened, describeReload } from "../present/reload-text.ts";
import { corpusChanges } from "./corpus-changes.ts";
import { type Complaining, complainOfFiles } from "./corpus-problems.ts";
import { openCorpus } from "./open-corpus.ts";
import type { ServedEvents } from "./served-events.ts";

/** Who is told of a reload, and can call it off. */
export interface ReloadHost extends Complaining {
  say(line: string): void;
  readonly signal: AbortSignal;
}

/**
 * Makes what loads the corpora again and serves them, and says in a line for each what changed. Where nothing can be served
 * of a new one, the old one stays; an event whose folder is new is served from then on, and one whose folder has gone no
 * more. Asked while at it, it does it once more afterwards.
 *
 * @param served called when all has been done
 */
export function reloader(
  events: ServedEvents,
  paths: readonly string[],
  host: ReloadHost,
  logger: Logger,
  served: () => void,
): () => void {
  let isBusy = false;
  let isWanted = false;
  const work = async (): Promise<void> => {
    isBusy = true;
    while (isWanted && !host.signal.aborted) {
      isWanted = false;
      await reload(events, paths, host)
        .then(served)
        .catch((error: unknown) => {
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

async function reload(events: ServedEvents, paths: readonly string[], host: ReloadHost): Promise<void> {
  const found = await eventPathsOf(paths);
  const isOneOfSeveral = found.length > 1;
  const there = new Set<string>();
  for (const one of found) there.add(await reloadEvent(events, one, isOneOfSeveral, host));
  for (const { event } of events.retain(there)) host.say(describeDropped(event.name));
}

/** @returns the event's id */
async function reloadEvent(
  events: ServedEvents,
  { id, paths }: EventPaths,
  isOneOfSeveral: boolean,
  host: ReloadHost,
): Promise<string> {
  const startedAt = performance.now();
  const opened = await openCorpus(paths, host.signal);
  complainOfFiles(opened.ok ? opened.value : opened.error.corpus, host, isOneOfSeveral ? `${id}/` : "");
  if (!opened.ok) {
    host.complain(`${describeFailure(opened.error.failure)} The articles loaded before stay.`);
    return id;
  }
  const corpus: Corpus = opened.value;
  const before = await events.replace(corpus, paths);
  const seconds = (performance.now() - startedAt) / 1_000;
  const articles = corpus.articles.length;
  const event = isOneOfSeveral ? corpus.event.name : null;
  if (before === null) {
    const save = await events.open(corpus, paths);
    host.say(describeOpened(corpus.event.name, articles));
    await save();
  } else host.say(describeReload({ ...corpusChanges(before, corpus), event, articles, seconds }));
  return corpus.event.id;
}
