import type { FetchFailure } from "../domain/fetching.ts";
import type { Result } from "../domain/result.ts";
import { bareHost, readAddress } from "./address.ts";
import { exchange, type Answer, type Exchange } from "./exchange.ts";
import type { GuardOptions } from "./guard.ts";
import { locationHeader } from "./headers.ts";
import type { Turns } from "./turns.ts";

/** What fetching needs wherever it is done. */
export interface Tools extends GuardOptions {
  readonly turns: Turns;
  readonly userAgent: string;
}

/** An address to go to, and on from there. */
export interface Errand extends Omit<Exchange, "ms"> {
  /** Asked before each request: why it must not be, or how long the host is left alone afterwards (ms). */
  readonly permit: (url: URL) => Promise<Result<number, FetchFailure>>;
}

/** Where an errand ended. */
export interface Landing {
  readonly url: URL;
  readonly answer: Answer;
  /** `url` where all redirects on the way were for good and there was one. */
  readonly permanentUrl: string | null;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** RFC 9110, sections 15.4.2 and 15.4.9. */
const FOR_GOOD = new Set([301, 308]);

/** Asks a server, and where it redirects to, until one answers otherwise. Every step is guarded and has a turn of its own. */
export async function follow(errand: Errand, tools: Tools): Promise<Result<Landing, FetchFailure>> {
  const { limits } = tools;
  let { url } = errand;
  let forGood = true;
  let ms = limits.wholeMs;
  for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
    const permit = await errand.permit(url);
    if (!permit.ok) return permit;
    const turn = await tools.turns.take(bareHost(url), errand.signal);
    if (turn === null) return { ok: false, error: { id: "aborted" } };
    const began = performance.now();
    const asked = await exchange(
      { ...errand, url, ms, headers: { ...errand.headers, "user-agent": tools.userAgent } },
      tools,
    );
    ms = Math.max(1, ms - (performance.now() - began));
    const next = asked.ok && REDIRECTS.has(asked.value.status) ? redirectTarget(url, asked.value, tools) : null;
    // A redirect and what it leads to on the same host are one visit.
    turn.end(next?.ok === true && bareHost(next.value) === bareHost(url) ? 0 : permit.value);
    if (!asked.ok) return asked;
    if (next === null) {
      const permanentUrl = redirects > 0 && forGood ? url.href : null;
      return { ok: true, value: { url, answer: asked.value, permanentUrl } };
    }
    if (!next.ok) return next;
    forGood &&= FOR_GOOD.has(asked.value.status);
    url = next.value;
  }
  return { ok: false, error: { id: "too-many-redirects", limit: limits.redirects } };
}

/** A step down from https to http is refused: on the way, anybody could have written what arrives. */
function redirectTarget(from: URL, answer: Answer, { limits, allowed }: Tools): Result<URL, FetchFailure> {
  const to = locationHeader(answer.headers);
  const refused = (why: Extract<FetchFailure, { readonly id: "redirect-refused" }>["why"]): FetchFailure => ({
    id: "redirect-refused",
    from: from.href,
    to,
    why,
  });
  if (to === "") return { ok: false, error: refused("nowhere") };
  const url = readAddress(to, from.href, limits.urlLength, allowed);
  if (!url.ok) return { ok: false, error: refused(url.error) };
  if (from.protocol === "https:" && url.value.protocol === "http:") return { ok: false, error: refused("downgrade") };
  return url;
}
