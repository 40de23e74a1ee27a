import { z } from "zod";
import type { Result } from "../../domain/result.ts";
import type { RawEntry } from "./feed-entries.ts";

/** A field that is left out where it is of another type than it should be. */
const text = z.string().optional().catch(undefined);
const person = z.object({ name: text }).catch({});
const people = z.array(person).max(100).optional().catch(undefined);

const item = z.object({
  // Numbers occur.
  id: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
  url: text,
  title: text,
  date_published: text,
  authors: people,
  /** Version 1.0 has one. */
  author: person.optional().catch(undefined),
});

const feed = z.object({
  version: z.string(),
  home_page_url: text,
  authors: people,
  items: z.array(item.catch({})),
});

/** Reads a JSON Feed, version 1.0 or 1.1 (https://jsonfeed.org/version/1.1). The error says what is wrong with it. */
export function readJsonFeed(json: string): Result<readonly RawEntry[], string> {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
  const parsed = feed.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, error: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not a feed"}` };
  }
  const { home_page_url: home, authors: feedAuthors, items } = parsed.data;
  const value = items.map(({ id, url, title, date_published: date, authors, author }): RawEntry => {
    const own = authors ?? (author === undefined ? feedAuthors : [author]);
    return {
      links: [url, isAddress(id) ? id : undefined],
      bases: [home],
      title,
      dates: [date],
      authors: (own ?? []).map(({ name }) => name),
    };
  });
  return { ok: true, value };
}

function isAddress(id: string | undefined): boolean {
  return /^https?:\/\//iu.test(id ?? "");
}
