import type { Kysely } from "kysely";
import { clip, idOf } from "./border.ts";
import { LIMITS } from "./limits.ts";
import type { Tables } from "./tables.ts";

/** The language a person has set; null for none. */
export async function readLanguage(tables: Kysely<Tables>, person: string): Promise<string | null> {
  const row = await tables
    .selectFrom("people")
    .select("language")
    .where("person", "=", idOf(person))
    .executeTakeFirst();
  return row?.language ?? null;
}

/** Null takes the setting back, and with it all that was kept for it. */
export async function setLanguage(tables: Kysely<Tables>, person: string, language: string | null): Promise<void> {
  const key = idOf(person);
  if (language === null) {
    await tables.deleteFrom("people").where("person", "=", key).execute();
    return;
  }
  const set = { language: clip(language, LIMITS.language) };
  await tables
    .insertInto("people")
    .values({ person: key, ...set })
    .onConflict((conflict) => conflict.column("person").doUpdateSet(set))
    .execute();
}
