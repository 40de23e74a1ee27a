import { type Kysely, type RawBuilder, type SchemaModule, type Transaction, sql } from "kysely";
import { type DatabaseKind, lock } from "./database.ts";
import { whatIsRemembered } from "./migrations/001-what-is-remembered.ts";
import { whatModeratorsKeep } from "./migrations/002-what-moderators-keep.ts";
import { whichEvent } from "./migrations/003-which-event.ts";
import type { Tables } from "./tables.ts";

/**
 * One step forward. `text` is the type of texts, in both databases ordered by code units; `transaction` is for rows, of
 * tables as they stand at that step.
 */
export type Migration = (
  schema: SchemaModule,
  text: "text" | RawBuilder<unknown>,
  transaction: Transaction<Tables>,
) => Promise<void>;

/** In the order in which they are made. One that was released is never changed again: another one follows it. */
const MIGRATIONS: readonly Migration[] = [whatIsRemembered, whatModeratorsKeep, whichEvent];

const OUR_TABLES: ReadonlySet<string> = new Set([
  "feedback",
  "questions",
  "follows",
  "people",
  "servers",
  "publications",
  "digests",
  "log",
  "articles_seen",
  "leases",
]);

/** Why a database is left as it is. */
export type Unfit = "not-ours" | "newer";

/**
 * Looks whether a database is ours and not from a later version, without changing anything.
 *
 * @returns how many migrations were made, 0 for a new one
 */
export async function inspect(
  database: Kysely<Tables> | Transaction<Tables>,
  kind: DatabaseKind,
): Promise<number | Unfit> {
  const { rows } =
    kind === "sqlite"
      ? await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(database)
      : await sql<{
          name: string;
        }>`select tablename as name from pg_tables where schemaname = current_schema()`.execute(database);
  const names = rows.map(({ name }) => name);
  if (!names.includes("footnote_schema")) {
    // A server's database may well hold tables of others beside ours, a file does not.
    const foreign = kind === "sqlite" ? names.length > 0 : names.some((name) => OUR_TABLES.has(name));
    return foreign ? "not-ours" : 0;
  }
  const schema = await database.selectFrom("footnote_schema").select("version").executeTakeFirst();
  const version = schema?.version ?? 0;
  return version > MIGRATIONS.length ? "newer" : version;
}

/**
 * Makes the migrations that are missing: all or, if the process ends before, none. Of several processes that start at
 * once one makes them and the others wait.
 *
 * @returns why the database was left as it is, or null where it is now as it should be
 */
export async function migrate(database: Kysely<Tables>, kind: DatabaseKind): Promise<Unfit | null> {
  return await database.transaction().execute(async (transaction) => {
    await lock(transaction, kind, "migrations");
    const made = await inspect(transaction, kind);
    if (typeof made !== "number") return made;
    if (made === MIGRATIONS.length) return null;
    const { schema } = transaction;
    await schema
      .createTable("footnote_schema")
      .ifNotExists()
      .addColumn("version", "integer", (column) => column.notNull())
      .execute();
    for (const migration of MIGRATIONS.slice(made)) {
      await migration(schema, kind === "sqlite" ? "text" : sql`text collate "C"`, transaction);
    }
    await transaction.deleteFrom("footnote_schema").execute();
    await transaction.insertInto("footnote_schema").values({ version: MIGRATIONS.length }).execute();
    return null;
  });
}
