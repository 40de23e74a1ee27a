import { isTrackingParameter } from "../../corpus/keep/canonical-url.ts";
import type { Article } from "../../domain/article.ts";
import type { Problem, ProblemDetail } from "../../domain/problem.ts";
import { fieldDoubt } from "./doubt.ts";
import { hostOf } from "./host-of.ts";

const SHORTENERS: ReadonlySet<string> = new Set(
  "bit.ly t.co tinyurl.com goo.gl ow.ly is.gd buff.ly dlvr.it ift.tt lnkd.in fb.me trib.al rb.gy cutt.ly shorturl.at tiny.cc youtu.be amzn.to wp.me nyti.ms wapo.st reut.rs bbc.in cnn.it apne.ws".split(
    " ",
  ),
);
const ARCHIVES =
  /^(?:web\.archive\.org|archive\.(?:org|ph|is|today|li|vn|md|fo)|webcache\.googleusercontent\.com|perma\.cc|timetravel\.mementoweb\.org|webcitation\.org|ghostarchive\.org)$/u;
const AMP_HOST = /^amp\.|\.ampproject\.org$/u;
const AMP_PATH = /\/amp(?:\/|\.html$|$)|\.amp(?:\.html)?$/iu;
const AMP_PARAMETER = /^(?:amp|outputtype)$/iu;
const MOBILE_HOST = /^(?:m|mobile|touch)\.[^.]+\..+/u;

/** What is doubtful about the form of an article's address. */
export function doubtfulUrlForm(article: Article): readonly Problem[] {
  if (article.url === null || !URL.canParse(article.url)) return [];
  return doubtsAbout(new URL(article.url)).map((detail) => fieldDoubt(article, "url", detail));
}

function doubtsAbout(url: URL): readonly ProblemDetail[] {
  const host = hostOf(url.href) ?? "";
  // Of an address that leads to another, only that one is worth a look.
  if (SHORTENERS.has(host)) return [{ id: "url-shortened", host }];
  if (ARCHIVES.test(host)) return [{ id: "url-copy", copy: "archive" }];
  const details: ProblemDetail[] = [];
  if (isAmp(url, host)) details.push({ id: "url-copy", copy: "amp" });
  else if (MOBILE_HOST.test(host)) details.push({ id: "url-copy", copy: "mobile" });
  if (url.protocol === "http:") details.push({ id: "url-insecure" });
  if (/^\/+$/u.test(url.pathname) && url.search === "") details.push({ id: "url-front-page" });
  const parameters = [...new Set(url.searchParams.keys())].filter(isTrackingParameter);
  if (parameters.length > 0) details.push({ id: "url-tracking", parameters });
  return details;
}

function isAmp(url: URL, host: string): boolean {
  if (AMP_HOST.test(host) || AMP_PATH.test(url.pathname)) return true;
  return [...url.searchParams].some(([name, value]) => AMP_PARAMETER.test(name) && /^(?:amp|1|true|)$/iu.test(value));
}
