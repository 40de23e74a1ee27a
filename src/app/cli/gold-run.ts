import { basename } from "node:path";
import { eventFoldersOf, loadGold } from "../../corpus/gold-file.ts";
import type { GoldQuestion, GoldRun, RunComparison } from "../../domain/gold.ts";
import type { Problem } from "../../domain/problem.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { goldText } from "../../present/corpus/gold-text.ts";
import { describeProblem } from "../../present/corpus/problems.ts";
import { articleChanges } from "../../upkeep/gold/article-changes.ts";
import { compareRuns } from "../../upkeep/gold/compare-runs.ts";
import { runGold } from "../../upkeep/gold/run-gold.ts";
import { askUndone } from "../ask-undone.ts";
import { readAskingConfiguration } from "../configuration.ts";
import type { OpenLibrary } from "../library.ts";
import { configuredPaths } from "../open-corpus.ts";
import { withState } from "./corpus-state.ts";
import { withLibrary } from "./open.ts";
import { progressLine } from "./progress-line.ts";
import { type Terminal, writeLine } from "./terminal.ts";

interface RunRequest {
  readonly corpus: readonly string[];
  /** A corpus as it was before; null for none. */
  readonly before: string | null;
  readonly json: boolean;
}

/** `footnote gold run`: what fails and why; with an earlier corpus, which articles did it. */
export async function runGoldQuestions(terminal: Terminal, { corpus, before, json }: RunRequest): Promise<number> {
  const { questions, problems } = await goldOf(terminal, corpus);
  for (const problem of problems) await writeLine(terminal.messages, describeProblem(problem));
  if (problems.some(({ severity }) => severity === "error")) return EXIT_CODES["corpus-has-problems"];
  return withLibrary(terminal, corpus, async (library) => {
    const run = await askAll(terminal, library, questions);
    const tell = async (since: RunComparison | null): Promise<number> => {
      await writeLine(
        terminal.output,
        json ? JSON.stringify(recordOf(library, run, since)) : goldText(run.results, since),
      );
      const fails = run.results.some(({ failure }) => failure !== null);
      return fails ? EXIT_CODES["gold-fails"] : EXIT_CODES.ok;
    };
    if (before === null) return tell(null);
    return withState(terminal, before, async (earlier) => tell(await comparedWith(terminal, earlier, library, run)));
  });
}

/** What became of gold questions since an earlier state, and through which articles. */
export async function comparedWith(
  terminal: Terminal,
  earlier: OpenLibrary,
  library: OpenLibrary,
  run: GoldRun,
): Promise<RunComparison> {
  const { corpus } = library;
  const questions = run.results.map(({ gold }) => gold);
  const before = await askAll(terminal, earlier, questions);
  const changes = articleChanges(earlier.corpus.articles, corpus.articles);
  const { signal } = terminal;
  const compared = await compareRuns(before, run, changes, askUndone(library, earlier.corpus), { signal });
  if (library.corpus !== corpus) await library.replace(corpus);
  return compared;
}

/** Asks gold questions, with progress on a terminal. */
export async function askAll(
  terminal: Terminal,
  library: OpenLibrary,
  questions: readonly GoldQuestion[],
): Promise<GoldRun> {
  const line = progressLine(terminal.messages);
  try {
    return await runGold(library, questions, {
      signal: terminal.signal,
      onProgress: (done, of) => line.show(`Asked ${String(done)} of ${String(of)} gold questions`),
    });
  } finally {
    line.clear();
  }
}

/** The event folders of the paths given, or of those configured. */
export async function foldersOf(terminal: Terminal, corpus: readonly string[]): Promise<readonly string[]> {
  const configuration = readAskingConfiguration(terminal.environment);
  const configured = configuration.ok ? configuration.value.corpus : [];
  return eventFoldersOf(corpus.length > 0 ? corpus : configuredPaths(configured));
}

/** Their gold questions, and what is wrong with the files. */
export async function goldOf(
  terminal: Terminal,
  corpus: readonly string[],
): Promise<{ readonly questions: readonly GoldQuestion[]; readonly problems: readonly Problem[] }> {
  const folders = await foldersOf(terminal, corpus);
  const loaded = await Promise.all(folders.map((folder) => loadGold(folder, `${basename(folder)}/`)));
  return {
    questions: loaded.flatMap(({ questions }) => questions),
    problems: loaded.flatMap(({ problems }) => problems),
  };
}

function recordOf(library: OpenLibrary, { results }: GoldRun, since: RunComparison | null): object {
  return {
    ...(since === null ? {} : sinceRecord(since)),
    version: library.status().corpusVersion,
    results: results.map(({ gold: { id, question, expect }, failure, shown }) => {
      return { id, question, expect, passed: failure === null, failure, shown };
    }),
  };
}

function sinceRecord({ regressions, mended }: RunComparison): object {
  return {
    regressions: regressions.map(({ now, causes, found }) => ({ id: now.gold.id, causes, found })),
    mended: mended.map(({ gold }) => gold.id),
  };
}
