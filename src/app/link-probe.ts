import type { Fetcher, FetchFailure } from "../domain/fetching.ts";
import type { LinkProbe } from "../upkeep/soundness/dead-links.ts";

/** Refusals that say nothing of the page: a site may let people in and keep programs out. */
const KEPT_OUT: ReadonlySet<number> = new Set([401, 402, 403, 405, 406, 429, 451]);

/**
 * Asks whether an address still leads to a page. Where a site keeps programs out, or sends what we cannot read, somebody is
 * there, which is enough.
 */
export function createLinkProbe(fetcher: Pick<Fetcher, "get">, signal: AbortSignal): LinkProbe {
  return async (url) => {
    const got = await fetcher.get(url, { signal, accept: "any", robots: "obey" });
    signal.throwIfAborted();
    if (got.ok) {
      const isFront = got.value.type === "page" && isFrontPage(got.value.source.url) && !isFrontPage(url);
      return isFront ? { ok: false, reason: "it leads to the front page" } : { ok: true };
    }
    const reason = whyDead(got.error);
    return reason === null ? { ok: true } : { ok: false, reason };
  };
}

function isFrontPage(url: string | null): boolean {
  if (url === null || !URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  return /^\/*$/u.test(pathname) && search === "";
}

function whyDead(failure: FetchFailure): string | null {
  switch (failure.id) {
    case "http-status":
      return KEPT_OUT.has(failure.status) ? null : `the site answers with ${String(failure.status)}`;
    case "name-unknown":
      return "there is no such host";
    case "unreachable":
    case "timed-out":
    case "too-slow":
      return "the site does not answer";
    case "tls":
      return "its certificate cannot be trusted";
    case "address-forbidden":
      return "it is no place on the public web";
    case "address-invalid":
      return "it is no address that can be asked";
    case "too-many-redirects":
    case "redirect-refused":
      return "it leads on to nowhere";
    case "answer-invalid":
      return "the answer is damaged";
    case "refused-by-robots":
    case "too-large":
    case "encoding-unsupported":
    case "aborted":
      return null;
  }
}
