import type { Kysely } from "kysely";
import type { LogEntry } from "../domain/log.ts";
import type { Feedback, Forgotten, PersonalData } from "../domain/store.ts";
import { idOf } from "./border.ts";
import { type Database, lock } from "./database.ts";
import { feedbackOf } from "./feedback.ts";
import { readFollows } from "./follows.ts";
import { readLanguage } from "./languages.ts";
import { readDeeds } from "./log.ts";
import type { Tables } from "./tables.ts";

/** See {@link Store.exportPerson}: all of it as it stood at one moment. */
export async function exportPerson(tables: Kysely<Tables>, person: string): Promise<PersonalData> {
  return await tables
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (transaction) => {
      const feedback = await transaction
        .selectFrom("feedback")
        .selectAll()
        .where("person", "=", idOf(person))
        .orderBy("at", "desc")
        .orderBy("topic")
        .orderBy("event")
        .execute();
      const follows = await readFollows(transaction, person);
      return {
        language: await readLanguage(transaction, person),
        follows: follows.map(({ id, event, question, context, language, since }) => ({
          id,
          event,
          question,
          context,
          language,
          since,
        })),
        feedback: feedback.map((row) => withoutPerson(feedbackOf(row))),
        deeds: (await readDeeds(transaction, person)).map((entry) => withoutPerson(entry)),
      };
    });
}

function withoutPerson(feedback: Feedback): Omit<Feedback, "person">;
function withoutPerson(entry: LogEntry): Omit<LogEntry, "person">;
function withoutPerson(given: Feedback | LogEntry): Omit<Feedback | LogEntry, "person"> {
  const { person: _, ...rest } = given;
  return rest;
}

/** See {@link Store.forgetPerson}: what was done as a moderator stays, without who did it. */
export async function forgetPerson({ tables, kind }: Database, person: string): Promise<Forgotten> {
  const key = idOf(person);
  return await tables.transaction().execute(async (transaction) => {
    // Or two who edited the same publications would wait for each other.
    await lock(transaction, kind, "forgetting");
    const [follows, feedback, people, deeds] = [
      await transaction.deleteFrom("follows").where("person", "=", key).executeTakeFirstOrThrow(),
      await transaction.deleteFrom("feedback").where("person", "=", key).executeTakeFirstOrThrow(),
      await transaction.deleteFrom("people").where("person", "=", key).executeTakeFirstOrThrow(),
      await transaction.updateTable("log").set({ person: null }).where("person", "=", key).executeTakeFirstOrThrow(),
    ];
    await transaction.updateTable("publications").set({ author: null }).where("author", "=", key).execute();
    await transaction.updateTable("publications").set({ approver: null }).where("approver", "=", key).execute();
    await transaction.updateTable("digests").set({ author: null }).where("author", "=", key).execute();
    return {
      follows: Number(follows.numDeletedRows),
      feedback: Number(feedback.numDeletedRows),
      language: people.numDeletedRows > 0n,
      deeds: Number(deeds.numUpdatedRows),
    };
  });
}
