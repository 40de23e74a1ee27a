import { constants } from "node:fs";
import { access, mkdir, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from "kysely";
import type Libsql from "libsql";
import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import type { Database } from "./database.ts";
import { codeOf, wordsOf } from "./error-words.ts";
import { ImmediateDriver } from "./immediate-driver.ts";
import { inspect, migrate } from "./migrate.ts";
import type { Tables } from "./tables.ts";

/** Milliseconds that SQLite waits by itself while somebody else writes, and the whole process with it. A write takes a few. */
const BUSY_MS = 20;
/** Milliseconds that a call waits besides, while the process goes on; at start, for others that start too. */
const CALL_MS = 3_000;
const START_MS = 15_000;
const RETRY_MS = 10;

/**
 * Opens the database in a file, made where there is none, readable by its owner only. A file that cannot be used is left
 * as it is.
 */
export async function openSqlite(file: string): Promise<Result<Database, Failure>> {
  const fail = (why: "damaged" | "not-ours" | "newer" | "unusable", reason: string): Result<Database, Failure> => ({
    ok: false,
    error: { id: "store-unreadable", file, why, reason },
  });
  let opened: Database | null = null;
  // Not as a sound one is closed, which writes what is in its log into the file.
  const leave = async (): Promise<void> => {
    await opened?.tables.destroy().catch(() => undefined);
  };
  try {
    await makeFile(file);
    const { default: Connection } = await import("libsql");
    const connection = new Connection(file);
    const database = openDatabase(connection);
    opened = database;
    // To change to a write-ahead log a process must be alone for a moment; SQLite does not wait for that itself.
    const unfit = await unlessBusy(() => prepare(connection, database.tables), START_MS);
    if (unfit === null) return { ok: true, value: database };
    await leave();
    return fail(unfit.why, unfit.reason);
  } catch (error) {
    await leave();
    const damaged = /^SQLITE_(?:CORRUPT|NOTADB)/u.test(codeOf(error));
    return fail(damaged ? "damaged" : "unusable", wordsOf(error));
  }
}

/** Never opens a file that is there: closing it again would take the locks from this process's other connections. */
async function makeFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  try {
    const made = await open(file, "wx", 0o600);
    await made.close();
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    if (!(await stat(file)).isFile()) throw new Error("it is no file", { cause: error });
    await access(file, constants.R_OK | constants.W_OK);
  }
}

function openDatabase(connection: Libsql.Database): Database {
  const tables = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new ImmediateDriver(connection),
      createIntrospector: (database) => new SqliteIntrospector(database),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  const scrub = async (): Promise<void> => {
    await sql`pragma wal_checkpoint(truncate)`.execute(tables).catch(() => undefined);
  };
  return {
    kind: "sqlite",
    tables,
    run: (work) => unlessBusy(work, CALL_MS),
    reasonOf: wordsOf,
    scrub,
    close: async () => {
      await scrub();
      await tables.destroy().catch(() => undefined);
    },
  };
}

/** Does work again and again while SQLite is busy, which means that nothing of it was done. */
async function unlessBusy<T>(work: () => Promise<T>, waitMs: number): Promise<T> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!codeOf(error).startsWith("SQLITE_BUSY") || performance.now() > deadline) throw error;
    }
    await sleep(RETRY_MS);
  }
}

/** Everything that is only read comes first: what is not ours, or is damaged, stays as it is. */
async function prepare(
  connection: Libsql.Database,
  tables: Kysely<Tables>,
): Promise<{ readonly why: "damaged" | "not-ours" | "newer"; readonly reason: string } | null> {
  connection.exec(`pragma busy_timeout = ${BUSY_MS}`);
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(tables);
  const found = rows[0]?.quick_check ?? "no answer to quick_check";
  if (found !== "ok") return { why: "damaged", reason: found };
  const made = await inspect(tables, "sqlite");
  if (typeof made !== "number") return { why: made, reason: "" };

  connection.exec("pragma journal_mode = wal");
  // Every commit is on the disk before it is acknowledged.
  connection.exec("pragma synchronous = full");
  connection.exec("pragma foreign_keys = on");
  // What is deleted is overwritten.
  connection.exec("pragma secure_delete = on");
  const unfit = await migrate(tables, "sqlite");
  return unfit === null ? null : { why: unfit, reason: "" };
}
