import type { Fetched, Fetcher, FetchFailure, FetchRequest } from "../domain/fetching.ts";
import type { Result } from "../domain/result.ts";
import { bareHost, portOf, readAddress, readAllowedHosts } from "./address.ts";
import { dialAddress, lookUpName, type Dial, type Lookup } from "./dial.ts";
import { isPage } from "./exchange.ts";
import { follow, type Landing, type Tools } from "./follow.ts";
import { headerText, plainHeader, requestHeaders, secondsUntil } from "./headers.ts";
import { FETCH_LIMITS, type FetchLimits } from "./limits.ts";
import { createRobots, type Robots } from "./robots.ts";
import { createStopper } from "./stopper.ts";
import { createTurns } from "./turns.ts";

export interface FetcherOptions {
  /** Who asks, and where to complain: `Footnote/1.2.0 (+https://example.org/bot)`. Its first word stands in robots.txt. */
  readonly userAgent: string;
  /** Hosts that the operator opened, as `readAllowedHosts` reads them. They are asked without a pause. */
  readonly allowedHosts: readonly string[];
  readonly limits?: Partial<FetchLimits>;
  /** How names become addresses, and how these are dialled; for tests, which must not leave the machine. */
  readonly lookup?: Lookup;
  readonly dial?: Dial;
}

/** Opens nothing yet. Two fetchers know nothing of each other, so one program should have one. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits: FetchLimits = { ...FETCH_LIMITS, ...options.limits };
  const userAgent = headerText(options.userAgent);
  const tools: Tools = {
    limits,
    userAgent,
    allowed: readAllowedHosts(options.allowedHosts),
    lookup: options.lookup ?? lookUpName,
    dial: options.dial ?? dialAddress,
    turns: createTurns(limits.hostsAtOnce),
  };
  const robots = createRobots(/^[a-z_-]*/iu.exec(userAgent)?.[0] ?? "", tools);
  const closing = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  return {
    get: async (url, request) => {
      const getting = get(url, request, closing.signal, robots, tools);
      underWay.add(getting);
      try {
        return await getting;
      } finally {
        underWay.delete(getting);
      }
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(underWay);
    },
  };
}

async function get(
  text: string,
  request: FetchRequest,
  closing: AbortSignal,
  robots: Robots,
  tools: Tools,
): Promise<Result<Fetched, FetchFailure>> {
  const url = readAddress(text, undefined, tools.limits.urlLength, tools.allowed);
  if (!url.ok) return { ok: false, error: { id: "address-invalid", received: text, why: url.error } };
  const stopper = createStopper([request.signal, closing]);
  const { signal } = stopper;
  try {
    const landed = await follow(
      {
        url: url.value,
        headers: requestHeaders(request.accept, request),
        signal,
        overLimit: "fail",
        onProgress: request.onProgress ?? (() => undefined),
        permit: async (next) => {
          const pauseMs = tools.allowed.opens(bareHost(next), portOf(next)) ? 0 : tools.limits.pauseMs;
          if (request.robots === "ignore") return { ok: true, value: pauseMs };
          const permit = await robots.permit(next, signal);
          return permit.ok ? { ok: true, value: Math.max(pauseMs, permit.value) } : permit;
        },
      },
      tools,
    );
    return landed.ok ? fetchedFrom(landed.value, text, request) : landed;
  } finally {
    stopper.end();
  }
}

function fetchedFrom(landing: Landing, name: string, request: FetchRequest): Result<Fetched, FetchFailure> {
  const { url, permanentUrl, answer } = landing;
  const { status, headers, body } = answer;
  const wasKnown = Boolean(request.etag) || Boolean(request.lastModified);
  if (status === 304 && wasKnown) return { ok: true, value: { type: "not-modified" } };
  if (!isPage(status)) {
    const retryAfter = secondsUntil(plainHeader(headers, "retry-after"), Date.now());
    return { ok: false, error: { id: "http-status", url: url.href, status, retryAfter } };
  }
  return {
    ok: true,
    value: {
      type: "page",
      source: { name, url: url.href, contentType: plainHeader(headers, "content-type"), bytes: body },
      etag: plainHeader(headers, "etag"),
      lastModified: plainHeader(headers, "last-modified"),
      permanentUrl,
    },
  };
}
