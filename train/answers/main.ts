/** `npm run train:answers`: learns which sentence answers a question, and whether it does. */
import { access, constants, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";
import { createProgress } from "../../bench/run/progress.ts";
import { markdownTable } from "../../eval/report/markdown-table.ts";
import { InputError } from "../../eval/run/read-questions.ts";
import { projectRoot } from "../../src/app/project-root.ts";
import { replaceFile } from "../../src/corpus/write-atomically.ts";
import { decodeWordVectors } from "../../src/meaning/word-vectors.ts";
import { EXIT_CODES } from "../../src/ops/exit-codes.ts";
import { type Ablation, ablate } from "./ablate.ts";
import { askAll } from "./ask-all.ts";
import { Corpora } from "./corpora.ts";
import { encodeSets } from "./encoded-sets.ts";
import type { GroupFigures } from "./figures.ts";
import { openTrainingInput } from "./open-sets.ts";
import { type AnswerTrainOptions, parseOptions } from "./options.ts";
import { rankingLines } from "./ranking-examples.ts";
import { type TrainedModel, trainModel } from "./train-model.ts";

/** The exit code of a program that Ctrl-C ended: 128 and the signal's number. */
const INTERRUPTED = 130;

const say = (message: string): void => void process.stderr.write(`${message}\n`);

async function run(options: AnswerTrainOptions, signal: AbortSignal): Promise<void> {
  const { eval: folder, out, without, features, sentenceModel } = options;
  for (const file of features === undefined ? [out] : [out, features]) {
    await access(dirname(file), constants.W_OK).catch(() => {
      throw new InputError(`${file}: its folder is missing, or cannot be written to`);
    });
  }
  const root = projectRoot();
  const progress = createProgress(process.stderr);
  const vectors = decodeWordVectors(await readFile(join(root, "models", "word-vectors.bin")));
  if (!vectors.ok) throw new InputError(`models/word-vectors.bin: ${vectors.error}`);
  const own = join(root, "train", "questions", "chat.jsonl");
  const { articles, questions } = await openTrainingInput(folder, own, say, signal);
  const corpora = new Corpora(vectors.value, articles);
  const encoded =
    sentenceModel === undefined
      ? null
      : await encodeSets(articles, questions, {
          folder: join(root, "train", "cache"),
          onProgress: (done, of) => progress.show(`Encoding: ${String(done)} of ${String(of)} texts`),
          signal,
        });
  const of = String(questions.length);
  const asking = {
    questions,
    askAll: (what: string) =>
      askAll(
        questions,
        corpora,
        encoded,
        (done) => progress.show(`${what}: ${String(done)} of ${of} questions`),
        signal,
      ),
    onProgress: (message: string) => progress.show(message),
    signal,
  };
  if (options.ablate) {
    const ablations = await ablate(asking);
    progress.end();
    say(ablationTable(ablations));
    return;
  }
  const model = await trainModel({
    ...asking,
    without,
    onExamples: async (examples) => {
      if (features !== undefined) await replaceFile(features, rankingLines(examples), signal);
    },
  });
  progress.end();
  const text = await format(JSON.stringify(model), { ...(await resolveConfig(out)), parser: "json" });
  await replaceFile(out, [Buffer.from(text)], signal);
  say(`${figuresTable(model)}\nWritten: ${out}`);
}

function figuresTable({ figures, threshold }: TrainedModel): string {
  const { precision, recall, silence, calibrationError } = figures.answering;
  const at = `From ${threshold.toFixed(2)} on: precision ${shown(precision)}, recall ${shown(recall)}, `;
  const columns = ["questions", "success@1", "MRR@10", "AUROC answerable", "AUROC right", "ECE"];
  return [
    markdownTable(["held out", ...columns], rowsOf(figures.heldOut)),
    markdownTable(["cross-validated", ...columns], rowsOf(figures.crossValidated)),
    `${at}silence ${shown(silence)}, ECE ${shown(calibrationError)}`,
  ].join("\n\n");
}

/** Right first / MRR@10, a row for each part left out. */
function ablationTable(ablations: readonly Ablation[]): string {
  const groups = Object.keys(ablations[0]?.figures ?? {});
  return markdownTable(
    ["without", ...groups],
    ablations.map(({ without, figures }) => [
      without ?? "nothing",
      ...groups.map((group) => `${shown(figures[group]?.success1 ?? null)} / ${shown(figures[group]?.mrr10 ?? null)}`),
    ]),
  );
}

function rowsOf(groups: Readonly<Record<string, GroupFigures>>): readonly (readonly string[])[] {
  return Object.entries(groups).map(([name, one]) => {
    const values = [one.success1, one.mrr10, one.aurocAnswerable, one.aurocRight, one.calibrationError];
    return [name, String(one.questions)].concat(values.map(shown));
  });
}

function shown(value: number | null): string {
  return value === null ? "–" : value.toFixed(3).replace(/^0/u, "");
}

async function main(argv: readonly string[]): Promise<number> {
  const options = parseOptions(argv);
  const cancel = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => cancel.abort());
  try {
    await run(options, cancel.signal);
    return EXIT_CODES.ok;
  } catch (error) {
    if (cancel.signal.aborted) {
      say("Cancelled: the model is as it was.");
      return INTERRUPTED;
    }
    if (!(error instanceof InputError)) throw error;
    say(error.message);
    return EXIT_CODES.usage;
  }
}

process.exitCode = await main(process.argv.slice(2));
