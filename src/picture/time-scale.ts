/** Places days on a line of pixels. Days are counted from 1970-01-01. */
export interface TimeScale {
  readonly firstDay: number;
  /** The day after the last. */
  readonly endDay: number;
  /** Where a day begins, in pixels. */
  readonly xOf: (day: number) => number;
}

const DAY_MS = 86_400_000;
/** A shorter line would make a day as wide as a hand. */
const FEWEST_DAYS = 7;

/** The number of a day. @param date `YYYY-MM-DD` @throws RangeError for what is no day */
export function dayNumber(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError("a day that there is not");
  return at / DAY_MS;
}

export function dateOfDay(day: number): Date {
  return new Date(day * DAY_MS);
}

/** The line that holds all of some stretches of time, both days of each counted in. */
export function timeScale(
  stretches: readonly { readonly from: string; readonly to: string }[],
  left: number,
  right: number,
): TimeScale {
  const first = Math.min(...stretches.map(({ from }) => dayNumber(from)));
  const end = Math.max(...stretches.map(({ to }) => dayNumber(to))) + 1;
  const lacking = Math.max(0, FEWEST_DAYS - (end - first));
  const firstDay = first - Math.floor(lacking / 2);
  const endDay = end + Math.ceil(lacking / 2);
  const perDay = (right - left) / (endDay - firstDay);
  return { firstDay, endDay, xOf: (day) => left + (day - firstDay) * perDay };
}
