import type { Kysely, Transaction } from "kysely";
import { z } from "zod";
import type { DigestPlan, Weekday } from "../domain/digest-plan.ts";
import type { NewLogEntry } from "../domain/log.ts";
import { clip, idOf, instantOf, pageOf } from "./border.ts";
import { type Database, lock } from "./database.ts";
import { LIMITS } from "./limits.ts";
import { writeLog } from "./log.ts";
import { newId } from "./new-id.ts";
import { parseKept, readable } from "./parse-kept.ts";
import type { Tables } from "./tables.ts";

const DAYS: z.ZodType<readonly Weekday[]> = z.array(
  z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)]),
);

type Change = Partial<Omit<DigestPlan, "id" | "server" | "revision" | "author">>;

/** See {@link DigestPlans.add}. */
export async function addDigest(
  { tables, kind }: Database,
  plan: Omit<DigestPlan, "id" | "revision">,
  entry: Omit<NewLogEntry, "subject"> | null,
): Promise<DigestPlan | "full"> {
  const server = idOf(plan.server);
  return await tables.transaction().execute(async (transaction) => {
    // Or two at once could both be the last that fits.
    await lock(transaction, kind, `digests of ${server}`);
    const others = await transaction.selectFrom("digests").select("id").where("server", "=", server).execute();
    if (others.length >= LIMITS.digestsOfServer) return "full";
    const row = {
      id: newId(),
      server,
      channel: idOf(plan.channel),
      days: JSON.stringify(plan.days),
      hour: plan.hour,
      time_zone: clip(plan.timeZone, LIMITS.timeZone),
      topic: plan.topic === null ? null : clip(plan.topic, LIMITS.topic),
      language: clip(plan.language, LIMITS.language),
      paused: plan.paused ? 1 : 0,
      even_if_nothing: plan.evenIfNothing ? 1 : 0,
      told_until: instantOf(plan.toldUntil),
      author: plan.author === null ? null : idOf(plan.author),
      revision: 1,
      created_at: new Date().toISOString(),
    };
    await transaction.insertInto("digests").values(row).execute();
    await writeLog(transaction, entry && { ...entry, subject: row.id });
    return planOf(row);
  });
}

/** See {@link DigestPlans.get}. */
export async function readDigest(tables: Kysely<Tables>, id: string): Promise<DigestPlan | null> {
  const row = await tables.selectFrom("digests").selectAll().where("id", "=", clip(id, LIMITS.ref)).executeTakeFirst();
  return row === undefined ? null : planOf(row);
}

/** See {@link DigestPlans.change}. */
export async function changeDigest(
  transaction: Transaction<Tables>,
  id: string,
  revision: number,
  change: Change,
  entry: NewLogEntry | null,
): Promise<DigestPlan | "changed-meanwhile" | "gone"> {
  const key = clip(id, LIMITS.ref);
  const { numUpdatedRows } = await transaction
    .updateTable("digests")
    .set({ ...changedColumns(change), revision: revision + 1 })
    .where("id", "=", key)
    .where("revision", "=", revision)
    .executeTakeFirstOrThrow();
  const now = await readDigest(transaction, key);
  if (now === null) return "gone";
  if (numUpdatedRows === 0n) return "changed-meanwhile";
  await writeLog(transaction, entry);
  return now;
}

function changedColumns(change: Change): Partial<Tables["digests"]> {
  const { channel, days, hour, timeZone, topic, language, paused, evenIfNothing, toldUntil } = change;
  return {
    ...(channel !== undefined && { channel: idOf(channel) }),
    ...(days !== undefined && { days: JSON.stringify(days) }),
    ...(hour !== undefined && { hour }),
    ...(timeZone !== undefined && { time_zone: clip(timeZone, LIMITS.timeZone) }),
    ...(topic !== undefined && { topic: topic === null ? null : clip(topic, LIMITS.topic) }),
    ...(language !== undefined && { language: clip(language, LIMITS.language) }),
    ...(paused !== undefined && { paused: paused ? 1 : 0 }),
    ...(evenIfNothing !== undefined && { even_if_nothing: evenIfNothing ? 1 : 0 }),
    ...(toldUntil !== undefined && { told_until: instantOf(toldUntil) }),
  };
}

/** See {@link DigestPlans.remove}. */
export async function removeDigest(
  transaction: Transaction<Tables>,
  id: string,
  entry: NewLogEntry | null,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom("digests")
    .where("id", "=", clip(id, LIMITS.ref))
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  await writeLog(transaction, entry);
  return true;
}

/** See {@link DigestPlans.list}. */
export async function readDigests(tables: Kysely<Tables>, server: string): Promise<readonly DigestPlan[]> {
  const rows = await tables
    .selectFrom("digests")
    .selectAll()
    .where("server", "=", idOf(server))
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return readable(rows, planOf);
}

/** See {@link DigestPlans.after}. */
export async function readDigestsAfter(
  tables: Kysely<Tables>,
  id: string | null,
  limit: number,
): Promise<readonly DigestPlan[]> {
  let query = tables.selectFrom("digests").selectAll();
  if (id !== null) query = query.where("id", ">", clip(id, LIMITS.ref));
  const rows = await query
    .orderBy("id")
    .limit(pageOf({ offset: 0, limit }).limit)
    .execute();
  return readable(rows, planOf);
}

/** @throws Error where the row is damaged */
function planOf(row: Tables["digests"]): DigestPlan {
  const { id, server, channel, hour, topic, language, author, revision } = row;
  return {
    id,
    server,
    channel,
    days: parseKept(DAYS, row.days, "a digest"),
    hour,
    timeZone: row.time_zone,
    topic,
    language,
    paused: row.paused !== 0,
    evenIfNothing: row.even_if_nothing !== 0,
    toldUntil: row.told_until,
    author,
    revision,
  };
}
