import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { projectRoot } from "../../src/app/project-root.ts";
import { replaceFile } from "../../src/corpus/write-atomically.ts";
import type { Judgement } from "../judge/judgement.ts";
import { baselineOf } from "../report/baseline.ts";
import { EVAL_RESULT, type EvalResult, type SetFigures } from "../report/figures.ts";
import { withTables } from "../../bench/report/readme.ts";
import { reliabilityPicture } from "../report/reliability-picture.ts";
import { tablesOf } from "../report/tables.ts";
import type { MeasuredSet } from "./measure-set.ts";
import { OWN_SET } from "./question-set.ts";
import { InputError } from "./read-questions.ts";

/** In the folder `eval`. */
export const BASELINE_FILE = "baseline.json";

/** Where what is kept of a run lies. */
export function evalFolder(): string {
  return join(projectRoot(), "eval");
}

/**
 * Writes all that was measured, question by question.
 *
 * @throws InputError where the file cannot be written
 */
export async function writeAll(file: string, result: EvalResult, measured: readonly MeasuredSet[]): Promise<void> {
  const sets = measured.map(({ figures, judgements, misses }) => ({
    ...figures,
    misses,
    judgements: Object.fromEntries(judgements),
  }));
  await writeFile(file, json({ ...result, sets })).catch((error: unknown) => {
    throw new InputError(`${file}: cannot be written (${error instanceof Error ? error.message : String(error)})`);
  });
}

/**
 * Keeps the figures, a file for each set, and writes tables and picture of all that are kept into the folder's README.
 * Texts of questions and articles are not among them: many sets may be used and not passed on.
 */
export async function publish(folder: string, result: EvalResult): Promise<void> {
  const kept = join(folder, "results");
  await mkdir(kept, { recursive: true });
  for (const set of result.sets) {
    await replace(join(kept, `${fileName(set)}.json`), json({ ...result, sets: [set] }));
  }
  const results = await readResults(kept);
  await replace(join(folder, "reliability.svg"), reliabilityPicture(panelsOf(results)));
  const readme = join(folder, "README.md");
  await replace(
    readme,
    await formatted(readme, withTables(await readFile(readme, "utf8"), tablesOf(results), "npm run eval -- --write")),
  );
}

/** What is kept, the project's own set first. */
async function readResults(folder: string): Promise<readonly EvalResult[]> {
  const own = `${OWN_SET}.json`;
  const files = (await readdir(folder)).filter((name) => name.endsWith(".json")).toSorted();
  const ordered = [...files.filter((name) => name === own), ...files.filter((name) => name !== own)];
  return Promise.all(
    ordered.map(async (name) => EVAL_RESULT.parse(JSON.parse(await readFile(join(folder, name), "utf8")))),
  );
}

/** Keeps Footnote's figures as what tests compare with. */
export async function writeBaseline(folder: string, { figures, judgements }: MeasuredSet): Promise<void> {
  const footnote = figures.systems.find(({ name }) => name === "footnote");
  const own: readonly Judgement[] = judgements.get("footnote") ?? [];
  if (footnote === undefined) return;
  const file = join(folder, BASELINE_FILE);
  await replace(file, await formatted(file, json(baselineOf(footnote, own))));
}

function panelsOf(results: readonly EvalResult[]): Parameters<typeof reliabilityPicture>[0] {
  const sets = results.flatMap((result) => result.sets);
  return sets.flatMap(({ name, systems }) =>
    systems.flatMap(({ title, calibration }) =>
      calibration === null
        ? []
        : { title: `${title}, ${name}`, bins: calibration.bins, expectedError: calibration.expectedError },
    ),
  );
}

function fileName({ name }: SetFigures): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-");
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** As `npm run format` would lay it out, so that writing a file leaves nothing to be done. */
async function formatted(file: string, text: string): Promise<string> {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

async function replace(file: string, text: string): Promise<void> {
  await replaceFile(file, [Buffer.from(text)]);
}
