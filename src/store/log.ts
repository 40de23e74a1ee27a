import { randomBytes } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import type { LogEntry, NewLogEntry } from "../domain/log.ts";
import { clip, idOf, instantOf, pageOf } from "./border.ts";
import { LIMITS } from "./limits.ts";
import type { Tables } from "./tables.ts";

/** Characters of milliseconds in base 36, until the year 5138. */
const TIME_LENGTH = 9;

/** Entries of one instant are told in the order in which they were written, as far as the clock tells them apart. */
function newEntryId(): string {
  return Date.now().toString(36).padStart(TIME_LENGTH, "0") + randomBytes(4).toString("hex");
}

/** Writes an entry in the transaction of what it tells of. */
export async function writeLog(transaction: Transaction<Tables>, entry: NewLogEntry | null): Promise<void> {
  if (entry === null) return;
  const { server, at, person, deed, subject, detail } = entry;
  await transaction
    .insertInto("log")
    .values({
      id: newEntryId(),
      server: idOf(server),
      at: instantOf(at),
      person: person === null ? null : idOf(person),
      deed,
      subject: subject === null ? null : clip(subject, LIMITS.ref),
      detail: detail === null ? null : clip(detail, LIMITS.detail),
    })
    .execute();
}

/** See {@link Store.log}. */
export async function readLog(
  tables: Kysely<Tables>,
  page: { readonly server: string; readonly subject?: string; readonly offset: number; readonly limit: number },
): Promise<readonly LogEntry[]> {
  let query = tables.selectFrom("log").selectAll().where("server", "=", idOf(page.server));
  if (page.subject !== undefined) query = query.where("subject", "=", clip(page.subject, LIMITS.ref));
  const { offset, limit } = pageOf(page);
  return await query.orderBy("at", "desc").orderBy("id", "desc").limit(limit).offset(offset).execute();
}

/** What a person did, newest first, without who it was. */
export async function readDeeds(tables: Kysely<Tables>, person: string): Promise<readonly Omit<LogEntry, "person">[]> {
  return await tables
    .selectFrom("log")
    .select(["id", "server", "at", "deed", "subject", "detail"])
    .where("person", "=", idOf(person))
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();
}
