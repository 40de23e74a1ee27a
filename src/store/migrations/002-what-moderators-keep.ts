import { sql } from "kysely";
import type { Migration } from "../migrate.ts";

/** Publications, digests, the log, when articles were first seen, leases, and more settings of servers. */
export const whatModeratorsKeep: Migration = async (schema, text) => {
  await schema
    .alterTable("servers")
    .addColumn("settings", text, (column) => column.notNull().defaultTo(sql`'{}'`))
    .execute();

  await schema
    .createTable("publications")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("server", text, (column) => column.notNull())
    .addColumn("channel", text, (column) => column.notNull())
    .addColumn("kind", text, (column) => column.notNull())
    .addColumn("topic", text)
    .addColumn("since", text)
    .addColumn("until", text)
    .addColumn("language", text, (column) => column.notNull())
    .addColumn("title", text)
    .addColumn("note", text)
    .addColumn("lines", text, (column) => column.notNull())
    .addColumn("corpus_version", text, (column) => column.notNull())
    .addColumn("author", text)
    .addColumn("approver", text)
    .addColumn("state", text, (column) => column.notNull())
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("message", text)
    .addColumn("slot", text, (column) => column.unique())
    .addColumn("created_at", text, (column) => column.notNull())
    .addColumn("changed_at", text, (column) => column.notNull())
    .addColumn("posted_at", text)
    .execute();
  await schema
    .createIndex("publications_server_changed")
    .on("publications")
    .columns(["server", "changed_at", "id"])
    .execute();
  await schema.createIndex("publications_message").on("publications").columns(["message", "server"]).execute();
  await schema.createIndex("publications_state").on("publications").columns(["state", "id"]).execute();

  await schema
    .createTable("digests")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("server", text, (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("channel", text, (column) => column.notNull())
    .addColumn("days", text, (column) => column.notNull())
    .addColumn("hour", "integer", (column) => column.notNull())
    .addColumn("time_zone", text, (column) => column.notNull())
    .addColumn("topic", text)
    .addColumn("language", text, (column) => column.notNull())
    .addColumn("paused", "integer", (column) => column.notNull())
    .addColumn("even_if_nothing", "integer", (column) => column.notNull())
    .addColumn("told_until", text, (column) => column.notNull())
    .addColumn("author", text)
    .addColumn("revision", "integer", (column) => column.notNull())
    .addUniqueConstraint("digests_server_number", ["server", "number"])
    .execute();

  await schema
    .createTable("log")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("server", text, (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("at", text, (column) => column.notNull())
    .addColumn("person", text)
    .addColumn("deed", text, (column) => column.notNull())
    .addColumn("subject", text)
    .addColumn("detail", text)
    .addUniqueConstraint("log_server_number", ["server", "number"])
    .execute();
  await schema.createIndex("log_server_subject").on("log").columns(["server", "subject", "number"]).execute();
  await schema.createIndex("log_person").on("log").columns(["person", "at"]).execute();

  await schema
    .createTable("articles_seen")
    .addColumn("event", text, (column) => column.notNull())
    .addColumn("article", text, (column) => column.notNull())
    .addColumn("first_seen", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("articles_seen_key", ["event", "article"])
    .execute();
  await schema.createIndex("articles_seen_first").on("articles_seen").columns(["event", "first_seen"]).execute();

  await schema
    .createTable("leases")
    .addColumn("name", text, (column) => column.primaryKey())
    .addColumn("owner", text, (column) => column.notNull())
    .addColumn("until", text, (column) => column.notNull())
    .execute();
};
