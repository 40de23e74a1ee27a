import type { Kysely } from "kysely";
import type { Follow } from "../domain/store.ts";
import { clip, eventKeyOf, eventOf, idOf, instantOf, listOf, newId, pageOf, topicOf, turnsOf } from "./border.ts";
import { type Database, lock } from "./database.ts";
import { LIMITS } from "./limits.ts";
import type { Tables } from "./tables.ts";

/** See {@link Store.follow}. */
export async function follow(
  { tables, kind }: Database,
  wanted: Omit<Follow, "id">,
): Promise<{ readonly id: string } | "full"> {
  const person = idOf(wanted.person);
  const question = clip(wanted.question, LIMITS.question);
  const context = turnsOf(wanted.context);
  const [topic, event] = [topicOf(question, context), eventKeyOf(wanted.event)];
  const last = { seen: clip(wanted.seen, LIMITS.fingerprint), language: clip(wanted.language, LIMITS.language) };
  const since = instantOf(wanted.since);
  return await tables.transaction().execute(async (transaction) => {
    // Or two at once could both be the last that fits.
    await lock(transaction, kind, `follows of ${person}`);
    const followed = await transaction
      .selectFrom("follows")
      .select(["id", "topic", "event"])
      .where("person", "=", person)
      .execute();
    const same = followed.find((row) => row.topic === topic && row.event === event);
    if (same !== undefined) {
      await transaction.updateTable("follows").set(last).where("id", "=", same.id).execute();
      return { id: same.id };
    }
    if (followed.length >= LIMITS.followsOfPerson) return "full";
    const id = newId();
    await transaction
      .insertInto("follows")
      .values({ id, person, topic, event, question, context, ...last, since })
      .execute();
    return { id };
  });
}

/** See {@link Store.unfollow}. */
export async function unfollow(tables: Kysely<Tables>, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tables
    .deleteFrom("follows")
    .where("id", "=", clip(id, LIMITS.ref))
    .where("person", "=", idOf(person))
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** See {@link Store.follows}. */
export async function readFollows(tables: Kysely<Tables>, person: string): Promise<readonly Follow[]> {
  const rows = await tables
    .selectFrom("follows")
    .selectAll()
    .where("person", "=", idOf(person))
    .orderBy("since")
    .orderBy("id")
    .execute();
  return rows.map((row) => followOf(row));
}

/** See {@link Store.followsAfter}. */
export async function readFollowsAfter(
  tables: Kysely<Tables>,
  id: string | null,
  limit: number,
): Promise<readonly Follow[]> {
  let query = tables.selectFrom("follows").selectAll();
  if (id !== null) query = query.where("id", ">", clip(id, LIMITS.ref));
  const rows = await query
    .orderBy("id")
    .limit(pageOf({ offset: 0, limit }).limit)
    .execute();
  return rows.map((row) => followOf(row));
}

/** See {@link Store.setSeen}. */
export async function setSeen(tables: Kysely<Tables>, id: string, seen: string): Promise<void> {
  await tables
    .updateTable("follows")
    .set({ seen: clip(seen, LIMITS.fingerprint) })
    .where("id", "=", clip(id, LIMITS.ref))
    .execute();
}

function followOf(row: Tables["follows"]): Follow {
  const { id, person, question, context, seen, language, since } = row;
  return { id, person, event: eventOf(row.event), question, context: listOf(context), seen, language, since };
}
