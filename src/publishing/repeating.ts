import type { Logger } from "../ops/logger.ts";
import { createReference } from "../ops/reference.ts";
import { within } from "../ops/within.ts";

/** Milliseconds that what is under way is given when the process ends. */
const CLOSING_MS = 5_000;

/** Runs a job now, on demand and every so often, never twice at a time. A clock that jumps makes no difference to it. */
export class Repeating {
  readonly #job: () => Promise<void>;
  readonly #logger: Logger;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #isWantedAgain = false;
  #closed = false;

  constructor(job: () => Promise<void>, everyMs: number, logger: Logger) {
    this.#job = job;
    this.#logger = logger;
    this.#timer = setInterval(() => this.kick(), everyMs);
    this.#timer.unref();
  }

  /** Resolves once nothing runs. */
  get whenIdle(): Promise<void> {
    return this.#running ?? Promise.resolve();
  }

  /** Runs the job, or once more after the one that is running. */
  kick(): void {
    if (this.#closed) return;
    this.#isWantedAgain = true;
    this.#running ??= this.#run();
  }

  /** Runs nothing more. Resolves once what is running has ended, or after a deadline. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await within(this.whenIdle, CLOSING_MS);
  }

  async #run(): Promise<void> {
    while (this.#isWantedAgain && !this.#closed) {
      this.#isWantedAgain = false;
      try {
        await this.#job();
      } catch (error) {
        this.#logger.error({ reference: createReference(), err: error }, "Work that is done by itself failed.");
      }
    }
    this.#running = null;
  }
}
