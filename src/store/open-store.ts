import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import type { Store } from "../domain/store.ts";
import { createStore } from "./create-store.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";

export interface StoreOptions {
  /** Address of a PostgreSQL database; null for the file. */
  readonly url: string | null;
  /** SQLite's file; it and its folder are made where they are missing. */
  readonly file: string;
  readonly signal?: AbortSignal;
}

/**
 * Opens the store, with its tables brought up to this version of the program. A database that cannot be used is a failure
 * and left as it is.
 *
 * @throws the signal's reason, once it fires
 */
export async function openStore({ url, file, signal }: StoreOptions): Promise<Result<Store, Failure>> {
  signal?.throwIfAborted();
  const opened = await (url === null ? openSqlite(file) : openPostgres(url));
  if (!opened.ok) return opened;
  if (signal?.aborted === true) {
    await opened.value.close();
    signal.throwIfAborted();
  }
  return { ok: true, value: createStore(opened.value) };
}
