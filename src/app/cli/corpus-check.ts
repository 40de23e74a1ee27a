import { basename } from "node:path";
import { createAnswerer } from "../../answer/answerer.ts";
import { checkGold, eventFoldersOf } from "../../corpus/gold-file.ts";
import { loadCorpus } from "../../corpus/load-corpus.ts";
import { withLines } from "../../corpus/problem-lines.ts";
import type { Corpus } from "../../domain/corpus.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Result } from "../../domain/result.ts";
import { createFetcher } from "../../fetch/create-fetcher.ts";
import { buildGenerationAside } from "../../index/build-generation.ts";
import { EXIT_CODES, exitCodeOf } from "../../ops/exit-codes.ts";
import { count } from "../../present/text/count.ts";
import { describeFailure } from "../../present/operator/failures.ts";
import { describeProblem } from "../../present/corpus/problems.ts";
import { createSentenceIndex } from "../../search/sentence-index.ts";
import { findDeadLinks } from "../../upkeep/soundness/dead-links.ts";
import { findDoubts } from "../../upkeep/soundness/find-doubts.ts";
import { readAskingConfiguration } from "../configuration.ts";
import { createLinkProbe } from "../link-probe.ts";
import { type ModelFailure, openModels } from "../models.ts";
import { configuredPaths } from "../open-corpus.ts";
import { softwareVersion } from "../project-root.ts";
import { progressLine } from "./progress-line.ts";
import { type Terminal, writeLine } from "./terminal.ts";

export interface CheckOptions {
  /** Whether warnings fail too. */
  readonly strict: boolean;
  /** Whether addresses are asked if they still lead somewhere. */
  readonly links: boolean;
}

/** `footnote corpus check`: every problem on a line of its own, then what is merely doubtful, then a count. */
export async function runCorpusCheck(
  terminal: Terminal,
  paths: readonly string[],
  { strict, links }: CheckOptions,
): Promise<number> {
  const configuration = readAskingConfiguration(terminal.environment);
  const { corpus: configured, fetchHosts } = configuration.ok ? configuration.value : { corpus: [], fetchHosts: [] };
  const folders = paths.length > 0 ? paths : configuredPaths(configured);
  const corpus = await loadCorpus(folders, { signal: terminal.signal });
  const problems = [...corpus.problems, ...(await problemsOfGold(folders, corpus))];
  for (const problem of problems) await writeLine(terminal.output, describeProblem(problem));
  const found = await doubtsAbout(terminal, corpus);
  if (!found.ok) {
    await writeLine(terminal.messages, describeFailure(found.error));
    return exitCodeOf(found.error);
  }
  const dead = links ? await deadLinks(terminal, corpus, fetchHosts) : [];
  const doubts = await withLines([...found.value, ...dead], folders);
  for (const doubt of doubts) await writeLine(terminal.output, describeProblem(doubt));
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors + doubts.length;
  const counts = [count(corpus.articles.length, "good article"), count(errors, "error"), count(warnings, "warning")];
  await writeLine(terminal.output, `${corpus.event.name}: ${counts.join(", ")}, version ${corpus.version}`);
  return errors > 0 || (strict && warnings > 0) ? EXIT_CODES["corpus-has-problems"] : EXIT_CODES.ok;
}

/** What is wrong with the gold questions of the folders, where there are any. */
async function problemsOfGold(paths: readonly string[], { articles }: Corpus): Promise<readonly Problem[]> {
  const ids = new Set(articles.map(({ id }) => id));
  const folders = await eventFoldersOf(paths);
  const found = await Promise.all(
    folders.map((folder) => checkGold(folder, folders.length > 1 ? `${basename(folder)}/` : "", ids)),
  );
  return found.flat();
}

async function doubtsAbout(
  { messages, signal }: Terminal,
  corpus: Corpus,
): Promise<Result<readonly Problem[], ModelFailure>> {
  const { articles, event } = corpus;
  if (articles.length === 0) return { ok: true, value: [] };
  const line = progressLine(messages);
  const onProgress = (share: number): void => line.show(`Checking: ${String(Math.floor(share * 100))} %`);
  try {
    // Without a question to ask, nothing has to be ready to answer.
    if (event.examples.length === 0) return { ok: true, value: await findDoubts(corpus, signal, { onProgress }) };
    const models = await openModels();
    if (!models.ok) return models;
    const { vectors, answers: model } = models.value;
    const generation = await buildGenerationAside(articles, {
      glossary: event.glossary,
      signal,
      onProgress: (read) => line.show(`Reading: ${count(read, "article")}`),
    });
    const answerer = createAnswerer(createSentenceIndex(generation, { vectors }), { model });
    return { ok: true, value: await findDoubts(corpus, signal, { answerer, onProgress }) };
  } finally {
    line.clear();
  }
}

async function deadLinks(
  { messages, signal }: Terminal,
  { articles }: Corpus,
  allowedHosts: readonly string[],
): Promise<readonly Problem[]> {
  const line = progressLine(messages);
  const fetcher = createFetcher({ userAgent: `Footnote/${softwareVersion()}`, allowedHosts });
  try {
    return await findDeadLinks(articles, createLinkProbe(fetcher, signal), signal, (asked, total) => {
      line.show(`Asking addresses: ${String(asked)} of ${String(total)}`);
    });
  } finally {
    line.clear();
    await fetcher.close();
  }
}
