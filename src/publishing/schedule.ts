import { Cron } from "croner";
import type { DigestPlan } from "../domain/digest-plan.ts";

/** The days and the hour of a digest. */
export type Times = Pick<DigestPlan, "days" | "hour" | "timeZone">;

/**
 * The first time due after an instant. On a day whose clocks leave the hour out it is the moment at which they jump, on one
 * that has it twice it is the first of the two.
 *
 * @returns null where the time zone is none
 */
export function nextDue(times: Times, after: Date): Date | null {
  try {
    return clockOf(times).nextRun(after);
  } catch {
    // It stands in the store: another version of Node may have known the zone.
    return null;
  }
}

/** The last time due after `from` and not after `until`; null where there was none. */
export function lastDue(times: Times, from: Date, until: Date): Date | null {
  let last: Date | null = null;
  let due = nextDue(times, from);
  while (due !== null && due.getTime() <= until.getTime()) {
    last = due;
    due = nextDue(times, due);
  }
  return last;
}

function clockOf({ days, hour, timeZone }: Times): Cron {
  return new Cron(`0 0 ${hour} * * ${days.join(",")}`, { timezone: timeZone, paused: true });
}
