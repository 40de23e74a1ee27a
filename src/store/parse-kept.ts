import type { z } from "zod";

/** Reads JSON as it was kept. @throws Error without quoting it, where it is damaged */
export function parseKept<T>(schema: z.ZodType<T>, kept: string, what: string): T {
  try {
    return schema.parse(JSON.parse(kept));
  } catch {
    throw new Error(`${what} in the database is damaged`);
  }
}

/** What can be read of some rows: one that is damaged does not hide the others. */
export function readable<Row, T>(rows: readonly Row[], read: (row: Row) => T): readonly T[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch {
      return [];
    }
  });
}
