import type { Kysely } from "kysely";
import type { Feedback, Store } from "../domain/store.ts";
import { clip, eventKeyOf, eventKeysFor, eventOf, idOf, instantOf, listOf, pageOf, refsOf, topicOf } from "./border.ts";
import { LIMITS } from "./limits.ts";
import type { Tables } from "./tables.ts";

/** See {@link Store.addFeedback}. */
export async function addFeedback(tables: Kysely<Tables>, feedback: Feedback): Promise<void> {
  const question = clip(feedback.question, LIMITS.question);
  const row = {
    person: idOf(feedback.person),
    topic: topicOf(question),
    event: eventKeyOf(feedback.event),
    server: feedback.server === null ? null : idOf(feedback.server),
    question,
    verdict: feedback.verdict,
    reason: feedback.reason === null ? null : clip(feedback.reason, LIMITS.reason),
    shown: refsOf(feedback.shown),
    corpus_version: clip(feedback.corpusVersion, LIMITS.corpusVersion),
    at: instantOf(feedback.at),
  };
  await tables
    .insertInto("feedback")
    .values(row)
    .onConflict((conflict) => conflict.columns(["person", "topic", "event"]).doUpdateSet(row))
    .execute();
}

/** See {@link Store.feedback}. */
export async function readFeedback(
  tables: Kysely<Tables>,
  page: Parameters<Store["feedback"]>[0],
): Promise<readonly Feedback[]> {
  const { offset, limit } = pageOf(page);
  let query = tables.selectFrom("feedback").selectAll();
  if (page.server !== undefined) query = query.where("server", "=", idOf(page.server));
  if (page.event !== undefined) query = query.where("event", "in", eventKeysFor(page.event));
  const rows = await query
    .orderBy("at", "desc")
    .orderBy("person")
    .orderBy("topic")
    .orderBy("event")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => feedbackOf(row));
}

/** A row as the contract has it. */
export function feedbackOf(row: Tables["feedback"]): Feedback {
  const { person, server, question, verdict, reason, shown, corpus_version: corpusVersion, at } = row;
  const [event, refs] = [eventOf(row.event), listOf(shown)];
  return { person, server, event, question, verdict, reason, shown: refs, corpusVersion, at };
}
