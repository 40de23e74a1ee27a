import { type Estimate, estimate } from "../metrics/bootstrap.ts";
import { markdownTable } from "../report/markdown-table.ts";
import { MEASURES, type Measure, type Scores } from "./score.ts";

const TITLES: Readonly<Record<Measure, string>> = { rouge1: "ROUGE-1", rouge2: "ROUGE-2", rougeL: "ROUGE-L" };
const FIELDS = ["f1", "precision", "recall"] as const;

/** Means over all clusters, in per cent. */
export interface SystemFigures {
  readonly name: string;
  readonly title: string;
  readonly measures: Readonly<Record<Measure, Readonly<Record<(typeof FIELDS)[number], Estimate | null>>>>;
}

/** What the scores of one system come to, with 95 % intervals. */
export function figuresOf(name: string, title: string, scores: readonly Scores[]): SystemFigures {
  const of = (measure: Measure): SystemFigures["measures"][Measure] => {
    const field = (key: (typeof FIELDS)[number]): Estimate | null =>
      estimate(scores.length, (weights) =>
        mean(
          scores.map((one) => 100 * one[measure][key]),
          weights,
        ),
      );
    return { f1: field("f1"), precision: field("precision"), recall: field("recall") };
  };
  return { name, title, measures: { rouge1: of("rouge1"), rouge2: of("rouge2"), rougeL: of("rougeL") } };
}

function mean(values: readonly number[], weights: (place: number) => number = () => 1): number | null {
  let [sum, count] = [0, 0];
  for (const [place, value] of values.entries()) {
    sum += weights(place) * value;
    count += weights(place);
  }
  return count === 0 ? null : sum / count;
}

/** One table with F1 and its intervals, one with precision and recall. */
export function summaryTables(systems: readonly SystemFigures[]): string {
  const f1 = markdownTable(
    ["F1, per cent", ...MEASURES.map((measure) => TITLES[measure])],
    systems.map(({ title, measures }) => [title].concat(MEASURES.map((measure) => interval(measures[measure].f1)))),
  );
  const parts = markdownTable(
    ["precision / recall", ...MEASURES.map((measure) => TITLES[measure])],
    systems.map(({ title, measures }) =>
      [title].concat(
        MEASURES.map((measure) => `${figure(measures[measure].precision)} / ${figure(measures[measure].recall)}`),
      ),
    ),
  );
  return `${f1}\n\n${parts}`;
}

function figure(one: Estimate | null): string {
  return one === null ? "-" : one.value.toFixed(1);
}

function interval(one: Estimate | null): string {
  return one === null ? "-" : `${one.value.toFixed(1)} (${one.low.toFixed(1)}–${one.high.toFixed(1)})`;
}
