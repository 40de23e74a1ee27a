import type { FetchFailure } from "../domain/fetching.ts";
import type { Result } from "../domain/result.ts";
import { isPage } from "./exchange.ts";
import { follow, type Landing, type Tools } from "./follow.ts";
import { createGate, type Gate } from "./gate.ts";
import { requestHeaders } from "./headers.ts";
import { askRobots, readRobots, type RobotsRules } from "./robots-rules.ts";

/** Knows what each host allows programs to fetch. */
export interface Robots {
  /** Why an address must not be fetched, or how long its host wants to be left alone afterwards (ms). */
  readonly permit: (url: URL, signal: AbortSignal) => Promise<Result<number, FetchFailure>>;
}

interface Kept {
  readonly rules: RobotsRules;
  /** On the clock of `performance.now()`. */
  readonly until: number;
}

/** These say more of what is wrong than that robots.txt could not be read: the page could not be had either. */
const NOT_THERE = new Set<FetchFailure["id"]>([
  "address-invalid",
  "address-forbidden",
  "name-unknown",
  "unreachable",
  "timed-out",
  "tls",
  "aborted",
]);

/**
 * Reads the robots.txt of each origin when it is first needed (RFC 9309): missing, it allows everything; unreadable for
 * a fault of the server, it forbids everything for a while.
 */
export function createRobots(product: string, tools: Tools): Robots {
  const { limits } = tools;
  const kept = new Map<string, Kept>();
  const gates = new Map<string, Gate>();

  const read = async (origin: string, signal: AbortSignal): Promise<Result<RobotsRules, FetchFailure>> => {
    const known = kept.get(origin);
    if (known !== undefined && known.until > performance.now()) return { ok: true, value: known.rules };
    const landed = await fetchRobots(origin, signal, tools);
    if (!landed.ok && NOT_THERE.has(landed.error.id)) return landed;
    const text = textOf(landed);
    const rules = text === null ? { text } : readRobots(text, product, limits.robotsWildcards);
    const age = text === null ? limits.robotsFaultAgeMs : limits.robotsAgeMs;
    kept.delete(origin);
    kept.set(origin, { rules, until: performance.now() + age });
    const [oldest] = kept.keys();
    if (kept.size > limits.robotsKept && oldest !== undefined) kept.delete(oldest);
    return { ok: true, value: rules };
  };

  /** Several pages of one origin wait for one robots.txt. */
  const readOnce = async (origin: string, signal: AbortSignal): Promise<Result<RobotsRules, FetchFailure>> => {
    const gate = gates.get(origin) ?? createGate(1);
    gates.set(origin, gate);
    if (!(await gate.enter(signal))) return { ok: false, error: { id: "aborted" } };
    try {
      return await read(origin, signal);
    } finally {
      gate.leave();
      if (!gate.busy()) gates.delete(origin);
    }
  };

  return {
    permit: async (url, signal) => {
      const rules = await readOnce(url.origin, signal);
      if (!rules.ok) return rules;
      const { allowed, delayMs } = askRobots(rules.value, url);
      if (allowed) return { ok: true, value: Math.min(delayMs, limits.crawlDelayMs) };
      const why = rules.value.text === null ? "unreadable" : "rule";
      return { ok: false, error: { id: "refused-by-robots", url: url.href, why } };
    },
  };
}

function fetchRobots(origin: string, signal: AbortSignal, tools: Tools): Promise<Result<Landing, FetchFailure>> {
  const limits = { ...tools.limits, unpackedBytes: tools.limits.robotsBytes };
  return follow(
    {
      url: new URL("/robots.txt", origin),
      headers: requestHeaders("robots", {}),
      signal,
      overLimit: "cut",
      onProgress: () => undefined,
      permit: () => Promise.resolve({ ok: true, value: 0 }),
    },
    { ...tools, limits },
  );
}

/**
 * RFC 9309, section 2.3.1: 4xx and endless redirects count as missing, 5xx as unreachable; 429 asks for less, not for
 * everything. Null where nothing may be fetched.
 */
function textOf(landed: Result<Landing, FetchFailure>): string | null {
  if (!landed.ok) return landed.error.id === "too-many-redirects" ? "" : null;
  const { status, body } = landed.value.answer;
  if (isPage(status)) return new TextDecoder().decode(body);
  return status === 429 || status < 200 || status >= 500 || (status >= 300 && status < 400) ? null : "";
}
