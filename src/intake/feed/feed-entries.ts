import { findBylineDate } from "../../corpus/byline-date.ts";
import type { FeedEntry, SourceReading } from "../../domain/intake.ts";
import type { Problem } from "../../domain/problem.ts";
import { intakeLimits } from "../limits.ts";
import { doubt } from "../report.ts";
import { webAddress } from "../web-address.ts";
import { plainWords } from "./plain-words.ts";

/** An entry as some kind of feed has it. */
export interface RawEntry {
  /** Addresses that may be its page's, the likeliest first; relative ones stand under `bases`. */
  readonly links: readonly (string | undefined)[];
  /** Where relative addresses stand, from the outermost in: each is relative to the one before. */
  readonly bases: readonly (string | undefined)[];
  /** May hold markup. */
  readonly title: string | undefined;
  /** When it was published, in whatever form, the likeliest first. */
  readonly dates: readonly unknown[];
  readonly authors: readonly (string | undefined)[];
}

/**
 * Entries of a feed as places to fetch articles from: each page once, in the feed's order. A feed that carries whole
 * articles is treated alike, for feeds cut, shorten and decorate what they carry.
 * @param url address of the feed itself; @param today `YYYY-MM-DD`
 */
export function feedEntries(
  raw: readonly RawEntry[],
  source: { readonly name: string; readonly url: string | null },
  today: string,
): SourceReading {
  const entries = new Map<string, FeedEntry>();
  let unusable = 0;
  for (const one of raw) {
    const url = pageOf(one, source.url);
    if (url === null) unusable += 1;
    else if (!entries.has(url)) entries.set(url, entryOf(one, url, today));
  }
  const problems: Problem[] = [];
  const limit = intakeLimits.feedEntries;
  if (raw.length === 0) problems.push(doubt(source.name, null, { id: "feed-empty" }));
  if (unusable > 0) problems.push(doubt(source.name, null, { id: "feed-entries-unusable", count: unusable }));
  if (entries.size > limit) {
    problems.push(doubt(source.name, null, { id: "feed-too-long", length: entries.size, limit }));
  }
  return { drafts: [], entries: [...entries.values()].slice(0, limit), problems };
}

function pageOf({ links, bases }: RawEntry, feedUrl: string | null): string | null {
  let base = feedUrl;
  for (const one of bases) if (one !== undefined) base = webAddress(one, base) ?? base;
  for (const link of links) {
    const address = link === undefined ? null : webAddress(link, base);
    // A fragment is a place on the page.
    if (address !== null) return address.replace(/#.*$/su, "");
  }
  return null;
}

function entryOf({ title, dates, authors }: RawEntry, url: string, today: string): FeedEntry {
  const names = authors.flatMap((author) => nameOf(author) ?? []);
  return {
    url,
    title: plainWords(title, intakeLimits.titleLength),
    // Feeds write the day in their own time zone, and it is taken as written.
    published: dates.reduce<string | null>((day, date) => day ?? dayOf(date, today), null),
    authors: [...new Set(names)].slice(0, 10),
  };
}

function dayOf(date: unknown, today: string): string | null {
  return typeof date === "string" ? findBylineDate([date.slice(0, 100)], today) : null;
}

/** RSS has `address (name)`, or the address alone, which is nobody's name. */
function nameOf(author: string | undefined): string | null {
  const words = plainWords(author, intakeLimits.nameLength);
  if (words === null) return null;
  const name = /^\S+@\S+ \((.+)\)$/u.exec(words)?.[1] ?? words;
  return /@|^https?:/u.test(name) ? null : name;
}
