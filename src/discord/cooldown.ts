import type { Who } from "../domain/who.ts";

/** How much is taken from people, and for how long they are remembered. */
export interface CooldownSettings {
  /** Commands and presses of one person that are taken at once, and again within `windowMs`. */
  readonly personMost: number;
  /** Presses of one moderator on what only moderators may do: putting a draft right takes many. */
  readonly moderatorMost: number;
  /** The same of everybody in one channel. */
  readonly channelMost: number;
  /** Milliseconds. */
  readonly windowMs: number;
  /** Most people, and most channels, that are remembered; the one seen longest ago goes. */
  readonly rememberedMost: number;
}

export const COOLDOWN: CooldownSettings = Object.freeze({
  personMost: 10,
  moderatorMost: 60,
  channelMost: 40,
  windowMs: 30_000,
  rememberedMost: 10_000,
});

export type Admission =
  /** `quiet`: the person asked too much a moment ago, so that the channel should see no more of it. */
  | { readonly ok: true; readonly quiet: boolean }
  /** Something will be taken again at `retryAt`, in milliseconds since 1970. */
  | { readonly ok: false; readonly over: "person" | "channel"; readonly retryAt: number };

interface Bucket {
  /** How many are still taken now: a fraction while it fills. */
  tokens: number;
  /** When that was so, in milliseconds since 1970. */
  at: number;
  /** When it was last found empty; null for never. */
  emptyAt: number | null;
}

/** Token buckets (Turner 1986), one for each person and each channel. Nothing is kept but counts, in memory. */
export class Cooldown {
  readonly #settings: CooldownSettings;
  readonly #now: () => number;
  readonly #people = new Map<string, Bucket>();
  readonly #moderators = new Map<string, Bucket>();
  readonly #channels = new Map<string, Bucket>();

  /** @param now the time in milliseconds since 1970 */
  constructor(settings: CooldownSettings = COOLDOWN, now: () => number = Date.now) {
    this.#settings = settings;
    this.#now = now;
  }

  /**
   * Takes one command or press, unless its person or its channel has had too many; those that are not taken cost nothing.
   *
   * @param isModerating whether it is a moderator's work, which nobody else in the channel sees
   */
  admit({ person, channel }: Who, isModerating = false): Admission {
    const { personMost, moderatorMost, channelMost, windowMs } = this.#settings;
    const now = this.#now();
    const most = isModerating ? moderatorMost : personMost;
    const own = this.#bucket(isModerating ? this.#moderators : this.#people, person, most, now);
    const shared = channel === null || isModerating ? null : this.#bucket(this.#channels, channel, channelMost, now);
    if (own.tokens < 1) {
      own.emptyAt = now;
      return { ok: false, over: "person", retryAt: this.#nextAt(own, most) };
    }
    if (shared !== null && shared.tokens < 1) {
      return { ok: false, over: "channel", retryAt: this.#nextAt(shared, channelMost) };
    }
    own.tokens -= 1;
    if (shared !== null) shared.tokens -= 1;
    return { ok: true, quiet: own.emptyAt !== null && now - own.emptyAt < windowMs };
  }

  #bucket(buckets: Map<string, Bucket>, key: string, most: number, now: number): Bucket {
    const { windowMs, rememberedMost } = this.#settings;
    const bucket = buckets.get(key) ?? { tokens: most, at: now, emptyAt: null };
    // A clock that is set back neither fills nor empties.
    bucket.tokens = Math.min(most, bucket.tokens + (Math.max(0, now - bucket.at) * most) / windowMs);
    bucket.at = now;
    // A map is walked in the order in which its keys came: seen again, a key moves to the end.
    buckets.delete(key);
    buckets.set(key, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > rememberedMost && oldest !== undefined) buckets.delete(oldest);
    return bucket;
  }

  #nextAt({ tokens, at }: Bucket, most: number): number {
    return at + ((1 - tokens) * this.#settings.windowMs) / most;
  }
}
