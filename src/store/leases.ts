import type { Kysely } from "kysely";
import { clip, instantOf } from "./border.ts";
import { LIMITS } from "./limits.ts";
import type { Tables } from "./tables.ts";

/** See {@link Store.lease}: one statement, so that of several who ask at once one gets it. */
export async function lease(
  tables: Kysely<Tables>,
  name: string,
  owner: string,
  until: string,
  now: string,
): Promise<boolean> {
  const held = { owner: clip(owner, LIMITS.name), until: instantOf(until) };
  const { numInsertedOrUpdatedRows } = await tables
    .insertInto("leases")
    .values({ name: clip(name, LIMITS.name), ...held })
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet(held)
        .where((row) => row.or([row("leases.owner", "=", held.owner), row("leases.until", "<=", instantOf(now))])),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
