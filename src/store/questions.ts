import { type Kysely, sql } from "kysely";
import type { PartialDate } from "../domain/article.ts";
import type { AskedBefore, OpenQuestion, Store } from "../domain/store.ts";
import { clip, dayOf, eventKeyOf, eventKeysFor, idOf, pageOf, shareOf, topicOf } from "./border.ts";
import { LIMITS } from "./limits.ts";
import type { Tables } from "./tables.ts";

/** See {@link Store.addQuestion}. */
export async function addQuestion(tables: Kysely<Tables>, asked: AskedBefore): Promise<void> {
  const text = clip(asked.text, LIMITS.question);
  const last = {
    text,
    confidence: shareOf(asked.confidence),
    corpus_version: clip(asked.corpusVersion, LIMITS.corpusVersion),
  };
  await tables
    .insertInto("questions")
    .values({
      ...last,
      topic: topicOf(text),
      server: asked.server === null ? "" : idOf(asked.server),
      event: eventKeyOf(asked.event),
      day: dayOf(asked.day),
      outcome: asked.outcome,
      times: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["topic", "server", "event", "day", "outcome"])
        .doUpdateSet((row) => ({ ...last, times: row("questions.times", "+", 1) })),
    )
    .execute();
}

/** See {@link Store.openQuestions}. */
export async function readOpenQuestions(
  tables: Kysely<Tables>,
  page: Parameters<Store["openQuestions"]>[0],
): Promise<readonly OpenQuestion[]> {
  const { offset, limit } = pageOf(page);
  const unanswered = sql`filter (where outcome = 'not-in-articles')`;
  let query = tables
    .selectFrom("questions")
    .select([
      sql<string>`min(text) ${unanswered}`.as("text"),
      sql<number>`cast(sum(times) ${unanswered} as integer)`.as("times"),
      sql<string>`min(day) ${unanswered}`.as("firstDay"),
      sql<string>`max(day) ${unanswered}`.as("lastDay"),
    ]);
  if (page.server !== undefined) query = query.where("server", "=", idOf(page.server));
  if (page.event !== undefined) query = query.where("event", "in", eventKeysFor(page.event));
  return await query
    .groupBy("topic")
    .having(sql<boolean>`max(day) ${unanswered} > coalesce(max(day) filter (where outcome = 'answered'), '')`)
    .orderBy("times", "desc")
    .orderBy("lastDay", "desc")
    .orderBy("topic")
    .limit(limit)
    .offset(offset)
    .execute();
}

/** See {@link Store.expireQuestions}. */
export async function expireQuestions(tables: Kysely<Tables>, before: PartialDate): Promise<number> {
  const { numDeletedRows } = await tables
    .deleteFrom("questions")
    .where("day", "<", dayOf(before))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
