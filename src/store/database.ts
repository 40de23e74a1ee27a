import { type Kysely, type Transaction, sql } from "kysely";
import type { Tables } from "./tables.ts";

/** The two databases there are. What they do differently is told apart by this, and here as far as possible. */
export type DatabaseKind = "sqlite" | "postgres";

/** An open database whose tables are as {@link Tables} says. */
export interface Database {
  readonly kind: DatabaseKind;
  readonly tables: Kysely<Tables>;
  /**
   * Does one call's work, one statement or one transaction. Rejects where that does not end in time: work is begun again
   * while another process is in its way.
   */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** What went wrong, for the operator, without a secret. */
  reasonOf(error: unknown): string;
  /** Takes what was deleted out of the files too, as far as that is ours to do. Never rejects. */
  scrub(): Promise<void>;
  /** Never rejects. */
  close(): Promise<void>;
}

/**
 * Makes whoever else wants the same lock wait until this transaction ends. SQLite has one writer at a time anyway, and
 * our transactions there are writers from the beginning.
 */
export async function lock(transaction: Transaction<Tables>, kind: DatabaseKind, name: string): Promise<void> {
  if (kind === "sqlite") return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`footnote ${name}`}, 0))`.execute(transaction);
}
