import { setImmediate as otherWork } from "node:timers/promises";

/** Milliseconds of work after which others have their turn. */
const TURN = 12;

/** Parts long work into pieces: lets whatever else waits have its turn now and then, and stops when it is told to. */
export class Turns {
  readonly #signal: AbortSignal;
  readonly #onTurn: (pieces: number) => void;
  #began = performance.now();
  #pieces = 0;

  /** @param onTurn told now and then how many pieces have been begun */
  constructor(signal: AbortSignal, onTurn: (pieces: number) => void = () => {}) {
    this.#signal = signal;
    this.#onTurn = onTurn;
  }

  /**
   * Called before each piece of work.
   *
   * @throws (rejects with) the signal's reason, once it fires
   */
  async next(): Promise<void> {
    this.#signal.throwIfAborted();
    this.#pieces += 1;
    if (performance.now() - this.#began < TURN) return;
    this.#onTurn(this.#pieces);
    await otherWork();
    this.#signal.throwIfAborted();
    this.#began = performance.now();
  }
}
