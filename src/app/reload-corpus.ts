import { type EventPaths, eventPathsOf } from "../corpus/event-paths.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { ReloadOutcome } from "../domain/curator.ts";
import type { Logger } from "../ops/logger.ts";
import { logStray } from "../ops/stray.ts";
import { describeFailure } from "../present/failures.ts";
import { describeDropped, describeOpened, describeReload } from "../present/reload-text.ts";
import { articleChanges } from "../upkeep/gold/article-changes.ts";
import { type Complaining, complainOfFiles } from "./corpus-problems.ts";
import { openCorpus } from "./open-corpus.ts";
import type { ServedEvents } from "./served-events.ts";

/** Who is told of a reload, and can call it off. */
export interface ReloadHost extends Complaining {
  say(line: string): void;
  readonly signal: AbortSignal;
}

export interface ReloadingOptions {
  readonly events: ServedEvents;
  /** What the operator named. */
  readonly paths: readonly string[];
  readonly host: ReloadHost;
  readonly logger: Logger;
  /** Called when all has been done. */
  readonly served: () => void;
}

/**
 * Loads the corpora again and serves them, and says in a line for each what changed. Where nothing can be served of a new
 * one, the old one stays; an event whose folder is new is served from then on, and one whose folder has gone no more.
 */
export class Reloading {
  readonly #options: ReloadingOptions;
  readonly #last = new Map<string, ReloadOutcome>();
  #current: Promise<readonly ReloadOutcome[]> | null = null;
  #next: Promise<readonly ReloadOutcome[]> | null = null;

  constructor(options: ReloadingOptions) {
    this.#options = options;
  }

  /**
   * Whoever asks while it is at it gets what comes of one more that is begun afterwards, all of them the same.
   *
   * @throws (rejects with) what nobody expected, which is logged and told then
   */
  async reload(): Promise<readonly ReloadOutcome[]> {
    if (this.#current === null) {
      this.#current = this.#run();
      return this.#current;
    }
    this.#next ??= this.#after(this.#current);
    return this.#next;
  }

  /** What came of the last attempt for an event; null where there was none. */
  last(event: string): ReloadOutcome | null {
    return this.#last.get(event) ?? null;
  }

  async #after(current: Promise<unknown>): Promise<readonly ReloadOutcome[]> {
    await current.catch(() => undefined);
    this.#next = null;
    this.#current = this.#run();
    return this.#current;
  }

  async #run(): Promise<readonly ReloadOutcome[]> {
    const { events, paths, host, logger, served } = this.#options;
    try {
      const found = await eventPathsOf(paths);
      const outcomes: ReloadOutcome[] = [];
      for (const one of found) outcomes.push(await this.#reloadEvent(one, found.length > 1));
      for (const { event } of events.retain(new Set(outcomes.map((one) => one.event)))) {
        host.say(describeDropped(event.name));
        outcomes.push({ type: "dropped", event: event.id, name: event.name });
      }
      for (const outcome of outcomes) this.#last.set(outcome.event, outcome);
      served();
      return outcomes;
    } catch (error) {
      if (!host.signal.aborted) {
        host.complain(describeFailure({ id: "unexpected", reference: logStray(logger, error) }));
      }
      throw error;
    } finally {
      if (this.#next === null) this.#current = null;
    }
  }

  async #reloadEvent({ id, paths }: EventPaths, isOneOfSeveral: boolean): Promise<ReloadOutcome> {
    const { events, host } = this.#options;
    const startedAt = performance.now();
    const opened = await openCorpus(paths, host.signal);
    const loaded = opened.ok ? opened.value : opened.error.corpus;
    complainOfFiles(loaded, host, isOneOfSeveral ? `${id}/` : "");
    const problems = loaded.problems.filter(({ severity }) => severity === "error");
    if (!opened.ok) {
      const { failure } = opened.error;
      host.complain(`${describeFailure(failure)} The articles loaded before stay.`);
      const name = events.find(id)?.status().event.name ?? id;
      return { type: "refused", event: id, name, why: { id: "failed", failure }, problems };
    }
    const corpus: Corpus = opened.value;
    const before = await events.replace(corpus, paths);
    if (before === null) await events.open(corpus, paths);
    const seconds = (performance.now() - startedAt) / 1_000;
    const changes = articleChanges(before?.articles ?? [], corpus.articles);
    const idsOf = (how: (typeof changes)[number]["how"]): readonly string[] =>
      changes.filter((change) => change.how === how).map((change) => change.id);
    const outcome = {
      type: "served",
      event: corpus.event.id,
      name: corpus.event.name,
      version: corpus.version,
      articles: corpus.articles.length,
      added: idsOf("added"),
      changed: idsOf("changed"),
      withdrawn: idsOf("withdrawn"),
      problems,
      regressions: [],
      seconds,
    } as const;
    host.say(
      before === null
        ? describeOpened(corpus.event.name, corpus.articles.length)
        : describeReload(outcome, isOneOfSeveral),
    );
    return outcome;
  }
}
