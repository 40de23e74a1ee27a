import { within } from "../ops/within.ts";
import type { Libraries } from "../domain/libraries.ts";
import { createReference } from "../ops/reference.ts";
import { TELLING_DEADLINE_MS, TellingBroken, TellingRun, type TellingRunOptions } from "./telling-run.ts";

export interface TellingOptions extends TellingRunOptions {
  /** What is served at the moment. */
  readonly libraries: Libraries;
  /** Resolves once questions are answered as well as they will be: before, an answer may differ for no other reason. */
  readonly whenSettled?: () => Promise<void>;
}

/**
 * Tells those who follow a question when its answer is another than they saw last: one of the few things that the bot says unasked.
 * One run at a time. Each asks anew whatever anybody follows and notes down what it told, so that the next catches up with
 * one that was broken off. Where the process is killed between the two, somebody is told twice.
 */
export class FollowerTelling {
  readonly #options: TellingOptions;
  #stop = new AbortController();
  #latest: Promise<void> = Promise.resolve();
  /** Versions of the corpora that the latest run is about. */
  #version: string | null = null;
  #closed = false;

  constructor(options: TellingOptions) {
    this.#options = options;
  }

  /** Resolves once nobody is being told anything. */
  get whenIdle(): Promise<void> {
    return this.#latest;
  }

  /** To be called when the bot has started and whenever the corpus may be another; a run over an older one is given up. */
  start(): void {
    const { libraries } = this.#options;
    const versions = libraries
      .all()
      .map((library) => library.status().corpusVersion)
      .join(" ");
    if (this.#closed || versions === this.#version) return;
    this.#version = versions;
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#latest = this.#runAfter(this.#latest, this.#stop.signal);
  }

  /** Gives up what is under way. Resolves once it has ended, or after a deadline. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#stop.abort();
    await within(this.#latest, this.#options.deadlineMs ?? TELLING_DEADLINE_MS);
  }

  async #runAfter(earlier: Promise<void>, signal: AbortSignal): Promise<void> {
    const { libraries, logger, whenSettled } = this.#options;
    await earlier;
    const run = new TellingRun(this.#options, libraries, signal);
    try {
      await unlessAborted(whenSettled?.() ?? Promise.resolve(), signal);
      await run.walk();
      logger.info(run.tally, "Those who follow a question were told what changed.");
    } catch (error) {
      if (signal.aborted) return;
      const why =
        error instanceof TellingBroken ? { reason: error.message } : { reference: createReference(), err: error };
      logger.warn(
        { ...run.tally, ...why },
        "Not all who follow a question could be told what changed; they will be after the next change or start.",
      );
    }
  }
}

async function unlessAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("given up")), { once: true });
  });
  await Promise.race([promise, aborted]);
}
