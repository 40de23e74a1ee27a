import { sql } from "kysely";
import type { Migration } from "../migrate.ts";

/** What servers set, what moderators post, digests, the log, which articles were seen when, and leases. */
export const whatModeratorsKeep: Migration = async (schema, text, database) => {
  await schema
    .createTable("server_settings")
    .addColumn("server", text, (column) => column.primaryKey())
    .addColumn("language", text)
    .addColumn("moderator_roles", text, (column) => column.notNull())
    .addColumn("public_channels", text, (column) => column.notNull())
    .addColumn("privacy", text, (column) => column.notNull().check(sql`privacy in ('public', 'private')`))
    .addColumn("approval", "integer", (column) => column.notNull())
    .addColumn("time_zone", text)
    .addColumn("event", text)
    .execute();
  await sql`
    insert into server_settings (server, language, moderator_roles, public_channels, privacy, approval)
    select server, language, '[]', '[]', 'public', 0 from servers
  `.execute(database);
  await schema.dropTable("servers").execute();

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
  await schema.createIndex("publications_server").on("publications").columns(["server", "changed_at"]).execute();
  await schema.createIndex("publications_state").on("publications").columns(["state", "id"]).execute();

  await schema
    .createTable("digests")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("server", text, (column) => column.notNull())
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
    .addColumn("created_at", text, (column) => column.notNull())
    .execute();
  await schema.createIndex("digests_server").on("digests").column("server").execute();

  await schema
    .createTable("articles_seen")
    .addColumn("event", text, (column) => column.notNull())
    .addColumn("article", text, (column) => column.notNull())
    .addColumn("at", text, (column) => column.notNull())
    .addPrimaryKeyConstraint("articles_seen_key", ["event", "article"])
    .execute();
  await schema.createIndex("articles_seen_at").on("articles_seen").columns(["event", "at"]).execute();

  await schema
    .createTable("log")
    .addColumn("id", text, (column) => column.primaryKey())
    .addColumn("server", text, (column) => column.notNull())
    .addColumn("at", text, (column) => column.notNull())
    .addColumn("person", text)
    .addColumn("deed", text, (column) => column.notNull())
    .addColumn("subject", text)
    .addColumn("detail", text)
    .execute();
  await schema.createIndex("log_server").on("log").columns(["server", "at", "id"]).execute();
  await schema.createIndex("log_person").on("log").column("person").execute();

  await schema
    .createTable("leases")
    .addColumn("name", text, (column) => column.primaryKey())
    .addColumn("owner", text, (column) => column.notNull())
    .addColumn("until", text, (column) => column.notNull())
    .execute();
};
