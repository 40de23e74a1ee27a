import { createHash } from "node:crypto";
import type { Quota } from "./route.ts";
import type { ApiAnswer } from "./answer.ts";

interface Window {
  used: number;
  readonly endsAt: number;
}

const mostWindows = 5000;

/** Counts requests in fixed windows, the way Discord's headers tell it. Times are in milliseconds since the epoch. */
export class RateLimits {
  readonly #windows = new Map<string, Window>();
  readonly #now: () => number;
  readonly #globalRequests: number;

  constructor(now: () => number, globalRequests: number) {
    this.#now = now;
    this.#globalRequests = globalRequests;
  }

  /**
   * Counts a request.
   * @param counted whether it counts against the global limit too.
   * @returns the headers to send, and the 429 where the request is one too many.
   */
  count(quota: Quota, major: string, counted: boolean): { headers: Record<string, string>; refusal: ApiAnswer | null } {
    if (counted) {
      const overall = this.#take("global", 1);
      if (overall.used > this.#globalRequests) {
        const refusal = tooMany((overall.endsAt - this.#now()) / 1000, "global");
        return { headers: {}, refusal };
      }
    }
    const window = this.#take(`${quota.bucket}:${major}`, quota.seconds);
    const after = Math.max(0.001, (window.endsAt - this.#now()) / 1000);
    const headers = {
      "X-RateLimit-Limit": String(quota.requests),
      "X-RateLimit-Remaining": String(Math.max(0, quota.requests - window.used)),
      "X-RateLimit-Reset": (window.endsAt / 1000).toFixed(3),
      "X-RateLimit-Reset-After": after.toFixed(3),
      "X-RateLimit-Bucket": createHash("sha256").update(quota.bucket).digest("hex").slice(0, 32),
    };
    return { headers, refusal: window.used > quota.requests ? tooMany(after, "user") : null };
  }

  #take(key: string, seconds: number): Window {
    const now = this.#now();
    let window = this.#windows.get(key);
    if (window === undefined || window.endsAt <= now) {
      this.#sweep(now);
      window = { used: 0, endsAt: now + seconds * 1000 };
      this.#windows.set(key, window);
    }
    window.used += 1;
    return window;
  }

  #sweep(now: number): void {
    if (this.#windows.size < mostWindows) return;
    for (const [key, window] of this.#windows) if (window.endsAt <= now) this.#windows.delete(key);
  }
}

/** Code 429 with the headers and the body that clients read. */
export function tooMany(seconds: number, scope: "user" | "global" | "shared"): ApiAnswer {
  const retryAfter = Math.max(0.001, Number(seconds.toFixed(3)));
  return {
    status: 429,
    headers: {
      "Retry-After": String(Math.ceil(retryAfter)),
      "X-RateLimit-Scope": scope,
      ...(scope === "global" ? { "X-RateLimit-Global": "true" } : {}),
    },
    body: { message: "You are being rate limited.", retry_after: retryAfter, global: scope === "global" },
  };
}
