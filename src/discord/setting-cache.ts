import type { Result } from "../domain/result.ts";
import { within } from "../ops/within.ts";

/** What somebody who asks for a setting puts up with. */
export interface Patience {
  /** Milliseconds for which a setting found is good. */
  readonly keepMs: number;
  /** Milliseconds after which what could not be looked up is looked up again. */
  readonly retryMs: number;
  /** Milliseconds that anybody waits for a setting. */
  readonly deadlineMs: number;
}

/** For what is nice to know: a reply does not wait for it. */
export const IN_PASSING: Patience = Object.freeze({ keepMs: 5 * 60_000, retryMs: 30_000, deadlineMs: 50 });

const REMEMBERED_MOST = 10_000;

/** A setting as it was found. */
export interface Known<T> {
  readonly value: T;
  /** False where it could not be looked up as lately as was wanted: it is what the store said before. */
  readonly isCurrent: boolean;
}

interface Remembered<T> {
  /** What is answered where the store does not. */
  last: { readonly value: T } | null;
  /** Milliseconds since 1970, as are all times here. */
  readonly askedAt: number;
  /** Whether the store has answered. */
  found: boolean;
  readonly told: Promise<{ readonly value: T } | null>;
}

/**
 * Settings of persons or servers, remembered for a while. Whoever asks for one waits for the store no longer than
 * `deadlineMs`; a store that is slow or gone counts as saying what it said last, and nothing at first.
 */
export class SettingCache<T> {
  readonly #look: (id: string) => Promise<Result<T, unknown>>;
  readonly #now: () => number;
  readonly #most: number;
  /** In the order in which they were looked up. */
  readonly #byId = new Map<string, Remembered<T>>();

  /**
   * @param now the time in milliseconds since 1970
   * @param most how many are remembered; the one looked up longest ago goes
   */
  constructor(
    look: (id: string) => Promise<Result<T, unknown>>,
    now: () => number = Date.now,
    most: number = REMEMBERED_MOST,
  ) {
    this.#look = look;
    this.#now = now;
    this.#most = most;
  }

  /** Null where nothing is known. Never rejects. */
  async get(id: string, { keepMs, retryMs, deadlineMs }: Patience): Promise<Known<T> | null> {
    const known = this.#byId.get(id);
    const now = this.#now();
    const isGood = known !== undefined && now < known.askedAt + (known.found ? keepMs : retryMs);
    const entry = isGood ? known : this.#remember(id, known?.last ?? null, now);
    const told = await within(entry.told, Math.max(0, entry.askedAt + deadlineMs - now));
    if (told !== null) return { value: told.value, isCurrent: true };
    return entry.last === null ? null : { value: entry.last.value, isCurrent: false };
  }

  /** To be called once a setting has changed. */
  forget(id: string): void {
    this.#byId.delete(id);
  }

  #remember(id: string, last: Remembered<T>["last"], now: number): Remembered<T> {
    const entry: Remembered<T> = { last, askedAt: now, found: false, told: this.#ask(id) };
    void this.#learn(entry);
    this.#byId.delete(id);
    this.#byId.set(id, entry);
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > this.#most && oldest !== undefined) this.#byId.delete(oldest);
    return entry;
  }

  async #learn(entry: Remembered<T>): Promise<void> {
    const answer = await entry.told;
    if (answer === null) return;
    entry.last = answer;
    entry.found = true;
  }

  async #ask(id: string): Promise<{ readonly value: T } | null> {
    try {
      const found = await this.#look(id);
      return found.ok ? { value: found.value } : null;
    } catch {
      return null;
    }
  }
}
