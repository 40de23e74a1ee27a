import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { createProgress } from "../../bench/run/progress.ts";
import { projectRoot } from "../../src/app/project-root.ts";
import { EXIT_CODES } from "../../src/ops/exit-codes.ts";
import { readGiven } from "../given/read-given.ts";
import { InputError } from "../run/read-questions.ts";
import { type Collection, createCollector } from "./collection.ts";
import { type TimelineScores, meanScores, timelineScores, timelineTable } from "./figures.ts";
import { type TimelineOptions, parseTimelineOptions } from "./options.ts";
import { DATEWISE, MENTIONED, PUBLISHED } from "./systems/baselines.ts";
import { FOOTNOTE } from "./systems/footnote.ts";
import type { Budget, TimelineMaker } from "./systems/system.ts";
import { type DayTimeline, parseTimelineLine } from "./timeline-line.ts";

/** The exit code of a program that Ctrl-C ended: 128 and the signal's number. */
const INTERRUPTED = 130;
const SYSTEMS: readonly TimelineMaker[] = [FOOTNOTE, DATEWISE, MENTIONED, PUBLISHED];

/** The scores of all systems for one line of the file. */
interface Measured {
  readonly id: string;
  readonly scores: ReadonlyMap<string, TimelineScores>;
}

/** `npm run eval -- timelines FILE`: makes timelines of what a file holds by several means, and scores all alike. */
export async function measureTimelines(argv: readonly string[]): Promise<number> {
  const options = parseTimelineOptions(argv);
  const file = options.file === "own" ? join(projectRoot(), "eval", "timelines", "own.jsonl") : options.file;
  const cancel = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => cancel.abort());
  const measured: Measured[] = [];
  try {
    await measureInto(measured, file, options, cancel.signal);
  } catch (error) {
    if (!cancel.signal.aborted) throw error;
  }
  if (measured.length === 0 && !cancel.signal.aborted) throw new InputError(`${file}: there is nothing in it`);
  const systems = SYSTEMS.map(({ name, title }) => ({
    name,
    title,
    scores: measured.flatMap(({ scores }) => scores.get(name) ?? []),
  }));
  process.stdout.write(`${headline(basename(file), measured.length, options)}\n\n${timelineTable(systems)}\n`);
  if (options.json !== undefined) {
    const result = { format: 1, set: basename(file), ids: measured.map(({ id }) => id), systems };
    await writeFile(options.json, `${JSON.stringify(result, null, 2)}\n`).catch((error: unknown) => {
      throw new InputError(`${options.json ?? ""}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
  return cancel.signal.aborted ? INTERRUPTED : EXIT_CODES.ok;
}

/** Every line is given to all systems before the next, so that a run that is ended early compares them alike. */
async function measureInto(
  measured: Measured[],
  file: string,
  options: TimelineOptions,
  signal: AbortSignal,
): Promise<void> {
  const progress = createProgress(process.stderr);
  const collect = createCollector();
  for await (const { id, docs, references } of readGiven(file, parseTimelineLine, signal)) {
    if (measured.length >= (options.limit ?? Infinity)) break;
    const collection = await collect(docs, signal);
    measured.push({ id, scores: scoresOf(collection, references, options) });
    progress.show(`${String(measured.length)} measured`);
  }
  progress.end();
}

function scoresOf(
  collection: Collection,
  references: readonly DayTimeline[],
  options: TimelineOptions,
): ReadonlyMap<string, TimelineScores> {
  return new Map(
    SYSTEMS.map((system) => [
      system.name,
      meanScores(
        references.map((reference) =>
          timelineScores(system.make(collection, budgetFor(reference, options)), reference),
        ),
      ),
    ]),
  );
}

/** As Gholipour Ghalandari and Ifrim (2020): every system is told how many days the reference has, and how long they are. */
function budgetFor(reference: DayTimeline, { dates, sentences }: TimelineOptions): Budget {
  const told = [...reference.values()].reduce((sum, one) => sum + one.length, 0);
  return {
    dates: dates ?? reference.size,
    sentences: sentences ?? Math.max(1, Math.round(told / Math.max(1, reference.size))),
  };
}

function headline(file: string, measured: number, { dates, sentences }: TimelineOptions): string {
  const length = [
    dates === undefined ? "as many days as the reference" : `${String(dates)} days`,
    sentences === undefined ? "its mean of sentences for a day" : `${String(sentences)} sentences for a day`,
  ].join(", ");
  return `${file}: ${String(measured)} timelines, ${length}; Porter stems in small letters, the mean over references, 95 % intervals.`;
}
