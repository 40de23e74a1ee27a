import type { BenchResult, CorpusResult, Figure, PeerResult } from "./figures.ts";
import { evaluateGoals } from "./goals.ts";
import { bytes, count, milliseconds, percent, times } from "./units.ts";

/** A result as Markdown: what was measured on which machine, an overview, a table for each corpus, the goals. */
export function tablesOf(result: BenchResult): string {
  const parts = [head(result)];
  if (result.corpora.length > 1) parts.push(`### Median question by size\n\n${overview(result.corpora)}`);
  for (const corpus of result.corpora) parts.push(`### ${titleOf(corpus)}\n\n${details(corpus, result.rounds)}`);
  if (result.corpora.some(({ source }) => source === "generated")) parts.push(`### Goals\n\n${goals(result)}`);
  return parts.join("\n\n");
}

function head({ machine, command, commit, date, seed }: BenchResult): string {
  const memory = `${(machine.memoryBytes / 2 ** 30).toFixed(0)} GiB`;
  return [
    `\`${command}\`, ${date}, commit ${commit === null ? "unknown" : `\`${commit}\``}, seed ${seed}.`,
    `Machine: ${machine.cpu}, ${machine.cores} cores, ${memory}, Node ${machine.node}, ${machine.os}.`,
  ].join("\n");
}

function titleOf({ source, sentences, articles }: CorpusResult): string {
  const from = source === "generated" ? "" : ` of ${source}`;
  return `${count(sentences)} sentences${from}, ${count(articles)} articles`;
}

function overview(corpora: readonly CorpusResult[]): string {
  const names = new Map(corpora.flatMap(({ peers }) => peers.map(({ name, title }) => [name, title] as const)));
  const rows = [...names].map(([name, title]) => {
    const medians = corpora.map(({ peers }) => peers.find((peer) => peer.name === name)?.query);
    const [before, after] = medians.slice(-2);
    const grown =
      before?.status === "measured" && after?.status === "measured" ? times(after.value.p50 / before.value.p50) : "-";
    const cells = medians.map((figure) => cell(figure, ({ p50 }) => milliseconds(p50)));
    return [title].concat(cells, grown);
  });
  const sizes = corpora.map(({ sentences }) => count(sentences));
  return table(["engine", ...sizes, "growth, last two"], rows);
}

const COLUMNS: readonly {
  readonly title: string;
  readonly of: (peer: PeerResult, expectedSamples: number) => string;
}[] = [
  { title: "engine", of: ({ title, version }) => (version === null ? title : `${title} ${version}`) },
  { title: "p50", of: ({ query }) => cell(query, ({ p50 }) => milliseconds(p50)) },
  { title: "p99", of: ({ query }) => quiet(query, ({ p99 }) => milliseconds(p99)) },
  {
    title: "questions a second",
    of: ({ query }, expected) =>
      quiet(query, ({ perSecond, samples }) =>
        samples < expected ? `${count(perSecond)} (of ${count(samples)} only)` : count(perSecond),
      ),
  },
  {
    title: "with slips, p50 / p99",
    of: ({ query, fuzzy }) =>
      query.status === "failed" ? "-" : cell(fuzzy, ({ p50, p99 }) => `${milliseconds(p50)} / ${milliseconds(p99)}`),
  },
  { title: "build", of: ({ build }) => quiet(build, ({ ms }) => milliseconds(ms)) },
  { title: "memory: peak", of: ({ memory }) => quiet(memory, ({ peakBytes }) => bytes(peakBytes)) },
  { title: "memory: built", of: ({ memory }) => quiet(memory, ({ residentBytes }) => bytes(residentBytes)) },
  { title: "on disk", of: ({ build, disk }) => after(build, disk, (value) => bytes(value.bytes)) },
  {
    title: "start; memory then",
    of: ({ disk, coldStart }) =>
      after(disk, coldStart, ({ ms, residentBytes }) => `${milliseconds(ms)}; ${bytes(residentBytes)}`),
  },
  {
    title: "add an article; slowest question meanwhile",
    of: ({ build, add }) =>
      after(build, add, ({ medianMs, slowestQueryMs }) => `${milliseconds(medianMs)}; ${milliseconds(slowestQueryMs)}`),
  },
  { title: "same ten as textbook", of: ({ overlap }) => (overlap === null ? "-" : percent(overlap)) },
];

function details({ peers, questions }: CorpusResult, rounds: number): string {
  return table(
    COLUMNS.map(({ title }) => title),
    peers.map((peer) => COLUMNS.map((column) => column.of(peer, questions * rounds))),
  );
}

function goals(result: BenchResult): string {
  const rows = evaluateGoals(result).map(({ goal, measured, met }) => [
    goal,
    measured,
    met === null ? "-" : met ? "met" : "**not met**",
  ]);
  return table(["goal", "measured", ""], rows);
}

function cell<T>(figure: Figure<T> | undefined, show: (value: T) => string): string {
  if (figure?.status === "measured") return show(figure.value);
  return figure?.status === "failed" ? `fails: ${figure.reason}` : "-";
}

/** A cell beside one that tells the reason already. */
function quiet<T>(figure: Figure<T>, show: (value: T) => string): string {
  return figure.status === "measured" ? show(figure.value) : "-";
}

/** A cell for a step that comes after another: the reason of a failure is told at the first that failed. */
function after<T, U>(earlier: Figure<T>, figure: Figure<U>, show: (value: U) => string): string {
  return earlier.status === "failed" ? "-" : cell(figure, show);
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeCell).join(" | ")} |`;
  const rule = `| ${titles.map((_, column) => (column === 0 ? "---" : "--:")).join(" | ")} |`;
  return [line(titles), rule, ...rows.map((row) => line(row))].join("\n");
}

/** An engine's error message is whatever it is; it must not break the table. */
function escapeCell(text: string): string {
  return text
    .replaceAll(/[\n\r]+/gu, " ")
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;");
}
