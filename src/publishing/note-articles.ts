import type { Library } from "../domain/command.ts";
import type { ArticlesSeen } from "../domain/store.ts";

/** What was there from the beginning is news to nobody. */
const ALWAYS = "1970-01-01T00:00:00.000Z";
const BEFORE_ALWAYS = "1900-01-01T00:00:00.000Z";
const BATCH = 100_000;

/**
 * Notes which articles are there now, so that a digest knows later which are new. Those of an event that was never noted
 * before count as always having been there.
 *
 * @returns whether it is noted down
 */
export async function noteArticles(seen: ArticlesSeen, library: Library, at: string): Promise<boolean> {
  const event = library.status().event.id;
  const known = await seen.since(event, BEFORE_ALWAYS);
  if (!known.ok) return false;
  const instant = known.value.length === 0 ? ALWAYS : at;
  const ids = library.articles().map(({ id }) => id);
  for (let from = 0; from < ids.length; from += BATCH) {
    const noted = await seen.note(event, ids.slice(from, from + BATCH), instant);
    if (!noted.ok) return false;
  }
  return true;
}

/** Ids of articles of an event that were ever noted, the latest first; at most as many as the store gives. */
export async function everNoted(seen: ArticlesSeen, event: string): Promise<ReadonlySet<string> | null> {
  const known = await seen.since(event, BEFORE_ALWAYS);
  return known.ok ? new Set(known.value) : null;
}
