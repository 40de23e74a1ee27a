import { randomBytes } from "node:crypto";
import type { Preview } from "../domain/curator.ts";
import type { SourceBytes } from "../domain/intake.ts";

/** What is kept of a preview, so that it can be read with other words and written. */
export interface Kept {
  readonly preview: Preview;
  readonly source: SourceBytes;
  readonly pages: readonly SourceBytes[];
}

const LASTING_MS = 30 * 60_000;
const MOST = 20;
/** Bytes of sources that are kept in all. */
const MOST_BYTES = 100 * 1024 * 1024;
const ID_BYTES = 9;

/** Previews that wait for somebody's word, in memory: the oldest goes where there is no more room. */
export class Previews {
  readonly #now: () => number;
  readonly #byId = new Map<string, Kept & { readonly at: number }>();

  /** @param now milliseconds since 1970 */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** A name for a new preview. */
  newId(): string {
    return randomBytes(ID_BYTES).toString("base64url");
  }

  put(kept: Kept): void {
    this.#byId.delete(kept.preview.id);
    this.#byId.set(kept.preview.id, { ...kept, at: this.#now() });
    for (const [id] of this.#byId) {
      if (this.#byId.size <= MOST && (this.#byId.size === 1 || this.#bytes() <= MOST_BYTES)) break;
      this.#byId.delete(id);
    }
  }

  get(id: string): Kept | null {
    for (const [old, { at }] of this.#byId) {
      if (this.#now() - at > LASTING_MS) this.#byId.delete(old);
    }
    return this.#byId.get(id) ?? null;
  }

  /** The same, which nobody else will get then: what is confirmed twice is done once. */
  take(id: string): Kept | null {
    const kept = this.get(id);
    this.#byId.delete(id);
    return kept;
  }

  #bytes(): number {
    let sum = 0;
    for (const { source, pages } of this.#byId.values()) {
      sum += source.bytes.length + pages.reduce((all, { bytes }) => all + bytes.length, 0);
    }
    return sum;
  }
}
