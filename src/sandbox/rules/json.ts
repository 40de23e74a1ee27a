export type Path = readonly (string | number)[];

/** Whether a parsed JSON value is an object, so that its keys can be read as unknown values. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as a list; anything else reads as an empty one, because the published description reports it already. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Length of a text; anything else has none. */
export function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}

/** @returns a copy of the object with one key set. */
export function withKey(
  record: Readonly<Record<string, unknown>>,
  key: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  return { ...record, [key]: value };
}

/** Whether a value is given at all: Discord reads null as not given. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
