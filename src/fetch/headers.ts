import type { FetchRequest } from "../domain/fetching.ts";

/** A response's headers, names in lower case. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Longest value of a header that is kept: what servers send beyond it is no use to anyone. */
const LONGEST = 1024;
/** What a header's value may hold (RFC 9110, section 5.5), without bytes outside ASCII. */
const PLAIN = /^[\t\u0020-\u007e]*$/u;

const ACCEPT = {
  article: "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.5",
  feed: "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
  any: "*/*",
  robots: "text/plain, */*;q=0.5",
} as const;

/** A header that stands alone; of several, the first. Null where it is missing or unfit to be kept and shown. */
export function plainHeader(headers: Headers, name: string): string | null {
  const value = headers[name];
  const first = typeof value === "string" ? value : value?.[0];
  return first === undefined || first.length > LONGEST || !PLAIN.test(first) ? null : first.trim();
}

/**
 * Where a redirect leads; empty where it does not say. Names and paths outside ASCII come as they are from some servers,
 * in UTF-8, and HTTP libraries read headers as Latin 1.
 */
export function locationHeader(headers: Headers): string {
  const [first = ""] = [headers["location"] ?? ""].flat();
  return Buffer.from(first, "latin1").toString();
}

/** What a request says of what is wanted (RFC 9110, sections 12.5 and 13.1). */
export function requestHeaders(
  accept: keyof typeof ACCEPT,
  { etag, lastModified }: Pick<FetchRequest, "etag" | "lastModified">,
): Readonly<Record<string, string>> {
  return {
    accept: ACCEPT[accept],
    ...(isSendable(etag) ? { "if-none-match": etag } : {}),
    ...(isSendable(lastModified) ? { "if-modified-since": lastModified } : {}),
  };
}

/** Text in which nothing is left that a header must not hold. */
export function headerText(text: string): string {
  return text.replaceAll(/[^\u0021-\u007e]+/gu, " ").trim();
}

/** Retry-After (RFC 9110, section 10.2.3) in whole seconds from now; null where it is neither seconds nor a date. */
export function secondsUntil(value: string | null, now: number): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/u.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}

function isSendable(value: string | null | undefined): value is string {
  return typeof value === "string" && value !== "" && value.length <= LONGEST && PLAIN.test(value);
}
