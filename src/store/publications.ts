import type { Kysely, Transaction } from "kysely";
import type { NewLogEntry } from "../domain/log.ts";
import type { Publication, PublicationState } from "../domain/publication.ts";
import type { Publications } from "../domain/store.ts";
import { clip, idOf, instantOf, newId, pageOf, readable } from "./border.ts";
import type { DatabaseKind } from "./database.ts";
import { LIMITS } from "./limits.ts";
import { addLogEntry } from "./log.ts";
import { changedColumnsOf, newRowOf, publicationOf } from "./publication-row.ts";
import type { Tables } from "./tables.ts";

/** States of what nobody waits for or can see any more, once it is old. */
const EXPIRING: readonly PublicationState[] = ["draft", "awaiting-approval", "discarded", "failed"];

/** See {@link Publications.add}. */
export async function addPublication(
  transaction: Transaction<Tables>,
  kind: DatabaseKind,
  given: Parameters<Publications["add"]>[0],
  entry: Omit<NewLogEntry, "subject"> | null,
): Promise<Publication | "taken"> {
  const row = newRowOf(newId(), given);
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto("publications")
    .values(row)
    .onConflict((conflict) => conflict.column("slot").doNothing())
    .executeTakeFirstOrThrow();
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return "taken";
  if (entry !== null) await addLogEntry(transaction, kind, { ...entry, subject: row.id });
  return publicationOf(row);
}

/** See {@link Publications.get}. */
export async function readPublication(tables: Kysely<Tables>, id: string): Promise<Publication | null> {
  const row = await tables
    .selectFrom("publications")
    .selectAll()
    .where("id", "=", clip(id, LIMITS.ref))
    .executeTakeFirst();
  return row === undefined ? null : publicationOf(row);
}

/** See {@link Publications.byMessage}. */
export async function readPublicationByMessage(
  tables: Kysely<Tables>,
  server: string,
  message: string,
): Promise<Publication | null> {
  const row = await tables
    .selectFrom("publications")
    .selectAll()
    .where("server", "=", idOf(server))
    .where("message", "=", idOf(message))
    .executeTakeFirst();
  return row === undefined ? null : publicationOf(row);
}

/** See {@link Publications.change}. */
export async function changePublication(
  transaction: Transaction<Tables>,
  kind: DatabaseKind,
  ...[id, revision, change, at, entry]: Parameters<Publications["change"]>
): Promise<Publication | "changed-meanwhile" | "gone"> {
  const key = clip(id, LIMITS.ref);
  const { numUpdatedRows } = await transaction
    .updateTable("publications")
    .set({ ...changedColumnsOf(change), changed_at: instantOf(at), revision: revision + 1 })
    .where("id", "=", key)
    .where("revision", "=", revision)
    .executeTakeFirstOrThrow();
  const row = await transaction.selectFrom("publications").selectAll().where("id", "=", key).executeTakeFirst();
  if (row === undefined) return "gone";
  if (numUpdatedRows === 0n) return "changed-meanwhile";
  if (entry !== null) await addLogEntry(transaction, kind, entry);
  return publicationOf(row);
}

/** See {@link Publications.list}. */
export async function listPublications(
  tables: Kysely<Tables>,
  page: Parameters<Publications["list"]>[0],
): Promise<readonly Publication[]> {
  const { offset, limit } = pageOf(page);
  if (page.states.length === 0) return [];
  const rows = await tables
    .selectFrom("publications")
    .selectAll()
    .where("server", "=", idOf(page.server))
    .where("state", "in", page.states)
    .orderBy("changed_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
  return readable(rows, publicationOf);
}

/** See {@link Publications.after}. */
export async function readPublicationsAfter(
  tables: Kysely<Tables>,
  id: string | null,
  states: readonly PublicationState[],
  wanted: number,
): Promise<readonly Publication[]> {
  const { limit } = pageOf({ offset: 0, limit: states.length === 0 ? 0 : wanted });
  const found: Publication[] = [];
  let last = id === null ? "" : clip(id, LIMITS.ref);
  // Further than a page of rows that cannot be read, or whoever walks would think to be at the end.
  while (found.length < limit) {
    const rows = await tables
      .selectFrom("publications")
      .selectAll()
      .where("id", ">", last)
      .where("state", "in", states)
      .orderBy("id")
      .limit(limit - found.length)
      .execute();
    found.push(...readable(rows, publicationOf));
    const end = rows.at(-1);
    if (end === undefined) break;
    last = end.id;
  }
  return found;
}

/** See {@link Publications.expire}. */
export async function expirePublications(tables: Kysely<Tables>, before: string): Promise<number> {
  const { numDeletedRows } = await tables
    .deleteFrom("publications")
    .where("state", "in", EXPIRING)
    .where("changed_at", "<", instantOf(before))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
