import type { Corpus } from "../domain/corpus.ts";
import { describeProblem } from "../present/problems.ts";

/** Whoever takes lines about what is wrong. */
export interface Complaining {
  complain(line: string): void;
}

/** Most bad files named; the rest are counted. */
const MAX_PROBLEMS_TOLD = 20;

/** Says which files were left out, and why. Warnings are for `footnote corpus check`. */
export function complainOfFiles(corpus: Corpus, host: Complaining): void {
  const errors = corpus.problems.filter(({ severity }) => severity === "error");
  for (const problem of errors.slice(0, MAX_PROBLEMS_TOLD)) host.complain(describeProblem(problem));
  const rest = errors.length - MAX_PROBLEMS_TOLD;
  if (rest > 0) host.complain(`… and ${String(rest)} more; “footnote corpus check” lists them all.`);
}
