/**
 * The IANA time zone that was typed, as it is written: "Europe/Tirane" for "europe/tirane".
 *
 * @returns null where there is none of that name. Offsets ("+02:00") are none: they know no summer.
 */
export function readTimeZone(typed: string): string | null {
  const name = typed.trim().replaceAll(/\s+/gu, "_");
  if (!/^[A-Za-z]/u.test(name)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
