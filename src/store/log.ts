import type { Transaction, Kysely } from "kysely";
import { z } from "zod";
import type { Deed, LogEntry, NewLogEntry } from "../domain/log.ts";
import type { Store } from "../domain/store.ts";
import { clip, idOf, ifGiven, instantOf, newId, pageOf, readKept, readable } from "./border.ts";
import { type DatabaseKind, lock } from "./database.ts";
import { LIMITS } from "./limits.ts";
import type { Tables } from "./tables.ts";

const DEEDS = {
  drafted: "drafted",
  changed: "changed",
  "asked-for-approval": "asked-for-approval",
  approved: "approved",
  "sent-back": "sent-back",
  posted: "posted",
  corrected: "corrected",
  failed: "failed",
  removed: "removed",
  discarded: "discarded",
  "settings-changed": "settings-changed",
  "digest-set-up": "digest-set-up",
  "digest-changed": "digest-changed",
  "digest-paused": "digest-paused",
  "digest-resumed": "digest-resumed",
  "digest-removed": "digest-removed",
  "article-added": "article-added",
  "article-changed": "article-changed",
  "article-withdrawn": "article-withdrawn",
  "article-restored": "article-restored",
  "gold-added": "gold-added",
  "gold-removed": "gold-removed",
} as const satisfies { readonly [D in Deed]: D };

const ENTRY = z.object({
  id: z.string(),
  server: z.string(),
  at: z.string(),
  person: z.string().nullable(),
  deed: z.enum(DEEDS),
  subject: z.string().nullable(),
  detail: z.string().nullable(),
});

/** See {@link Store.addLogEntry}: within the transaction that does what it tells of, and last in it. */
export async function addLogEntry(
  transaction: Transaction<Tables>,
  kind: DatabaseKind,
  entry: NewLogEntry,
): Promise<void> {
  const server = idOf(entry.server);
  // Or two at once would take the same number.
  await lock(transaction, kind, `log of ${server}`);
  const last = await transaction
    .selectFrom("log")
    .select("number")
    .where("server", "=", server)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  await transaction
    .insertInto("log")
    .values({
      id: newId(),
      server,
      number: (last?.number ?? 0) + 1,
      at: instantOf(entry.at),
      person: ifGiven(entry.person, idOf),
      deed: DEEDS[entry.deed],
      subject: ifGiven(entry.subject, idOf),
      detail: ifGiven(entry.detail, (detail) => clip(detail, LIMITS.detail)),
    })
    .execute();
}

/** See {@link Store.log}. */
export async function readLog(tables: Kysely<Tables>, page: Parameters<Store["log"]>[0]): Promise<readonly LogEntry[]> {
  const { offset, limit } = pageOf(page);
  let query = tables.selectFrom("log").selectAll().where("server", "=", idOf(page.server));
  if (page.subject !== undefined) query = query.where("subject", "=", clip(page.subject, LIMITS.ref));
  const rows = await query.orderBy("number", "desc").limit(limit).offset(offset).execute();
  return readable(rows, entryOf);
}

/** What somebody did, newest first. */
export async function readDeeds(tables: Kysely<Tables>, person: string): Promise<readonly LogEntry[]> {
  const rows = await tables
    .selectFrom("log")
    .selectAll()
    .where("person", "=", idOf(person))
    .orderBy("at", "desc")
    .orderBy("server")
    .orderBy("number", "desc")
    .execute();
  return readable(rows, entryOf);
}

function entryOf(row: Tables["log"]): LogEntry {
  return readKept(() => ENTRY.parse(row), "an entry of a log");
}
