import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import type { Database } from "./database.ts";
import { codeOf, wordsOf } from "./error-words.ts";
import { migrate } from "./migrate.ts";
import type { Tables } from "./tables.ts";

/** Connections of one process. Calls are short, and a server has a hundred for everybody. */
const CONNECTIONS = 4;
/** Milliseconds for a connection, for a statement, and for all that one call of the store does. */
const CONNECT_MS = 4_000;
const STATEMENT_MS = 5_000;
const CALL_MS = 8_000;
/** Milliseconds for a statement of a migration, which may wait for another process's. */
const MIGRATION_MS = 60_000;
/** A connection that a broken network left without an answer is not used again for ever. */
const CONNECTION_LIFETIME_S = 60;

/** Opens the database at an address such as `postgresql://name:password@host/database`. */
export async function openPostgres(url: string): Promise<Result<Database, Failure>> {
  const { default: pg } = await import("pg");
  const reasonOf = (error: unknown): string => describe(error, url);
  const connect = (statementMs: number, connections: number): Kysely<Tables> =>
    new Kysely<Tables>({
      dialect: new PostgresDialect({ pool: () => openPool(pg.Pool, url, statementMs, connections) }),
    });

  const migrating = connect(MIGRATION_MS, 1);
  try {
    const unfit = await migrate(migrating, "postgres");
    if (unfit !== null) return { ok: false, error: { id: "store-unreadable", file: null, why: unfit, reason: "" } };
  } catch (error) {
    const reason = reasonOf(error);
    return isOfSchema(error)
      ? { ok: false, error: { id: "store-unreadable", file: null, why: "unusable", reason } }
      : { ok: false, error: { id: "store-unreachable", reason } };
  } finally {
    await migrating.destroy().catch(() => undefined);
  }
  const tables = connect(STATEMENT_MS, CONNECTIONS);
  return {
    ok: true,
    value: {
      kind: "postgres",
      tables,
      run: withinCall,
      reasonOf,
      // The server's own vacuum does it.
      scrub: () => Promise.resolve(),
      close: () => withinCall(() => tables.destroy()).catch(() => undefined),
    },
  };
}

function openPool(Connections: typeof Pool, url: string, statementMs: number, connections: number): Promise<Pool> {
  const pool = new Connections({
    connectionString: url,
    application_name: "footnote",
    max: connections,
    maxLifetimeSeconds: CONNECTION_LIFETIME_S,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: statementMs,
    // Longer than the server's own, which tells more.
    query_timeout: statementMs + 1_000,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  // A connection that breaks while nobody uses it: the next call finds out, and says so.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => void client.on("error", () => undefined));
  return Promise.resolve(pool);
}

async function withinCall<T>(work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CALL_MS / 1_000} seconds`)), CALL_MS);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Whether it is about what is in the database, and what we may do there, not about reaching it.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html for classes 42 and 3F
 */
function isOfSchema(error: unknown): boolean {
  return /^(?:42|3F)/u.test(codeOf(error));
}

function describe(error: unknown, url: string): string {
  return secretsOf(url).reduce((text, secret) => text.replaceAll(secret, "[redacted]"), wordsOf(error));
}

/** The address as a whole, its password, and the password as it was before it was written into an address. */
function secretsOf(url: string): readonly string[] {
  const [, inFront = ""] = /^[^:]*:\/\/[^:@/]*:(.*)@/u.exec(url) ?? [];
  const [, asParameter = ""] = /[?&]password=([^&]*)/u.exec(url) ?? [];
  return [url, inFront, decoded(inFront), asParameter, decoded(asParameter)].filter((secret) => secret !== "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
