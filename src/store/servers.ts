import type { Kysely, Transaction } from "kysely";
import { z } from "zod";
import type { NewLogEntry } from "../domain/log.ts";
import type { ServerSettings } from "../domain/store.ts";
import { clip, idOf, ifGiven, readKept } from "./border.ts";
import { type DatabaseKind, lock } from "./database.ts";
import { LIMITS } from "./limits.ts";
import { addLogEntry } from "./log.ts";
import type { Tables } from "./tables.ts";

/** What a server has that has set nothing, and of what is not kept. */
const SETTINGS = z.object({
  moderatorRoles: z.array(z.string()).default([]),
  maintainerRoles: z.array(z.string()).default([]),
  publicChannels: z.array(z.string()).default([]),
  privacy: z.enum(["public", "private"]).default("public"),
  approval: z.boolean().default(false),
  timeZone: z.string().nullable().default(null),
  event: z.string().nullable().default(null),
});

/** See {@link Store.serverSettings}. */
export async function readServerSettings(tables: Kysely<Tables>, server: string): Promise<ServerSettings> {
  const row = await tables.selectFrom("servers").selectAll().where("server", "=", idOf(server)).executeTakeFirst();
  if (row === undefined) return { language: null, ...SETTINGS.parse({}) };
  const settings = readKept(() => SETTINGS.parse(JSON.parse(row.settings)), "what a server has set");
  return { language: row.language === "" ? null : row.language, ...settings };
}

/** See {@link Store.setServerSettings}. A server with nothing set leaves no trace here. */
export async function setServerSettings(
  transaction: Transaction<Tables>,
  kind: DatabaseKind,
  server: string,
  change: Partial<ServerSettings>,
  entry: NewLogEntry | null,
): Promise<void> {
  const key = idOf(server);
  // Or of two changes at once the later would undo the earlier.
  await lock(transaction, kind, `settings of ${key}`);
  const { language, ...settings } = mended({ ...(await readServerSettings(transaction, key)), ...change });
  const set = { language: language ?? "", settings: JSON.stringify(besidesDefaults(settings)) };
  if (set.language === "" && set.settings === "{}") {
    await transaction.deleteFrom("servers").where("server", "=", key).execute();
  } else {
    await transaction
      .insertInto("servers")
      .values({ server: key, ...set })
      .onConflict((conflict) => conflict.column("server").doUpdateSet(set))
      .execute();
  }
  if (entry !== null) await addLogEntry(transaction, kind, entry);
}

function mended(given: ServerSettings): ServerSettings {
  return {
    language: ifGiven(given.language, (tag) => clip(tag, LIMITS.language)),
    moderatorRoles: given.moderatorRoles.slice(0, LIMITS.list).map((role) => idOf(role)),
    maintainerRoles: given.maintainerRoles.slice(0, LIMITS.list).map((role) => idOf(role)),
    publicChannels: given.publicChannels.slice(0, LIMITS.list).map((channel) => idOf(channel)),
    privacy: given.privacy,
    approval: given.approval,
    timeZone: ifGiven(given.timeZone, (zone) => clip(zone, LIMITS.timeZone)),
    event: ifGiven(given.event, (event) => clip(event, LIMITS.name)),
  };
}

function besidesDefaults(settings: Omit<ServerSettings, "language">): Record<string, unknown> {
  const defaults = new Map<string, unknown>(Object.entries(SETTINGS.parse({})));
  const isDefault = (name: string, value: unknown): boolean =>
    JSON.stringify(value) === JSON.stringify(defaults.get(name));
  return Object.fromEntries(Object.entries(settings).filter(([name, value]) => !isDefault(name, value)));
}
