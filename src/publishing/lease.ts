import { randomUUID } from "node:crypto";
import type { Store } from "../domain/store.ts";
import { after } from "./instants.ts";

/** How long nobody else may act: longer than a call to Discord with its repetitions takes. */
const LEASE_MS = 60_000;

/**
 * The right to act on a publication alone, among all processes and all attempts within one. It ends by itself, so that what
 * a killed process left is taken over.
 */
export class Lease {
  readonly #store: Pick<Store, "lease">;
  readonly #name: string;
  readonly #now: () => Date;
  /** Of the attempt, not of the process: two attempts of one process must not both have it. */
  readonly #owner = randomUUID();

  constructor(store: Pick<Store, "lease">, publication: string, now: () => Date) {
    this.#store = store;
    this.#name = `posting:${publication}`;
    this.#now = now;
  }

  /** Takes the lease, or takes it for longer. False where another has it, or where the store does not say. */
  async take(): Promise<boolean> {
    const now = this.#now().toISOString();
    const taken = await this.#store.lease(this.#name, this.#owner, after(now, LEASE_MS), now);
    return taken.ok && taken.value;
  }

  /** Lets go. Where that fails, it ends by itself. */
  async release(): Promise<void> {
    const now = this.#now().toISOString();
    await this.#store.lease(this.#name, this.#owner, now, now);
  }
}
