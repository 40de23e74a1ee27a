import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { projectRoot } from "../../src/app/project-root.ts";
import { replaceFile } from "../../src/corpus/write-atomically.ts";
import type { Judgement } from "../judge/judgement.ts";
import { baselineOf } from "../report/baseline.ts";
import type { EvalResult, SetFigures } from "../report/figures.ts";
import { withTables } from "../report/readme.ts";
import { reliabilityPicture } from "../report/reliability-picture.ts";
import { tablesOf } from "../report/tables.ts";
import type { MeasuredSet } from "./measure-set.ts";
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
 * Writes tables and picture into the folder's README, and a file of figures for each set. Texts of questions and articles
 * are not among them: many sets may be used and not passed on.
 */
export async function publish(folder: string, result: EvalResult): Promise<void> {
  await mkdir(join(folder, "results"), { recursive: true });
  for (const set of result.sets) {
    await replace(join(folder, "results", `${fileName(set)}.json`), json({ ...result, sets: [set] }));
  }
  await replace(join(folder, "reliability.svg"), reliabilityPicture(panelsOf(result)));
  const readme = join(folder, "README.md");
  await replace(readme, await formatted(readme, withTables(await readFile(readme, "utf8"), tablesOf(result))));
}

/** Keeps Footnote's figures as what tests compare with. */
export async function writeBaseline(folder: string, { figures, judgements }: MeasuredSet): Promise<void> {
  const footnote = figures.systems.find(({ name }) => name === "footnote");
  const own: readonly Judgement[] = judgements.get("footnote") ?? [];
  if (footnote === undefined) return;
  const file = join(folder, BASELINE_FILE);
  await replace(file, await formatted(file, json(baselineOf(footnote, own))));
}

function panelsOf({ sets }: EvalResult): Parameters<typeof reliabilityPicture>[0] {
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
