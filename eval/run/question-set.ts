import { stat } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { openCorpus } from "../../src/app/open-corpus.ts";
import { projectRoot } from "../../src/app/project-root.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import { describeFailure } from "../../src/present/operator/failures.ts";
import { describeProblem } from "../../src/present/corpus/problems.ts";
import { InputError } from "./read-questions.ts";

/** What the project's own set is called on the command line. */
export const OWN_SET = "own";

/** Where a question set lies. */
export interface QuestionSet {
  readonly name: string;
  readonly questions: string;
  readonly corpus: string;
  /** Whether it is the project's own set over the shipped corpus. */
  readonly own: boolean;
}

/**
 * Finds what a `--set` names: the own set, a folder with `corpus.jsonl` and `questions.jsonl`, or a file of questions.
 *
 * @param corpus where the articles of a file of questions are
 * @throws InputError saying what is missing
 */
export async function findSet(path: string, corpus: string | undefined): Promise<QuestionSet> {
  if (path === OWN_SET) {
    const root = projectRoot();
    const questions = join(root, "eval", "questions", "albania-cyberattacks.jsonl");
    return { name: OWN_SET, questions, corpus: join(root, "corpus"), own: true };
  }
  const found = await stat(path).catch(() => null);
  if (found === null) throw new InputError(`${path}: there is no such file or folder`);
  const name = basename(resolve(path), extname(path));
  if (found.isDirectory()) {
    const files = { questions: join(path, "questions.jsonl"), corpus: corpus ?? join(path, "corpus.jsonl") };
    return { name, ...files, own: false };
  }
  if (corpus === undefined) throw new InputError(`${path}: a file of questions needs --corpus, its articles`);
  return { name, questions: path, corpus, own: false };
}

/** Problems of a corpus that are told one by one. */
const MAX_TOLD = 3;

/**
 * Loads a set's articles. Bad ones are left out and told: what is lost with them counts as not found.
 *
 * @throws InputError where there is not a single good article
 */
export async function openSetCorpus(
  { corpus }: QuestionSet,
  tell: (line: string) => void,
  signal?: AbortSignal,
): Promise<Corpus> {
  const opened = await openCorpus([corpus], signal);
  if (!opened.ok) throw new InputError(`${corpus}: ${describeFailure(opened.error.failure)}`);
  const errors = opened.value.problems.filter(({ severity }) => severity === "error");
  for (const problem of errors.slice(0, MAX_TOLD)) tell(describeProblem(problem));
  if (errors.length > MAX_TOLD) tell(`… and ${String(errors.length - MAX_TOLD)} more problems in ${corpus}.`);
  return opened.value;
}
