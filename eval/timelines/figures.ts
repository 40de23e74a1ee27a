import { type Estimate, estimate } from "../metrics/bootstrap.ts";
import { markdownTable } from "../report/markdown-table.ts";
import { type Scores, dateScores } from "./date-scores.ts";
import type { DayTimeline } from "./timeline-line.ts";
import { alignedRouge, concatRouge } from "./timeline-rouge.ts";

/** What is measured, with the heading it has in tables. */
export const MEASURES = {
  dates: "date F1",
  aligned1: "AR1-F",
  aligned2: "AR2-F",
  concat1: "concat R1-F",
  concat2: "concat R2-F",
} as const;
const NAMES = [
  "dates",
  "aligned1",
  "aligned2",
  "concat1",
  "concat2",
] as const satisfies readonly (keyof typeof MEASURES)[];
const FIELDS = ["f1", "precision", "recall"] as const;

export type TimelineScores = Readonly<Record<keyof typeof MEASURES, Scores>>;

export function timelineScores(told: DayTimeline, reference: DayTimeline): TimelineScores {
  return {
    dates: dateScores(told, reference),
    aligned1: alignedRouge(told, reference, 1),
    aligned2: alignedRouge(told, reference, 2),
    concat1: concatRouge(told, reference, 1),
    concat2: concatRouge(told, reference, 2),
  };
}

/** The mean over the references of one task. */
export function meanScores(all: readonly TimelineScores[]): TimelineScores {
  const mean = (name: keyof typeof MEASURES): Scores => {
    const field = (key: (typeof FIELDS)[number]): number =>
      all.reduce((sum, one) => sum + one[name][key], 0) / Math.max(1, all.length);
    return { f1: field("f1"), precision: field("precision"), recall: field("recall") };
  };
  return {
    dates: mean("dates"),
    aligned1: mean("aligned1"),
    aligned2: mean("aligned2"),
    concat1: mean("concat1"),
    concat2: mean("concat2"),
  };
}

/** One row a system: means over all tasks, 0 to 1, of F1 with 95 % intervals, and precision and recall of days. */
export function timelineTable(
  systems: readonly { readonly title: string; readonly scores: readonly TimelineScores[] }[],
): string {
  return markdownTable(
    ["", ...NAMES.map((name) => MEASURES[name]), "date precision / recall"],
    systems.map(({ title, scores }) => [
      title,
      ...NAMES.map((name) => interval(meanOf(scores, (one) => one[name].f1))),
      `${figure(meanOf(scores, ({ dates }) => dates.precision))} / ${figure(meanOf(scores, ({ dates }) => dates.recall))}`,
    ]),
  );
}

function meanOf(scores: readonly TimelineScores[], valueOf: (one: TimelineScores) => number): Estimate | null {
  return estimate(scores.length, (weights = () => 1) => {
    let [sum, count] = [0, 0];
    for (const [place, one] of scores.entries()) {
      sum += weights(place) * valueOf(one);
      count += weights(place);
    }
    return count === 0 ? null : sum / count;
  });
}

function figure(one: Estimate | null): string {
  return one === null ? "-" : withoutZero(one.value);
}

function interval(one: Estimate | null): string {
  return one === null ? "-" : `${withoutZero(one.value)} (${withoutZero(one.low)}–${withoutZero(one.high)})`;
}

/** As the literature writes them: ".544". */
function withoutZero(value: number): string {
  return value.toFixed(3).replace(/^0/u, "");
}
