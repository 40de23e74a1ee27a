import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { setImmediate as tick } from "node:timers/promises";
import { createProgress } from "../../bench/run/progress.ts";
import { projectRoot } from "../../src/app/project-root.ts";
import type { Budget } from "../../src/digest/summary/choose.ts";
import { EXIT_CODES } from "../../src/ops/exit-codes.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { rougeWords } from "../metrics/rouge.ts";
import { InputError } from "../run/read-questions.ts";
import { type Cluster, parseClusterLine } from "./cluster-line.ts";
import { documentsOf } from "../given/document.ts";
import { readGiven } from "../given/read-given.ts";
import { figuresOf, summaryTables } from "./figures.ts";
import { type SummaryOptions, parseSummaryOptions } from "./options.ts";
import { type Reference, type Scores, scoresOf, withinBudget, wordsOf } from "./score.ts";
import { footnoteSummariser } from "./systems/footnote.ts";
import { FIRST_K, LEAD_3 } from "./systems/leads.ts";
import { LEX_RANK } from "./systems/lex-rank.ts";
import type { Summariser } from "./systems/system.ts";
import { TEXT_RANK } from "./systems/text-rank.ts";

/** The exit code of a program that Ctrl-C ended: 128 and the signal's number. */
const INTERRUPTED = 130;

/** `npm run eval -- summaries FILE`: summarises what a file holds by several means, and scores all alike. */
export async function measureSummaries(argv: readonly string[]): Promise<number> {
  const options = parseSummaryOptions(argv);
  const file = options.file === "own" ? join(projectRoot(), "eval", "summaries", "own.jsonl") : options.file;
  const cancel = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => cancel.abort());
  const clusters = await readClusters(file, options.limit ?? Infinity, cancel.signal);
  const budget = budgetOf(options, clusters);
  const footnote = footnoteSummariser(new AbortController().signal);
  const systems = [footnote, LEAD_3, FIRST_K, TEXT_RANK, LEX_RANK];
  const scores = await scoreAll(clusters, systems, budget, cancel.signal);
  const figures = systems.map(({ name, title }) => figuresOf(name, title, scores.get(name) ?? []));
  const measured = scores.get(footnote.name)?.length ?? 0;
  process.stdout.write(`${headline(basename(file), measured, budget)}\n\n${summaryTables(figures)}\n`);
  if (options.json !== undefined) {
    const ids = clusters.slice(0, measured).map(({ id }) => id);
    const result = {
      format: 1,
      set: basename(file),
      budget,
      ids,
      systems: figures,
      scores: Object.fromEntries(scores),
    };
    await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`).catch((error: unknown) => {
      throw new InputError(`${options.json ?? ""}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
  return cancel.signal.aborted ? INTERRUPTED : EXIT_CODES.ok;
}

async function readClusters(file: string, limit: number, signal: AbortSignal): Promise<readonly Cluster[]> {
  const clusters: Cluster[] = [];
  for await (const cluster of readGiven(file, parseClusterLine, signal)) {
    clusters.push(cluster);
    if (clusters.length >= limit) break;
  }
  if (clusters.length === 0) throw new InputError(`${file}: there is nothing in it`);
  return clusters;
}

/** Every cluster is given to all systems before the next, so that a run that is ended early compares them alike. */
async function scoreAll(
  clusters: readonly Cluster[],
  systems: readonly Summariser[],
  budget: Budget,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly Scores[]>> {
  const progress = createProgress(process.stderr);
  const scores = new Map(systems.map(({ name }) => [name, new Array<Scores>()]));
  for (const [place, { docs, references }] of clusters.entries()) {
    if (signal.aborted) break;
    const documents = documentsOf(docs);
    const wanted = references.map((reference) => referenceOf(reference));
    for (const system of systems) {
      const summary = withinBudget(await system.summarise(documents, budget), budget);
      scores.get(system.name)?.push(scoresOf(summary, wanted));
    }
    progress.show(`${String(place + 1)} of ${String(clusters.length)} summarised`);
    await tick();
  }
  progress.end();
  return scores;
}

function referenceOf(reference: string | readonly string[]): Reference {
  const sentences =
    typeof reference === "string"
      ? splitSentences(reference).map(({ start, end }) => reference.slice(start, end))
      : reference;
  return sentences.map((sentence) => rougeWords(sentence));
}

/** As asked for; else as many words as the references have in the mean. */
function budgetOf({ words, sentences }: SummaryOptions, clusters: readonly Cluster[]): Budget {
  if (sentences !== undefined) return { sentences };
  if (words !== undefined) return { words };
  const lengths = clusters.flatMap(({ references }) =>
    references.map((one) => wordsOf(typeof one === "string" ? one : one.join(" ")).length),
  );
  return { words: Math.max(1, Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length)) };
}

function headline(file: string, measured: number, budget: Budget): string {
  const length =
    "words" in budget
      ? `the first ${String(budget.words)} words of every summary`
      : `${String(budget.sentences)} sentences of every summary`;
  return `${file}: ${String(measured)} sets of documents, ${length}; Porter stems in small letters, the mean over references, 95 % intervals.`;
}
