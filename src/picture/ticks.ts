import { evenMonths } from "./locale.ts";
import { type TimeScale, dateOfDay } from "./time-scale.ts";

export interface Tick {
  /** Where the day, month or year begins, in pixels. */
  readonly x: number;
  /** Middle of the label, which keeps within the picture. */
  readonly labelX: number;
  readonly label: string;
}

interface Step {
  readonly unit: "day" | "month" | "year";
  readonly every: number;
}

/** From fine to coarse. */
const STEPS: readonly Step[] = [
  ...[1, 2, 7, 14].map((every) => ({ unit: "day", every }) as const),
  ...[1, 2, 3, 6].map((every) => ({ unit: "month", every }) as const),
  ...[1, 2, 5, 10, 20, 50, 100, 500, 2_000].map((every) => ({ unit: "year", every }) as const),
];
const MOST_TICKS = 6;
const DAY_MS = 86_400_000;

/** What labels take. */
export interface LabelRoom {
  /** BCP 47 */
  readonly locale: string;
  /** Width of a label, in pixels. */
  readonly widthOf: (label: string) => number;
  /** Pixels between two labels, at least. */
  readonly gap: number;
  readonly left: number;
  readonly right: number;
}

/** Marks of the axis: as fine as their labels have room side by side. */
export function ticksOf(scale: TimeScale, room: LabelRoom): readonly Tick[] {
  for (const step of STEPS) {
    const days = tickDays(scale, step);
    if (days === null) continue;
    const write = formatOf(scale, step, room.locale);
    const ticks = days.map((day) => tickAt(scale.xOf(day), write(dateOfDay(day)), room));
    if (ticks.length > 0 && areApart(ticks, room)) return ticks;
  }
  return [];
}

/** Days on which something begins; null for more than an axis bears. */
function tickDays({ firstDay, endDay }: TimeScale, { unit, every }: Step): readonly number[] | null {
  const first = dateOfDay(firstDay);
  const days: number[] = [];
  for (let count = 0; ; count += every) {
    const at = beginningOf(first, unit, every, count);
    const day = at.getTime() / DAY_MS;
    if (!(day < endDay)) return days;
    if (day < firstDay) continue;
    days.push(day);
    if (days.length > MOST_TICKS) return null;
  }
}

function beginningOf(first: Date, unit: Step["unit"], every: number, count: number): Date {
  const at = new Date(0);
  const [year, month, day] = [first.getUTCFullYear(), first.getUTCMonth(), first.getUTCDate()];
  switch (unit) {
    case "day":
      at.setUTCFullYear(year, month, day + count);
      break;
    case "month":
      at.setUTCFullYear(year, Math.floor(month / every) * every + count, 1);
      break;
    case "year":
      at.setUTCFullYear(Math.floor(year / every) * every + count, 0, 1);
  }
  return at;
}

function formatOf({ firstDay, endDay }: TimeScale, { unit }: Step, locale: string): (date: Date) => string {
  const oneYear = dateOfDay(firstDay).getUTCFullYear() === dateOfDay(endDay - 1).getUTCFullYear();
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    ...(unit === "day" ? { day: "numeric" } : {}),
    ...(unit === "year" ? {} : { month: "short" }),
    ...(unit === "year" || (unit === "month" && !oneYear) ? { year: "numeric" } : {}),
  });
  return (date) => evenMonths(format.format(date), locale);
}

function tickAt(x: number, label: string, { widthOf, left, right }: LabelRoom): Tick {
  const half = widthOf(label) / 2;
  return { x, label, labelX: Math.min(Math.max(x, left + half), right - half) };
}

function areApart(ticks: readonly Tick[], { widthOf, gap }: LabelRoom): boolean {
  return ticks.every((tick, place) => {
    const before = ticks[place - 1];
    if (before === undefined) return true;
    return tick.labelX - before.labelX >= (widthOf(tick.label) + widthOf(before.label)) / 2 + gap;
  });
}
