import type { Kysely, Transaction } from "kysely";
import { z } from "zod";
import type { DigestPlan, Weekday } from "../domain/digest-plan.ts";
import type { NewLogEntry } from "../domain/log.ts";
import type { DigestPlans } from "../domain/store.ts";
import { clip, idOf, ifGiven, instantOf, newId, pageOf, readKept, readable } from "./border.ts";
import { type DatabaseKind, lock } from "./database.ts";
import { LIMITS } from "./limits.ts";
import { addLogEntry } from "./log.ts";
import type { Tables } from "./tables.ts";

const DAY = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]) satisfies z.ZodType<Weekday>;
const DAYS = z.array(DAY).min(1).max(7);
const HOUR = z.int().min(0).max(23);

/** See {@link DigestPlans.add}. */
export async function addDigest(
  transaction: Transaction<Tables>,
  kind: DatabaseKind,
  plan: Omit<DigestPlan, "id" | "revision">,
  entry: Omit<NewLogEntry, "subject"> | null,
): Promise<DigestPlan | "full"> {
  const server = idOf(plan.server);
  // Or two at once could both be the last that fits.
  await lock(transaction, kind, `digests of ${server}`);
  const others = await transaction.selectFrom("digests").select("number").where("server", "=", server).execute();
  if (others.length >= LIMITS.digestsOfServer) return "full";
  const row = {
    id: newId(),
    server,
    number: Math.max(0, ...others.map(({ number }) => number)) + 1,
    author: ifGiven(plan.author, idOf),
    revision: 1,
    ...columnsOf(plan),
  };
  await transaction.insertInto("digests").values(row).execute();
  if (entry !== null) await addLogEntry(transaction, kind, { ...entry, subject: row.id });
  return planOf(row);
}

/** See {@link DigestPlans.get}. */
export async function readDigest(tables: Kysely<Tables>, id: string): Promise<DigestPlan | null> {
  const row = await tables.selectFrom("digests").selectAll().where("id", "=", clip(id, LIMITS.ref)).executeTakeFirst();
  return row === undefined ? null : planOf(row);
}

/** See {@link DigestPlans.change}. */
export async function changeDigest(
  transaction: Transaction<Tables>,
  kind: DatabaseKind,
  ...[id, revision, change, entry]: Parameters<DigestPlans["change"]>
): Promise<DigestPlan | "changed-meanwhile" | "gone"> {
  const key = clip(id, LIMITS.ref);
  const read = () => transaction.selectFrom("digests").selectAll().where("id", "=", key).executeTakeFirst();
  const before = await read();
  if (before === undefined) return "gone";
  if (before.revision !== revision) return "changed-meanwhile";
  const changed = { ...planOf(before), ...change };
  const { numUpdatedRows } = await transaction
    .updateTable("digests")
    .set({ ...columnsOf(changed), revision: revision + 1 })
    .where("id", "=", key)
    .where("revision", "=", revision)
    .executeTakeFirstOrThrow();
  const row = await read();
  if (row === undefined) return "gone";
  if (numUpdatedRows === 0n) return "changed-meanwhile";
  if (entry !== null) await addLogEntry(transaction, kind, entry);
  return planOf(row);
}

/** See {@link DigestPlans.remove}. */
export async function removeDigest(
  transaction: Transaction<Tables>,
  kind: DatabaseKind,
  id: string,
  entry: NewLogEntry | null,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom("digests")
    .where("id", "=", clip(id, LIMITS.ref))
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  if (entry !== null) await addLogEntry(transaction, kind, entry);
  return true;
}

/** See {@link DigestPlans.list}. */
export async function listDigests(tables: Kysely<Tables>, server: string): Promise<readonly DigestPlan[]> {
  const rows = await tables
    .selectFrom("digests")
    .selectAll()
    .where("server", "=", idOf(server))
    .orderBy("number")
    .execute();
  return readable(rows, planOf);
}

/** See {@link DigestPlans.after}. */
export async function readDigestsAfter(
  tables: Kysely<Tables>,
  id: string | null,
  wanted: number,
): Promise<readonly DigestPlan[]> {
  const { limit } = pageOf({ offset: 0, limit: wanted });
  const found: DigestPlan[] = [];
  let last = id === null ? "" : clip(id, LIMITS.ref);
  // Further than a page of rows that cannot be read, or whoever walks would think to be at the end.
  while (found.length < limit) {
    const rows = await tables
      .selectFrom("digests")
      .selectAll()
      .where("id", ">", last)
      .orderBy("id")
      .limit(limit - found.length)
      .execute();
    found.push(...readable(rows, planOf));
    const end = rows.at(-1);
    if (end === undefined) break;
    last = end.id;
  }
  return found;
}

/** What can be changed of a plan. @throws RangeError where it is none that could be read again */
function columnsOf(
  plan: Omit<DigestPlan, "id" | "server" | "revision" | "author">,
): Omit<Tables["digests"], "id" | "server" | "number" | "revision" | "author"> {
  if (!DAYS.safeParse(plan.days).success || !HOUR.safeParse(plan.hour).success) {
    throw new RangeError("days of the week and an hour were expected");
  }
  return {
    event: ifGiven(plan.event, (event) => clip(event, LIMITS.name)),
    channel: idOf(plan.channel),
    days: JSON.stringify([...new Set(plan.days)].toSorted((a, b) => a - b)),
    hour: plan.hour,
    time_zone: clip(plan.timeZone, LIMITS.timeZone),
    topic: ifGiven(plan.topic, (topic) => clip(topic, LIMITS.topic)),
    language: clip(plan.language, LIMITS.language),
    paused: plan.paused ? 1 : 0,
    even_if_nothing: plan.evenIfNothing ? 1 : 0,
    told_until: instantOf(plan.toldUntil),
  };
}

function planOf(row: Tables["digests"]): DigestPlan {
  const { id, server, event, channel, topic, language, author, revision } = row;
  const [days, hour] = readKept(() => [DAYS.parse(JSON.parse(row.days)), HOUR.parse(row.hour)] as const, "a digest");
  const [paused, evenIfNothing] = [row.paused === 1, row.even_if_nothing === 1];
  return {
    id,
    server,
    event,
    channel,
    days,
    hour,
    timeZone: row.time_zone,
    topic,
    language,
    paused,
    evenIfNothing,
    toldUntil: row.told_until,
    author,
    revision,
  };
}
