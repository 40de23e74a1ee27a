import { count, milliseconds } from "../../bench/report/units.ts";
import type { EvalResult, SetFigures, SystemFigures } from "./figures.ts";
import { markdownTable } from "./markdown-table.ts";

type Estimate = SystemFigures["success1"];

/**
 * Results as Markdown: the sets side by side, then for each how well sentences are found, how honest the silence is, and
 * both by kind, below the run that it comes from.
 */
export function tablesOf(results: readonly EvalResult[]): string {
  const details = results.flatMap((result) => result.sets.flatMap((set) => setTables(set, result)));
  return [...overview(results.flatMap(({ sets }) => sets)), ...details].join("\n\n");
}

/** The figures that matter most, sets side by side. None where there is but one. */
function overview(sets: readonly SetFigures[]): readonly string[] {
  if (sets.length < 2) return [];
  const systems = sets[0]?.systems ?? [];
  const tableOf = (title: string, of: (system: SystemFigures) => string): string =>
    markdownTable(
      [title, ...sets.map(({ name }) => name)],
      systems.map((row) =>
        [row.title].concat(
          sets.map((set) => set.systems.flatMap((system) => (system.name === row.name ? of(system) : [])).join("")),
        ),
      ),
    );
  return [
    tableOf("success@1", ({ success1 }) => interval(success1)),
    tableOf("MRR@10", ({ mrr10 }) => interval(mrr10)),
    tableOf("AUROC answerable", ({ auroc }) => interval(auroc.answerable)),
  ];
}

function setTables(set: SetFigures, { date, commit, command, node }: EvalResult): readonly string[] {
  const run = `\`${command}\`, ${date}, commit ${commit === null ? "unknown" : `\`${commit}\``}, Node ${node}.`;
  const { name, articles, sentences, questions, available, unanswerable } = set;
  const asked = questions === available ? count(questions) : `${count(questions)} of ${count(available)}`;
  return [
    `### ${name}`,
    `${count(articles)} articles, ${count(sentences)} sentences; ${asked} questions, ${count(unanswerable)} of them unanswerable. ${run}`,
    findingTable(set),
    silenceTable(set),
    ...(["type", "style", "miss"] as const).flatMap((kind) => groupTable(set, kind)),
  ];
}

function findingTable({ systems }: SetFigures): string {
  const hasCandidates = systems.some(({ candidates }) => candidates !== null);
  const header = [
    "finding",
    "success@1",
    "success@3",
    "MRR@10",
    ...(hasCandidates ? ["MAP", "MRR, candidates"] : []),
    "a question, median; p99",
  ];
  return markdownTable(
    header,
    systems.map(({ title, success1, success3, mrr10, candidates, latency }) => [
      title,
      interval(success1),
      figure(success3),
      interval(mrr10),
      ...(hasCandidates ? [figure(candidates?.map ?? null), figure(candidates?.mrr ?? null)] : []),
      latency === null ? "-" : `${milliseconds(latency.p50)}; ${milliseconds(latency.p99)}`,
    ]),
  );
}

function silenceTable({ systems }: SetFigures): string {
  return markdownTable(
    [
      "silence",
      "AUROC answerable",
      "near misses",
      "off-topic",
      "AUROC first right",
      "precision",
      "recall",
      "silent when it should be",
      "precision at 50 %",
      "at 80 %",
      "Brier",
      "ECE",
    ],
    systems.map(({ title, auroc, answering, precisionAt, calibration }) => [
      title,
      interval(auroc.answerable),
      figure(auroc.nearMisses),
      figure(auroc.offTopic),
      figure(auroc.firstRight),
      figure(answering?.precision ?? null),
      figure(answering?.recall ?? null),
      figure(answering?.silence ?? null),
      figure(precisionAt.half),
      figure(precisionAt.fourFifths),
      figure(calibration?.brier ?? null),
      figure(calibration?.expectedError ?? null),
    ]),
  );
}

/** Footnote's figures by kind, with the others' first places beside them. None where all questions are of one kind. */
function groupTable({ systems }: SetFigures, kind: keyof SystemFigures["groups"]): readonly string[] {
  const [first, ...others] = systems;
  const groups = first?.groups[kind] ?? [];
  if (first === undefined || groups.length < 2) return [];
  const theirs = (name: string): readonly string[] =>
    others.map((other) => figure(other.groups[kind].find((group) => group.name === name)?.success1 ?? null));
  const table = markdownTable(
    [
      `by ${kind}`,
      "questions",
      `${first.title}: success@1`,
      "success@3",
      "MRR@10",
      "silent when it should be",
      ...others.map(({ title }) => `${title}: success@1`),
    ],
    groups.map((group) =>
      [
        group.name,
        count(group.questions),
        figure(group.success1),
        figure(group.success3),
        figure(group.mrr10),
        figure(group.silence),
      ].concat(theirs(group.name)),
    ),
  );
  return [table];
}

/** Three decimals without the zero before: `.571`. */
function figure(value: number | null): string {
  return value === null ? "-" : value.toFixed(3).replace(/^0\./u, ".");
}

function interval(estimate: Estimate): string {
  if (estimate === null) return "-";
  return `${figure(estimate.value)} (${figure(estimate.low)}–${figure(estimate.high)})`;
}
