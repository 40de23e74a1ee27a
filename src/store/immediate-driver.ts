import { CompiledQuery, type DatabaseConnection, SqliteDriver } from "kysely";
import type Libsql from "libsql";

/**
 * Kysely's driver of SQLite, whose transactions are writers from their first statement. One that begins by reading and
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

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full disk ends the transaction by itself; failing here would hide that.
    if (this.connection.inTransaction) await connection.executeQuery(CompiledQuery.raw("rollback"));
  }
}
