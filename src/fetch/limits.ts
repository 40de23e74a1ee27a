/** Bounds of what a stranger's server may cost us. Times in milliseconds, sizes in bytes. */
export interface FetchLimits {
  /** Looking a name up and connecting, all its addresses and the TLS handshake together. */
  readonly connectMs: number;
  /** From connected to the end of the headers. */
  readonly headersMs: number;
  /** One page with its redirects, without waiting for a turn. */
  readonly wholeMs: number;
  /** Fewer than `slowBytes` in any `slowWindowMs` of the body is too slow. */
  readonly slowWindowMs: number;
  readonly slowBytes: number;
  /** As sent, before unpacking. */
  readonly packedBytes: number;
  /** After unpacking, also between two layers of it. */
  readonly unpackedBytes: number;
  /** Layers of content encoding. */
  readonly encodings: number;
  /** Names and values of the headers together. */
  readonly headerBytes: number;
  readonly redirects: number;
  /** Characters of an address. */
  readonly urlLength: number;
  /** Addresses of one name that are tried, one after the other. */
  readonly addressesTried: number;
  /** Between two pages of one host. */
  readonly pauseMs: number;
  /** Longest Crawl-delay that is honoured. */
  readonly crawlDelayMs: number;
  readonly hostsAtOnce: number;
  readonly robotsBytes: number;
  /** How long a robots.txt is good for, and how long a fault in its place. */
  readonly robotsAgeMs: number;
  readonly robotsFaultAgeMs: number;
  /** How many of them are kept. */
  readonly robotsKept: number;
  /** Characters in rules with wildcards: matching these costs their length times that of the address. */
  readonly robotsWildcards: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;
const MINUTE = 60_000;

export const FETCH_LIMITS: FetchLimits = Object.freeze({
  // A name server and a handshake on another continent take 2 s at worst; beyond 10 s nobody is there.
  connectMs: 10_000,
  // Slow news sites make a page in 5 s.
  headersMs: 15_000,
  // As long as a person waits for one page.
  wholeMs: MINUTE,
  // 1 KiB in 10 s: slower than any modem; 20 MiB would take two days.
  slowWindowMs: 10_000,
  slowBytes: KIB,
  packedBytes: 10 * MIB,
  // The longest live blogs have 5 MiB of HTML, reports with pictures as PDF 15 MiB.
  unpackedBytes: 20 * MIB,
  // One is usual, two are seen behind careless proxies.
  encodings: 2,
  headerBytes: 64 * KIB,
  // As RFC 9309 wants for robots.txt; browsers allow 20, but news sites need two.
  redirects: 5,
  // What all search engines and proxies carry; also bounds the matching of robots.txt.
  urlLength: 2048,
  addressesTried: 4,
  pauseMs: 1000,
  crawlDelayMs: 30_000,
  hostsAtOnce: 4,
  // RFC 9309, section 2.5: at least 500 KiB are to be read.
  robotsBytes: 500 * KIB,
  // RFC 9309, section 2.4: no longer than 24 hours.
  robotsAgeMs: 24 * 60 * MINUTE,
  robotsFaultAgeMs: 10 * MINUTE,
  robotsKept: 100,
  // At worst a third of a second for each page; the files of large sites have a tenth of it.
  robotsWildcards: 32 * KIB,
});
