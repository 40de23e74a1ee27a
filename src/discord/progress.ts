import { setTimeout as sleep } from "node:timers/promises";
import type { Reply } from "../domain/reply.ts";

/** Shows how far work has come, not too often: the latest counts, one after the other, and none after it is closed. */
export class Progress {
  readonly #show: (reply: Reply) => Promise<void>;
  readonly #afterMs: number;
  readonly #everyMs: number;
  readonly #closing = new AbortController();
  #latest: Reply | null = null;
  #isOpen = false;
  #showing: Promise<void> | null = null;

  /**
   * @param show shows one; never rejects
   * @param afterMs milliseconds from when it may be shown until the first is
   * @param everyMs milliseconds from one having been shown to the next
   */
  constructor(show: (reply: Reply) => Promise<void>, afterMs: number, everyMs: number) {
    this.#show = show;
    this.#afterMs = afterMs;
    this.#everyMs = everyMs;
  }

  report(reply: Reply): void {
    this.#latest = reply;
    this.#begin();
  }

  /** From now on what was reported can be shown. */
  open(): void {
    void this.#openLater();
  }

  /** Resolves once the last one shown has been. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#showing;
  }

  async #openLater(): Promise<void> {
    await sleep(this.#afterMs, null, { signal: this.#closing.signal }).catch(() => null);
    this.#isOpen = true;
    this.#begin();
  }

  #begin(): void {
    if (this.#isOpen && this.#latest !== null) this.#showing ??= this.#showAll();
  }

  async #showAll(): Promise<void> {
    const { signal } = this.#closing;
    while (this.#latest !== null && !signal.aborted) {
      const reply = this.#latest;
      this.#latest = null;
      await this.#show(reply);
      await sleep(this.#everyMs, null, { signal }).catch(() => null);
    }
    this.#showing = null;
  }
}
