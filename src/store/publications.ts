import type { Kysely, Transaction } from "kysely";
import type { NewLogEntry } from "../domain/log.ts";
import type { Publication, PublicationChange, PublicationState } from "../domain/publication.ts";
import { clip, idOf, instantOf, pageOf } from "./border.ts";
import { LIMITS } from "./limits.ts";
import { writeLog } from "./log.ts";
import { newId } from "./new-id.ts";
import { readable } from "./parse-kept.ts";
import { changedColumns, publicationOf, publicationRow } from "./publication-rows.ts";
import type { Tables } from "./tables.ts";

/** What nobody misses once it is old. */
const PASSING: readonly PublicationState[] = ["draft", "awaiting-approval", "discarded", "failed"];

/** See {@link Publications.add}. */
export async function addPublication(
  transaction: Transaction<Tables>,
  given: Omit<Publication, "id" | "revision" | "changedAt">,
  entry: Omit<NewLogEntry, "subject"> | null,
): Promise<Publication | "taken"> {
  const row = { id: newId(), revision: 1, ...publicationRow(given) };
  const { numInsertedOrUpdatedRows = 0n } = await transaction
    .insertInto("publications")
    .values(row)
    .onConflict((conflict) => conflict.column("slot").doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) return "taken";
  await writeLog(transaction, entry && { ...entry, subject: row.id });
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

/** See {@link Publications.change}. */
export async function changePublication(
  transaction: Transaction<Tables>,
  id: string,
  revision: number,
  change: PublicationChange,
  at: string,
  entry: NewLogEntry | null,
): Promise<Publication | "changed-meanwhile" | "gone"> {
  const key = clip(id, LIMITS.ref);
  const { numUpdatedRows } = await transaction
    .updateTable("publications")
    .set({ ...changedColumns(change), revision: revision + 1, changed_at: instantOf(at) })
    .where("id", "=", key)
    .where("revision", "=", revision)
    .executeTakeFirstOrThrow();
  const now = await readPublication(transaction, key);
  if (now === null) return "gone";
  if (numUpdatedRows === 0n) return "changed-meanwhile";
  await writeLog(transaction, entry);
  return now;
}

/** See {@link Publications.list}. */
export async function readPublications(
  tables: Kysely<Tables>,
  page: {
    readonly server: string;
    readonly states: readonly PublicationState[];
    readonly offset: number;
    readonly limit: number;
  },
): Promise<readonly Publication[]> {
  const { offset, limit } = pageOf(page);
  const rows = await tables
    .selectFrom("publications")
    .selectAll()
    .where("server", "=", idOf(page.server))
    .where("state", "in", [...page.states])
    .orderBy("changed_at", "desc")
    .orderBy("id")
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
  limit: number,
): Promise<readonly Publication[]> {
  let query = tables
    .selectFrom("publications")
    .selectAll()
    .where("state", "in", [...states]);
  if (id !== null) query = query.where("id", ">", clip(id, LIMITS.ref));
  const rows = await query
    .orderBy("id")
    .limit(pageOf({ offset: 0, limit }).limit)
    .execute();
  return readable(rows, publicationOf);
}

/** See {@link Publications.expire}. */
export async function expirePublications(tables: Kysely<Tables>, before: string): Promise<number> {
  const { numDeletedRows } = await tables
    .deleteFrom("publications")
    .where("state", "in", [...PASSING])
    .where("changed_at", "<", instantOf(before))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
