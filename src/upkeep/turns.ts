import { setImmediate as otherWork } from "node:timers/promises";

/** Milliseconds of work after which others have their turn. */
const TURN = 12;

/** Lets whatever else waits have its turn now and then, and stops when it is told to. */
export class Turns {
  readonly #signal: AbortSignal;
  #began = performance.now();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /**
   * Called between two pieces of work.
   *
   * @throws (rejects with) the signal's reason, once it fires
   */
  async next(): Promise<void> {
    this.#signal.throwIfAborted();
    if (performance.now() - this.#began < TURN) return;
    await otherWork();
    this.#signal.throwIfAborted();
    this.#began = performance.now();
  }
}
