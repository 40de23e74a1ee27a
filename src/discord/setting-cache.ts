import type { Result } from "../domain/result.ts";
import { within } from "./supervise.ts";

export interface SettingCacheOptions {
  /** Milliseconds for which a setting found is good. */
  readonly keepMs: number;
  /** Milliseconds after which what could not be looked up is looked up again. */
  readonly retryMs: number;
  /** Milliseconds that anybody waits for a setting. */
  readonly deadlineMs: number;
  /** Most settings that are remembered; the one looked up longest ago goes. */
  readonly most: number;
}

export const SETTING_CACHE: SettingCacheOptions = Object.freeze({
  keepMs: 5 * 60_000,
  retryMs: 30_000,
  deadlineMs: 50,
  most: 10_000,
});

type Setting = string | null;

interface Remembered {
  /** What is answered where the store does not. */
  last: Setting;
  /** Milliseconds since 1970, as are all times here. */
  goodUntil: number;
  readonly waitedForUntil: number;
  readonly told: Promise<{ readonly value: Setting } | null>;
}

/**
 * Settings of persons or servers, remembered for a while. Whoever asks for one waits for the store no longer than
 * `deadlineMs`; a store that is slow or gone counts as saying what it said last, and nothing at first.
 */
export class SettingCache {
  readonly #look: (id: string) => Promise<Result<Setting, unknown>>;
  readonly #options: SettingCacheOptions;
  readonly #now: () => number;
  /** In the order in which they were looked up. */
  readonly #byId = new Map<string, Remembered>();

  /** @param now the time in milliseconds since 1970 */
  constructor(
    look: (id: string) => Promise<Result<Setting, unknown>>,
    options: SettingCacheOptions = SETTING_CACHE,
    now: () => number = Date.now,
  ) {
    this.#look = look;
    this.#options = options;
    this.#now = now;
  }

  /** Null where nothing is set, or not known to be. Never rejects. */
  async get(id: string): Promise<Setting> {
    const known = this.#byId.get(id);
    const now = this.#now();
    const entry = known !== undefined && now < known.goodUntil ? known : this.#remember(id, known?.last ?? null, now);
    const told = await within(entry.told, Math.max(0, entry.waitedForUntil - now));
    return told === null ? entry.last : told.value;
  }

  /** To be called once a setting has changed. */
  forget(id: string): void {
    this.#byId.delete(id);
  }

  #remember(id: string, last: Setting, now: number): Remembered {
    const { keepMs, retryMs, deadlineMs, most } = this.#options;
    const entry: Remembered = { last, goodUntil: now + retryMs, waitedForUntil: now + deadlineMs, told: this.#ask(id) };
    void this.#learn(entry, now + keepMs);
    this.#byId.delete(id);
    this.#byId.set(id, entry);
    const [oldest] = this.#byId.keys();
    if (this.#byId.size > most && oldest !== undefined) this.#byId.delete(oldest);
    return entry;
  }

  async #learn(entry: Remembered, goodUntil: number): Promise<void> {
    const answer = await entry.told;
    if (answer === null) return;
    entry.last = answer.value;
    entry.goodUntil = goodUntil;
  }

  async #ask(id: string): Promise<{ readonly value: Setting } | null> {
    try {
      const found = await this.#look(id);
      return found.ok ? { value: found.value } : null;
    } catch {
      return null;
    }
  }
}
