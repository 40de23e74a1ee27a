import { type SchemaModule, sql } from "kysely";
import type { Migration } from "../migrate.ts";

/**
 * Which event it is about, of all that is kept; a process serves several. What is here already is of none. Where the event
 * is a part of a key it is never null but empty, and the table is made anew: SQLite cannot change a key.
 */
export const whichEvent: Migration = async (schema, text, transaction) => {
  for (const table of ["publications", "digests"]) await schema.alterTable(table).addColumn("event", text).execute();

  await setAside(schema, "feedback");
  await schema
    .createTable("feedback")
    .addColumn("person", text, (column) => column.notNull())
    .addColumn("topic", text, (column) => column.notNull())
    .addColumn("event", text, (column) => column.notNull())
    .addColumn("server", text)
    .addColumn("question", text, (column) => column.notNull())
    .addColumn("verdict", text, (column) => column.notNull().check(sql`verdict in ('helpful', 'not-right')`))
    .addColumn("reason", text)
    .addColumn("shown", text, (column) => column.notNull())
    .addColumn("corpus_version", text, (column) => column.notNull())
    .addColumn("at", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("feedback_event_key", ["person", "topic", "event"])
    .execute();
  await sql`insert into feedback (person, topic, event, server, question, verdict, reason, shown, corpus_version, at)
    select person, topic, '', server, question, verdict, reason, shown, corpus_version, at from feedback_without_event
  `.execute(transaction);
  await schema.dropTable("feedback_without_event").execute();
  await schema.createIndex("feedback_at").on("feedback").column("at").execute();
  await schema.createIndex("feedback_server_at").on("feedback").columns(["server", "at"]).execute();
  await schema.createIndex("feedback_event_at").on("feedback").columns(["event", "at"]).execute();

  await setAside(schema, "questions");
  await schema
    .createTable("questions")
    .addColumn("topic", text, (column) => column.notNull())
    .addColumn("server", text, (column) => column.notNull())
    .addColumn("event", text, (column) => column.notNull())
    .addColumn("day", text, (column) => column.notNull())
    .addColumn("outcome", text, (column) => column.notNull().check(sql`outcome in ('answered', 'not-in-articles')`))
    .addColumn("text", text, (column) => column.notNull())
    .addColumn("times", "integer", (column) => column.notNull())
    .addColumn("confidence", "double precision", (column) => column.notNull())
    .addColumn("corpus_version", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("questions_event_key", ["topic", "server", "event", "day", "outcome"])
    .execute();
  await sql`insert into questions (topic, server, event, day, outcome, text, times, confidence, corpus_version)
    select topic, server, '', day, outcome, text, times, confidence, corpus_version from questions_without_event
  `.execute(transaction);
  await schema.dropTable("questions_without_event").execute();
  await schema.createIndex("questions_day").on("questions").column("day").execute();
  await schema.createIndex("questions_event_server").on("questions").columns(["event", "server"]).execute();

  await setAside(schema, "follows");
  await schema
    .createTable("follows")
    .addColumn("id", text, (column) => column.notNull())
    .addColumn("person", text, (column) => column.notNull())
    .addColumn("topic", text, (column) => column.notNull())
    .addColumn("event", text, (column) => column.notNull())
    .addColumn("question", text, (column) => column.notNull())
    .addColumn("context", text, (column) => column.notNull())
    .addColumn("seen", text, (column) => column.notNull())
    .addColumn("language", text, (column) => column.notNull())
    .addColumn("since", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("follows_key", ["id"])
    .addUniqueConstraint("follows_person_topic_event", ["person", "topic", "event"])
    .execute();
  await sql`insert into follows (id, person, topic, event, question, context, seen, language, since)
    select id, person, topic, '', question, context, seen, language, since from follows_without_event
  `.execute(transaction);
  await schema.dropTable("follows_without_event").execute();
};

/** In PostgreSQL its keys keep their names, so those of the new table have others. */
async function setAside(schema: SchemaModule, table: string): Promise<void> {
  await schema.alterTable(table).renameTo(`${table}_without_event`).execute();
}
