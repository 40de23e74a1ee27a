import type { Transaction } from "kysely";
import { clip, instantOf } from "./border.ts";
import { LIMITS } from "./limits.ts";
import type { Tables } from "./tables.ts";

/** See {@link Store.lease}. One statement, so that of two at once one alone is told yes. */
export async function lease(
  transaction: Transaction<Tables>,
  name: string,
  owner: string,
  until: string,
  now: string,
): Promise<boolean> {
  const set = { owner: clip(owner, LIMITS.ref), until: instantOf(until) };
  const { numInsertedOrUpdatedRows = 0n } = await transaction
    .insertInto("leases")
    .values({ name: clip(name, LIMITS.ref), ...set })
    .onConflict((conflict) =>
      conflict
        .column("name")
        .doUpdateSet(set)
        .where((where) =>
          where.or([where("leases.owner", "=", set.owner), where("leases.until", "<=", instantOf(now))]),
        ),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}
