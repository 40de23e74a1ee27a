import type { Publication } from "../domain/publication.ts";
import { createReference } from "../ops/reference.ts";
import { correctPublication } from "./correct-publication.ts";
import { within } from "../ops/within.ts";
import { type Attempt, BUSY, type Delivered, type DeliveryTools, LATER } from "./delivery.ts";
import { Lease } from "./lease.ts";
import { postPublication } from "./post-publication.ts";

const BATCH = 100;
/** Milliseconds before a publication that could not be delivered is tried again: at first, and at most. */
const PAUSE_MS = { first: 30_000, most: 15 * 60_000 } as const;
/** Milliseconds that what is under way is given when the process ends. */
const CLOSING_MS = 5_000;
const ALONE: Attempt = { decidedAt: null, undo: () => null };

/**
 * Sees that what is `posting` gets into its channel, once, whatever dies or runs twice. The state in the store is the order
 * to do so; nothing is kept here but how long to wait after a failure.
 */
export class Outbox {
  readonly #tools: DeliveryTools;
  readonly #pauses = new Map<string, { readonly ms: number; readonly until: number }>();
  readonly #underWay = new Set<Promise<Delivered>>();
  #closed = false;

  constructor(tools: DeliveryTools) {
    this.#tools = tools;
  }

  /** Tries to deliver one publication. Never rejects. */
  async send(id: string, attempt: Attempt = ALONE): Promise<Delivered> {
    const sending = this.#attempt(id, attempt);
    this.#underWay.add(sending);
    const delivered = await sending;
    this.#underWay.delete(sending);
    // Nothing failed: once the lease has ended the very next walk is to have it.
    if (delivered.status === "busy") return delivered;
    if (delivered.status !== "later") {
      this.#pauses.delete(id);
      return delivered;
    }
    const ms = Math.min((this.#pauses.get(id)?.ms ?? PAUSE_MS.first / 2) * 2, PAUSE_MS.most);
    this.#pauses.set(id, { ms, until: this.#tools.now().getTime() + ms });
    return delivered;
  }

  /** Tries whatever is to be delivered, one after the other; to be called at the start and every half a minute. */
  async walk(): Promise<void> {
    let last: string | null = null;
    while (!this.#closed) {
      const batch = await this.#tools.store.publications.after(last, ["posting"], BATCH);
      if (!batch.ok) return;
      for (const { id } of batch.value) {
        last = id;
        const isDue = (this.#pauses.get(id)?.until ?? 0) <= this.#tools.now().getTime();
        if (isDue) await this.send(id);
      }
      if (batch.value.length < BATCH) return;
    }
  }

  /** Begins nothing more. Resolves once what is under way has ended, or after a deadline. */
  async close(): Promise<void> {
    this.#closed = true;
    await within(Promise.allSettled(this.#underWay), CLOSING_MS);
  }

  async #attempt(id: string, attempt: Attempt): Promise<Delivered> {
    const { store, now, logger } = this.#tools;
    const lease = new Lease(store, id, now);
    try {
      if (this.#closed || !(await lease.take())) return BUSY;
      const delivered = await this.#deliver(id, lease, attempt);
      await lease.release();
      return delivered;
    } catch (error) {
      logger.error({ reference: createReference(), publication: id, err: error }, "A publication could not be made.");
      return LATER;
    }
  }

  async #deliver(id: string, lease: Lease, attempt: Attempt): Promise<Delivered> {
    const found = await this.#tools.store.publications.get(id);
    if (!found.ok) return LATER;
    const publication: Publication | null = found.value;
    if (publication?.state !== "posting") return { status: "settled", publication };
    const { message } = publication;
    return message === null
      ? postPublication(this.#tools, publication, lease, attempt)
      : correctPublication(this.#tools, publication, message, lease, attempt);
  }
}
