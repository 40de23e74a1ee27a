import { isDeepStrictEqual } from "node:util";
import { type EventPaths, eventPathsOf } from "../corpus/event-paths.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { ReloadOutcome } from "../domain/curator.ts";
import type { FilledGap } from "../domain/gap.ts";
import type { Regression } from "../domain/gold.ts";
import type { Logger } from "../ops/logger.ts";
import { logStray } from "../ops/stray.ts";
import { describeFailure } from "../present/operator/failures.ts";
import { regressionText } from "../present/corpus/gold-text.ts";
import { describeDropped, describeGoldRefusal, describeOpened, describeReload } from "../present/corpus/reload-text.ts";
import { articleChanges } from "../upkeep/gold/article-changes.ts";
import { matchArticles } from "../upkeep/gaps/match-articles.ts";
import { type Complaining, complainOfFiles } from "./corpus-problems.ts";
import { type GoldGate, openGoldGate } from "./gold-gate.ts";
import type { CuratorParts } from "./open-curator.ts";
import { openCorpus } from "./open-corpus.ts";
import type { ServedEvents } from "./served-events.ts";
import type { ServedLibrary } from "./served-library.ts";

/** Milliseconds for looking which open questions new articles answer. */
const GAPS_MS = 3_000;

/** Who is told of a reload, and can call it off. */
export interface ReloadHost extends Complaining {
  say(line: string): void;
  readonly signal: AbortSignal;
}

/** What was seen when one state was about to take the place of another. */
interface Seen {
  states: readonly [ServedLibrary, ServedLibrary] | null;
  regressions: readonly Regression[] | null;
}

export interface ReloadingOptions {
  readonly events: ServedEvents;
  /** What the operator named. */
  readonly paths: readonly string[];
  readonly host: ReloadHost;
  readonly logger: Logger;
  /** What people ask in vain; absent where nobody is to be told what is answered now. */
  readonly gapsOf?: CuratorParts["gapsOf"];
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
  /** Whether nobody waits to hear that all is as it was. */
  #isQuiet = false;

  constructor(options: ReloadingOptions) {
    this.#options = options;
  }

  /**
   * Whoever asks while it is at it gets what comes of one more that is begun afterwards, all of them the same.
   *
   * @throws (rejects with) what nobody expected, which is logged and told then
   */
  async reload(): Promise<readonly ReloadOutcome[]> {
    this.#isQuiet = false;
    return this.#begin();
  }

  /** As {@link reload}, without a word where nothing has changed. */
  async look(): Promise<readonly ReloadOutcome[]> {
    if (this.#current === null) this.#isQuiet = true;
    return this.#begin();
  }

  /** What came of the last attempt for an event; null where there was none. */
  last(event: string): ReloadOutcome | null {
    return this.#last.get(event) ?? null;
  }

  async #begin(): Promise<readonly ReloadOutcome[]> {
    if (this.#current === null) {
      this.#current = this.#run();
      return this.#current;
    }
    this.#next ??= this.#after(this.#current);
    return this.#next;
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
      for (const outcome of outcomes) this.#remember(outcome);
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

  /** What is read again unasked and is as it was is not what people mean by the last time. */
  #remember(outcome: ReloadOutcome): void {
    const last = this.#last.get(outcome.event);
    const isSame =
      outcome.type === "served" &&
      last?.type === "served" &&
      last.version === outcome.version &&
      isDeepStrictEqual(last.problems, outcome.problems);
    if (!this.#isQuiet || !isSame) this.#last.set(outcome.event, outcome);
  }

  async #reloadEvent({ id, paths }: EventPaths, isOneOfSeveral: boolean): Promise<ReloadOutcome> {
    const { events, host } = this.#options;
    const startedAt = performance.now();
    const opened = await openCorpus(paths, host.signal);
    const loaded = opened.ok ? opened.value : opened.error.corpus;
    const problems = loaded.problems.filter(({ severity }) => severity === "error");
    const last = this.last(loaded.event.id);
    const areTold =
      this.#isQuiet && last !== null && last.type !== "dropped" && isDeepStrictEqual(last.problems, problems);
    if (!areTold) complainOfFiles(loaded, host, isOneOfSeveral ? `${id}/` : "");
    if (!opened.ok) {
      const { failure } = opened.error;
      host.complain(`${describeFailure(failure)} The articles loaded before stay.`);
      const name = events.find(id)?.status().event.name ?? id;
      return { type: "refused", event: id, name, why: { id: "failed", failure }, problems };
    }
    const corpus: Corpus = opened.value;
    const gate = await openGoldGate(paths);
    const replaced = await this.#replace(corpus, paths, gate);
    if (replaced === null) await events.open(corpus, paths);
    const before = replaced?.before ?? null;
    const regressions = replaced?.regressions ?? [];
    for (const regression of regressions) host.complain(regressionText(regression));
    const { name } = corpus.event;
    if (replaced?.isReplaced === false) {
      host.complain(describeGoldRefusal(isOneOfSeveral ? name : null));
      return { type: "refused", event: corpus.event.id, name, why: { id: "gold", regressions }, problems };
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    const changes = articleChanges(before?.articles ?? [], corpus.articles);
    const idsOf = (how: (typeof changes)[number]["how"]): readonly string[] =>
      changes.filter((change) => change.how === how).map((change) => change.id);
    const outcome: Extract<ReloadOutcome, { type: "served" }> = {
      type: "served",
      event: corpus.event.id,
      name,
      version: corpus.version,
      articles: corpus.articles.length,
      added: idsOf("added"),
      changed: idsOf("changed"),
      withdrawn: idsOf("withdrawn"),
      problems,
      regressions,
      filled: await this.#filled(corpus.event.id, [...idsOf("added"), ...idsOf("changed")]),
      seconds,
    };
    if (before === null) host.say(describeOpened(name, corpus.articles.length));
    else if (!this.#isQuiet || before.version !== corpus.version) host.say(describeReload(outcome, isOneOfSeveral));
    return outcome;
  }

  /** What had been asked in vain and is answered by these articles; nothing where that takes long. */
  async #filled(event: string, articles: readonly string[]): Promise<readonly FilledGap[]> {
    const { events, gapsOf, host, logger } = this.#options;
    const library = events.find(event);
    if (gapsOf === undefined || library === undefined || articles.length === 0) return [];
    const signal = AbortSignal.any([host.signal, AbortSignal.timeout(GAPS_MS)]);
    try {
      const gaps = await gapsOf({ event }, signal);
      return gaps.ok ? await matchArticles(gaps.value, library, new Set(articles), { signal }) : [];
    } catch (error) {
      if (!signal.aborted) throw error;
      logger.info({ event }, "There was no time to look which open questions the new articles answer.");
      return [];
    }
  }

  /** Where gold questions are required they are asked before anybody is served, elsewhere as soon as all are. */
  async #replace(
    corpus: Corpus,
    paths: readonly string[],
    gate: GoldGate,
  ): Promise<{ before: Corpus; isReplaced: boolean; regressions: readonly Regression[] } | null> {
    const { events, host } = this.#options;
    const seen: Seen = { states: null, regressions: null };
    const replaced = await events.replace(corpus, paths, async (before, next) => {
      seen.states = [before, next];
      // What is taken out is not to be served, whatever becomes of questions.
      if (!gate.isRequired || isOnlyWithdrawn(before.corpus, next.corpus)) return true;
      seen.regressions = await gate.regressions(before, next, host.signal);
      return seen.regressions.length === 0;
    });
    if (replaced === null) return null;
    const { states, regressions } = seen;
    if (regressions !== null || states === null) return { ...replaced, regressions: regressions ?? [] };
    return { ...replaced, regressions: await gate.regressions(...states, host.signal) };
  }
}

function isOnlyWithdrawn(before: Corpus, next: Corpus): boolean {
  const changes = articleChanges(before.articles, next.articles);
  return changes.length > 0 && changes.every(({ how }) => how === "withdrawn");
}
