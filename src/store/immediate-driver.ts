import { SqliteDriver } from "kysely";
import type Libsql from "libsql";

/**
 * Kysely's driver of SQLite, whose transactions are writers from their first statement, so that only that one can find the
 * database busy. One that begins by reading and
 * then wants to write would fail at once, without waiting, when another process has written in between.
 *
 * @see https://www.sqlite.org/lang_transaction.html#deferred_immediate_and_exclusive_transactions
 */
export class ImmediateDriver extends SqliteDriver {
  private readonly connection: Libsql.Database;

  constructor(connection: Libsql.Database) {
    super({ database: connection });
    this.connection = connection;
  }

  override beginTransaction(): Promise<void> {
    return this.control("begin immediate");
  }

  override commitTransaction(): Promise<void> {
    return this.control("commit");
  }

  override async rollbackTransaction(): Promise<void> {
    // A full disk ends the transaction by itself; failing here would hide that.
    if (this.connection.inTransaction) await this.control("rollback");
  }

  /**
   * Not as a prepared statement: libsql leaves one that found the database busy unfinished until it is collected, and
   * nothing can be committed until then.
   */
  private async control(statement: "begin immediate" | "commit" | "rollback"): Promise<void> {
    await Promise.resolve();
    this.connection.exec(statement);
  }
}
