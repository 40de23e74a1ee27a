import { isDeepStrictEqual } from "node:util";
import type { Kysely, Transaction } from "kysely";
import type { NewLogEntry } from "../domain/log.ts";
import type { ServerSettings } from "../domain/store.ts";
import { clip, idOf, listOf } from "./border.ts";
import { type Database, lock } from "./database.ts";
import { LIMITS } from "./limits.ts";
import { writeLog } from "./log.ts";
import type { Tables } from "./tables.ts";

/** What holds where a server has set nothing. */
const UNSET: ServerSettings = Object.freeze({
  language: null,
  moderatorRoles: [],
  publicChannels: [],
  privacy: "public",
  approval: false,
  timeZone: null,
  event: null,
});

/** See {@link Store.serverSettings}. */
export async function readServerSettings(tables: Kysely<Tables>, server: string): Promise<ServerSettings> {
  const row = await tables
    .selectFrom("server_settings")
    .selectAll()
    .where("server", "=", idOf(server))
    .executeTakeFirst();
  if (row === undefined) return UNSET;
  const { language, moderator_roles, public_channels, privacy, approval, time_zone, event } = row;
  return {
    language,
    moderatorRoles: listOf(moderator_roles),
    publicChannels: listOf(public_channels),
    privacy,
    approval: approval !== 0,
    timeZone: time_zone,
    event,
  };
}

/** See {@link Store.setServerSettings}. */
export async function setServerSettings(
  { tables, kind }: Database,
  server: string,
  change: Partial<ServerSettings>,
  entry: NewLogEntry | null,
): Promise<void> {
  const key = idOf(server);
  await tables.transaction().execute(async (transaction) => {
    // Or of two changes at once one could undo the other.
    await lock(transaction, kind, `settings of ${key}`);
    const settings = { ...(await readServerSettings(transaction, key)), ...change };
    await write(transaction, key, settings);
    await writeLog(transaction, entry);
  });
}

async function write(transaction: Transaction<Tables>, server: string, settings: ServerSettings): Promise<void> {
  // Nothing is kept of a server that has taken everything back.
  if (isDeepStrictEqual(settings, UNSET)) {
    await transaction.deleteFrom("server_settings").where("server", "=", server).execute();
    return;
  }
  const { language, moderatorRoles, publicChannels, privacy, approval, timeZone, event } = settings;
  const set = {
    language: language === null ? null : clip(language, LIMITS.language),
    moderator_roles: idsOf(moderatorRoles),
    public_channels: idsOf(publicChannels),
    privacy,
    approval: approval ? 1 : 0,
    time_zone: timeZone === null ? null : clip(timeZone, LIMITS.timeZone),
    event: event === null ? null : clip(event, LIMITS.ref),
  };
  await transaction
    .insertInto("server_settings")
    .values({ server, ...set })
    .onConflict((conflict) => conflict.column("server").doUpdateSet(set))
    .execute();
}

function idsOf(ids: readonly string[]): string {
  return JSON.stringify(ids.slice(0, LIMITS.idsOfSetting).map((id) => idOf(id)));
}
