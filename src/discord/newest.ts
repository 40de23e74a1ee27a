import { setImmediate } from "node:timers/promises";

/** Lets only the newest piece of work of each key run, so that a storm of them costs no more than one. */
export class Newest {
  readonly #latest = new Map<string, AbortController>();

  /**
   * Runs `work`, unless another of the same key comes at the same moment or before it is done: then its signal fires.
   *
   * @returns what the work came to, or `overtaken`
   */
  async run<T>(key: string, work: (signal: AbortSignal) => Promise<T>, overtaken: T): Promise<T> {
    this.#latest.get(key)?.abort();
    const mine = new AbortController();
    this.#latest.set(key, mine);
    try {
      // What arrived in one piece is handed over one by one before this resolves.
      await setImmediate();
      return mine.signal.aborted ? overtaken : await Promise.race([work(mine.signal), aborted(mine.signal, overtaken)]);
    } finally {
      if (this.#latest.get(key) === mine) this.#latest.delete(key);
    }
  }
}

async function aborted<T>(signal: AbortSignal, value: T): Promise<T> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => resolve(value), { once: true });
  });
}
