/** `npm run eval`: asks the questions of one or more sets, and tells how well they were answered; or measures retelling. */
import { basename } from "node:path";
import { commitOf } from "../../bench/run/machine.ts";
import { createProgress } from "../../bench/run/progress.ts";
import { projectRoot } from "../../src/app/project-root.ts";
import { EXIT_CODES } from "../../src/ops/exit-codes.ts";
import type { EvalResult } from "../report/figures.ts";
import { missText } from "../report/miss-text.ts";
import { tablesOf } from "../report/tables.ts";
import { measureSummaries } from "../summaries/measure-summaries.ts";
import { SYSTEM_NAMES } from "../systems/roster.ts";
import { measureTimelines } from "../timelines/measure-timelines.ts";
import { type MeasuredSet, measureSet } from "./measure-set.ts";
import { type EvalOptions, parseOptions } from "./options.ts";
import { evalFolder, publish, writeAll, writeBaseline } from "./output.ts";
import { findSet } from "./question-set.ts";
import { InputError } from "./read-questions.ts";

/** The exit code of a program that Ctrl-C ended: 128 and the signal's number. */
const INTERRUPTED = 130;
/** The worst misses of each kind that `--json` holds. */
const KEPT_MISSES = 50;

async function measureAll(options: EvalOptions, signal: AbortSignal): Promise<readonly MeasuredSet[]> {
  const progress = createProgress(process.stderr);
  const sets = await Promise.all(options.set.map((path) => findSet(path, options.corpus)));
  const measured: MeasuredSet[] = [];
  for (const set of sets) {
    if (signal.aborted) break;
    const one = await measureSet(set, {
      systems: options.only,
      sentenceModel: options.sentenceModel ?? null,
      parts: options.parts,
      sample: options.sample ?? null,
      misses: Math.max(KEPT_MISSES, options.misses),
      onProgress: (message) => progress.show(message),
      tell: (line) => {
        progress.end();
        process.stderr.write(`${line}\n`);
      },
      signal,
    });
    if (one.figures.questions > 0) measured.push(one);
    for (const { title, inconsistent } of one.figures.systems) {
      if (inconsistent.length > 0)
        process.stderr.write(`${title} answers and searches differently: ${inconsistent.join(", ")}\n`);
    }
  }
  progress.end();
  return measured;
}

/** Where figures come from, taken before they are measured: a run takes minutes, and the files may change meanwhile. */
function runOf(options: EvalOptions): Omit<EvalResult, "sets"> {
  return {
    format: 1,
    date: new Date().toISOString().slice(0, 10),
    commit: commitOf(projectRoot()),
    command: commandOf(options),
    node: process.versions.node,
  };
}

/** The command that gives the same figures, without where things lie on this machine. */
function commandOf({ set, sample, only, sentenceModel, parts }: EvalOptions): string {
  const words = [
    ...set.map((path) => `--set ${basename(path)}`),
    ...(sample === undefined ? [] : [`--sample ${String(sample)}`]),
    ...(sentenceModel === undefined ? [] : [`--sentence-model ${sentenceModel}`]),
    ...(parts ? ["--parts"] : []),
    ...(only.length === SYSTEM_NAMES.length ? [] : [`--only ${only.join(",")}`]),
  ];
  return `npm run eval -- ${words.join(" ")}`;
}

/** What cannot be done as asked, told before anything is measured. */
function objectionTo({ updateBaseline, set, sample, only }: EvalOptions): string | null {
  if (!updateBaseline) return null;
  const fits = set.join() === "own" && sample === undefined && only.includes("footnote");
  return fits ? null : "--update-baseline is of Footnote on the whole own set: leave out --set and --sample.";
}

async function measureQuestions(argv: readonly string[]): Promise<number> {
  const options = parseOptions(argv);
  const cancel = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => cancel.abort());
  const objection = objectionTo(options);
  if (objection !== null) throw new InputError(objection);
  const run = runOf(options);
  const measured = await measureAll(options, cancel.signal);
  const result = { ...run, sets: measured.map(({ figures }) => figures) };
  process.stdout.write(`${tablesOf([result])}\n`);
  for (const { misses, figures } of options.misses === 0 ? [] : measured) {
    process.stdout.write(`\n${figures.name}\n\n${missText(misses, options.misses)}\n`);
  }
  if (options.json !== undefined) await writeAll(options.json, result, measured);
  if (cancel.signal.aborted) {
    process.stderr.write("Ended early: the figures are of the questions asked so far, and eval/ stays as it was.\n");
    return INTERRUPTED;
  }
  if (options.write) await publish(evalFolder(), result);
  const [own] = measured;
  if (options.updateBaseline && own !== undefined) await writeBaseline(evalFolder(), own);
  return EXIT_CODES.ok;
}

/** What is measured, by the first word of the command line; questions where it is none of these. */
const MEASURES: ReadonlyMap<string, (argv: readonly string[]) => Promise<number>> = new Map([
  ["summaries", measureSummaries],
  ["timelines", measureTimelines],
]);

async function main(argv: readonly string[]): Promise<number> {
  const [first = "", ...others] = argv;
  const measure = MEASURES.get(first);
  try {
    return await (measure === undefined ? measureQuestions(argv) : measure(others));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return EXIT_CODES.usage;
  }
}

process.exitCode = await main(process.argv.slice(2));
