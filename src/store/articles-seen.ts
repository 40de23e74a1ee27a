import type { Kysely, Transaction } from "kysely";
import { clip, instantOf } from "./border.ts";
import { LIMITS } from "./limits.ts";
import type { Tables } from "./tables.ts";

/** Rows of one statement: both databases take some thousands of values. */
const BATCH = 500;

/** See {@link ArticlesSeen.note}. */
export async function noteArticles(
  transaction: Transaction<Tables>,
  event: string,
  ids: readonly string[],
  at: string,
): Promise<void> {
  const rows = ids
    .slice(0, LIMITS.articlesSeen)
    .map((id) => ({ event: clip(event, LIMITS.ref), article: clip(id, LIMITS.ref), at: instantOf(at) }));
  for (let from = 0; from < rows.length; from += BATCH) {
    await transaction
      .insertInto("articles_seen")
      .values(rows.slice(from, from + BATCH))
      .onConflict((conflict) => conflict.columns(["event", "article"]).doNothing())
      .execute();
  }
}

/** See {@link ArticlesSeen.since}. */
export async function readArticlesSince(
  tables: Kysely<Tables>,
  event: string,
  after: string,
): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom("articles_seen")
    .select("article")
    .where("event", "=", clip(event, LIMITS.ref))
    .where("at", ">", instantOf(after))
    .orderBy("at", "desc")
    .orderBy("article")
    .limit(LIMITS.articlesNew)
    .execute();
  return rows.map(({ article }) => article);
}
