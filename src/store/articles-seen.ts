import { setImmediate as nextTurn } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import { clip, instantOf } from "./border.ts";
import { LIMITS } from "./limits.ts";
import type { Tables } from "./tables.ts";

/** Rows of one statement: three values each, of which SQLite takes 32,766. */
const BATCH = 1_000;

/** See {@link ArticlesSeen.note}. */
export async function noteArticles(
  transaction: Transaction<Tables>,
  event: string,
  ids: readonly string[],
  at: string,
): Promise<void> {
  if (ids.length > LIMITS.articlesNoted) {
    throw new RangeError(`at most ${LIMITS.articlesNoted} articles can be noted at once`);
  }
  const [name, first] = [clip(event, LIMITS.name), instantOf(at)];
  // In one order, or two processes could wait for each other.
  const articles = ids.map((id) => clip(id, LIMITS.name)).toSorted();
  for (let from = 0; from < articles.length; from += BATCH) {
    const rows = articles.slice(from, from + BATCH).map((article) => ({ event: name, article, first_seen: first }));
    await transaction
      .insertInto("articles_seen")
      .values(rows)
      .onConflict((conflict) => conflict.columns(["event", "article"]).doNothing())
      .execute();
    // SQLite works in this very thread.
    await nextTurn();
  }
}

/** See {@link ArticlesSeen.since}. */
export async function readNewArticles(
  tables: Kysely<Tables>,
  event: string,
  after: string,
): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom("articles_seen")
    .select("article")
    .where("event", "=", clip(event, LIMITS.name))
    .where("first_seen", ">", instantOf(after))
    .orderBy("first_seen", "desc")
    .orderBy("article")
    .limit(LIMITS.articlesNew)
    .execute();
  return rows.map(({ article }) => article);
}
