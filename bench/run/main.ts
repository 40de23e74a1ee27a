/** `npm run bench`: measures every engine on every corpus, writes the result and shows it as tables. */
import { setMaxListeners } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { BenchResult } from "../report/figures.ts";
import { withTables } from "../report/readme.ts";
import { tablesOf } from "../report/tables.ts";
import { type CorpusWanted, ensureCorpus } from "./corpora.ts";
import { commitOf, describeMachine, installedVersion } from "./machine.ts";
import { measureCorpus } from "./measure-corpus.ts";
import { type BenchOptions, parseOptions } from "./options.ts";
import { createProgress } from "./progress.ts";
import { ROSTER } from "./roster.ts";

/** The exit code of a program that Ctrl-C ended: 128 and the signal's number. */
const INTERRUPTED = 130;

/** The bench's own folder: the nearest above this file that holds a package-lock.json. */
function benchFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package-lock.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function corporaWanted({ corpus, questions, sentences }: BenchOptions): readonly CorpusWanted[] {
  if (corpus === undefined) return sentences.map((size) => ({ kind: "generated", sentences: size }));
  const questionsFile = questions === undefined ? null : resolve(questions);
  return [{ kind: "file", file: resolve(corpus), questionsFile }];
}

async function measureAll(
  options: BenchOptions,
  argv: readonly string[],
  folder: string,
  signal: AbortSignal,
): Promise<BenchResult> {
  const progress = createProgress(process.stderr);
  const corpora: BenchResult["corpora"] = [];
  for (const wanted of corporaWanted(options)) {
    const source = wanted.kind === "generated" ? "generated" : basename(wanted.file);
    const title = wanted.kind === "generated" ? wanted.sentences.toLocaleString("en") : source;
    const onProgress = (message: string): void => progress.show(`${title} · ${message}`);
    const { seed, questionsCount } = options;
    const data = await ensureCorpus(join(folder, "data"), wanted, { seed, questionsCount, onProgress, signal });
    corpora.push(
      await measureCorpus(data, {
        source,
        peers: options.peers,
        rounds: options.rounds,
        limits: {
          buildMs: options.buildLimit * 1000,
          queriesMs: options.queryLimit * 1000,
          stepMs: options.stepLimit * 1000,
        },
        versionOf: (peer) => {
          const name = ROSTER[peer].package;
          return name === null ? null : installedVersion(folder, name);
        },
        onProgress,
        signal,
      }),
    );
  }
  progress.end();
  return {
    format: 1,
    date: new Date().toISOString().slice(0, 10),
    commit: commitOf(folder),
    command: ["npm run bench", ...(argv.length === 0 ? [] : ["--", ...argv])].join(" "),
    seed: options.seed,
    rounds: options.rounds,
    machine: describeMachine(),
    corpora,
  };
}

async function write(result: BenchResult, options: BenchOptions, folder: string): Promise<string> {
  const out = options.out === undefined ? join(folder, "results") : resolve(options.out);
  await mkdir(out, { recursive: true });
  const cpu = result.machine.cpu.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-");
  const file = join(out, `${result.date}-node${result.machine.node.split(".", 1)[0] ?? ""}-${cpu}.json`);
  await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
  if (options.publish) {
    const readme = join(folder, "README.md");
    await writeFile(readme, withTables(await readFile(readme, "utf8"), tablesOf(result), "npm run bench -- --publish"));
  }
  return file;
}

async function main(argv: readonly string[]): Promise<number> {
  const options = parseOptions(argv);
  const folder = benchFolder();
  const cancel = new AbortController();
  // Every engine's process listens.
  setMaxListeners(0, cancel.signal);
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => cancel.abort());
  try {
    const result = await measureAll(options, argv, folder, cancel.signal);
    const file = await write(result, options, folder);
    process.stdout.write(`${tablesOf(result)}\nWritten: ${file}\n`);
    return 0;
  } catch (error) {
    if (!cancel.signal.aborted) throw error;
    process.stderr.write("\nCancelled.\n");
    return INTERRUPTED;
  }
}

process.exitCode = await main(process.argv.slice(2));
