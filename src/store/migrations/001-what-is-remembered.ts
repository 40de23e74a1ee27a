import { sql } from "kysely";
import type { Migration } from "../migrate.ts";

/** Feedback, questions, follows, and the languages of people and servers. */
export const whatIsRemembered: Migration = async (schema, text) => {
  await schema
    .createTable("feedback")
    .addColumn("person", text, (column) => column.notNull())
    .addColumn("topic", text, (column) => column.notNull())
    .addColumn("server", text)
    .addColumn("question", text, (column) => column.notNull())
    .addColumn("verdict", text, (column) => column.notNull().check(sql`verdict in ('helpful', 'not-right')`))
    .addColumn("reason", text)
    .addColumn("shown", text, (column) => column.notNull())
    .addColumn("corpus_version", text, (column) => column.notNull())
    .addColumn("at", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("feedback_key", ["person", "topic"])
    .execute();
  await schema.createIndex("feedback_at").on("feedback").column("at").execute();
  await schema.createIndex("feedback_server_at").on("feedback").columns(["server", "at"]).execute();

  await schema
    .createTable("questions")
    .addColumn("topic", text, (column) => column.notNull())
    .addColumn("server", text, (column) => column.notNull())
    .addColumn("day", text, (column) => column.notNull())
    .addColumn("outcome", text, (column) => column.notNull().check(sql`outcome in ('answered', 'not-in-articles')`))
    .addColumn("text", text, (column) => column.notNull())
    .addColumn("times", "integer", (column) => column.notNull())
    .addColumn("confidence", "double precision", (column) => column.notNull())
    .addColumn("corpus_version", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("questions_key", ["topic", "server", "day", "outcome"])
    .execute();
  await schema.createIndex("questions_day").on("questions").column("day").execute();

  await schema
    .createTable("follows")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("person", text, (column) => column.notNull())
    .addColumn("topic", text, (column) => column.notNull())
    .addColumn("question", text, (column) => column.notNull())
    .addColumn("context", text, (column) => column.notNull())
    .addColumn("seen", text, (column) => column.notNull())
    .addColumn("language", text, (column) => column.notNull())
    .addColumn("since", text, (column) => column.notNull())
    .addUniqueConstraint("follows_person_topic", ["person", "topic"])
    .execute();

  await schema
    .createTable("people")
    .addColumn("person", text, (column) => column.primaryKey())
    .addColumn("language", text, (column) => column.notNull())
    .execute();
  await schema
    .createTable("servers")
    .addColumn("server", text, (column) => column.primaryKey())
    .addColumn("language", text, (column) => column.notNull())
    .execute();
};
