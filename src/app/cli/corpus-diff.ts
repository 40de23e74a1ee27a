import type { Command } from "commander";
import { readTextFile } from "../../corpus/read-text-file.ts";
import type { AnswerComparison, ComparedQuestion } from "../../domain/answer-difference.ts";
import type { Point } from "../../domain/answer.ts";
import type { ArticleChange } from "../../domain/gold.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Result } from "../../domain/result.ts";
import { EXIT_CODES } from "../../ops/exit-codes.ts";
import { answerDiffText, articleChangesText } from "../../present/corpus/answer-diff-text.ts";
import { goldText } from "../../present/corpus/gold-text.ts";
import { describeProblem } from "../../present/corpus/problems.ts";
import { diffAnswers } from "../../upkeep/answers/diff-answers.ts";
import { articleChanges } from "../../upkeep/gold/article-changes.ts";
import type { OpenLibrary } from "../library.ts";
import { withState } from "./corpus-state.ts";
import { askAll, comparedWith, goldOf } from "./gold-run.ts";
import { withLibrary } from "./open.ts";
import { storedQuestions } from "./open-questions.ts";
import { progressLine } from "./progress-line.ts";
import { type Terminal, writeLine } from "./terminal.ts";

/** Most of a file of questions that is read, in bytes. */
const QUESTIONS_BYTES = 1024 * 1024;
/** Open questions that are asked of both states: those asked most often. */
const MAX_OPEN = 1_000;

const NO_QUESTIONS: Result<readonly ComparedQuestion[], Problem> = { ok: true, value: [] };

interface DiffFlags {
  readonly questions?: string;
  readonly json?: boolean;
  readonly failOnChange?: boolean;
}

/** `footnote corpus diff`. */
export function addCorpusDiff(corpus: Command, terminal: Terminal, finish: (code: number) => void): void {
  corpus
    .command("diff")
    .description("say which articles two states of a corpus differ in, and which questions they answer differently")
    .argument("<old>", "an event folder or a JSON Lines file")
    .argument("[new]", "another; that of CORPUS, or the corpus that comes along, when left out")
    .option("--questions <file>", "more questions to ask, one a line")
    .option("--json", "print the differences as one line of JSON")
    .option("--fail-on-change", "leave with exit code 18 when an answer differs")
    .addHelpText("after", "\nAsked are gold questions, the event's examples and questions that were asked in vain.")
    .action(async (old: string, now: string | undefined, options: DiffFlags) => {
      finish(await runCorpusDiff(terminal, { old, now: now ?? null }, options));
    });
}

async function runCorpusDiff(
  terminal: Terminal,
  { old, now }: { readonly old: string; readonly now: string | null },
  options: DiffFlags,
): Promise<number> {
  const read = options.questions === undefined ? NO_QUESTIONS : await questionsIn(options.questions);
  if (!read.ok) {
    await writeLine(terminal.messages, describeProblem(read.error));
    return EXIT_CODES.usage;
  }
  const file = read.value;
  const paths = now === null ? [] : [now];
  return withState(terminal, old, async (before) =>
    withLibrary(terminal, paths, async (library) => compare(terminal, before, library, { paths, file, options })),
  );
}

interface Asked {
  readonly paths: readonly string[];
  /** Questions of the person's own. */
  readonly file: readonly ComparedQuestion[];
  readonly options: DiffFlags;
}

async function compare(
  terminal: Terminal,
  before: OpenLibrary,
  library: OpenLibrary,
  { paths, file, options }: Asked,
): Promise<number> {
  const changes = articleChanges(before.corpus.articles, library.corpus.articles);
  const gold = await goldOf(terminal, paths);
  const open = await storedQuestions(terminal, library.corpus.event.id);
  const questions: readonly ComparedQuestion[] = [
    ...gold.questions.map(({ question }) => ({ text: question, from: "gold" as const })),
    ...library.corpus.event.examples.map((text) => ({ text, from: "example" as const })),
    ...open.open.slice(0, MAX_OPEN).map(({ text }) => ({ text, from: "open" as const })),
    ...file,
  ];
  const compared = await diffed(terminal, before, library, questions);
  if (options.json === true) {
    await writeLine(terminal.output, JSON.stringify(recordOf(before, library, changes, compared)));
  } else {
    await writeLine(terminal.output, `${articleChangesText(changes)}\n\n${answerDiffText(compared)}`);
    if (gold.questions.length > 0) {
      const run = await askAll(terminal, library, gold.questions);
      const since = await comparedWith(terminal, before, library, run);
      await writeLine(terminal.output, `\n${goldText(run.results, since)}`);
    }
  }
  const differs = compared.differences.length > 0;
  return differs && options.failOnChange === true ? EXIT_CODES["answers-differ"] : EXIT_CODES.ok;
}

async function diffed(
  terminal: Terminal,
  before: OpenLibrary,
  library: OpenLibrary,
  questions: readonly ComparedQuestion[],
): Promise<AnswerComparison> {
  const line = progressLine(terminal.messages);
  try {
    return await diffAnswers(before, library, questions, {
      signal: terminal.signal,
      onProgress: (done, of) => line.show(`Asked ${String(done)} of ${String(of)} questions`),
    });
  } finally {
    line.clear();
  }
}

async function questionsIn(file: string): Promise<Result<readonly ComparedQuestion[], Problem>> {
  const text = await readTextFile(file, QUESTIONS_BYTES);
  if (!text.ok) {
    return { ok: false, error: { severity: "error", file, line: null, field: null, detail: text.error } };
  }
  const lines = text.value.replace(/^\uFEFF/u, "").split(/\r?\n/u);
  const asked = lines.map((line) => line.trim()).filter((line) => line !== "");
  return { ok: true, value: asked.map((text) => ({ text, from: "asked" })) };
}

function recordOf(
  before: OpenLibrary,
  library: OpenLibrary,
  changes: readonly ArticleChange[],
  { differences, asked }: AnswerComparison,
): object {
  return {
    before: before.status().corpusVersion,
    now: library.status().corpusVersion,
    articles: changes,
    asked,
    differences: differences.map(({ question, kind, before: old, now }) => {
      return { question: question.text, from: question.from, kind, before: pointRecord(old), now: pointRecord(now) };
    }),
  };
}

function pointRecord(point: Point | null): object | null {
  if (point === null) return null;
  const { text, article } = point.evidence.sentence;
  const { id, publisher, title, url, published } = article;
  return { text, article: id, publisher, title, url, published };
}
