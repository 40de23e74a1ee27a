const HOUR_MS = 3_600_000;
const NOON = 12;
const DAY = /^\d{4}-\d\d-\d\d$/u;

/**
 * A day as Discord's timestamp, which clients show in their reader's language and time zone. It stands for noon where the
 * event is, so that it is the same day nearly everywhere.
 *
 * @param day `YYYY-MM-DD`; of anything else comes null
 * @param timeZone IANA; one that is not known counts as UTC
 */
export function dayTimestamp(day: string, timeZone: string): string | null {
  const noon = DAY.test(day) ? Date.parse(`${day}T${NOON}:00:00Z`) : Number.NaN;
  if (Number.isNaN(noon)) return null;
  const seconds = Math.round((noon - offsetAt(noon, timeZone)) / 1_000);
  return `<t:${String(seconds)}:D>`;
}

/** How far clocks are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  try {
    const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", day: "2-digit" });
    const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const hours = (parts.get("hour") ?? NOON) + (parts.get("minute") ?? 0) / 60;
    // Beyond half a day ahead of noon the date there is another one.
    const daysAhead = parts.get("day") === new Date(instant).getUTCDate() ? 0 : 1;
    return (hours - NOON + daysAhead * 24) * HOUR_MS;
  } catch {
    return 0;
  }
}
