import type { Corpus } from "../domain/corpus.ts";
import { describeProblem } from "../present/corpus/problems.ts";

/** Whoever takes lines about what is wrong. */
export interface Complaining {
  complain(line: string): void;
}

/** Most bad files named; the rest are counted. */
const MAX_PROBLEMS_TOLD = 20;

/**
 * Says which files were left out, and why. Warnings are for `footnote corpus check`.
 *
 * @param folder in which the operator finds them, ending in a slash; empty for that of the corpus
 */
export function complainOfFiles(corpus: Corpus, host: Complaining, folder = ""): void {
  const errors = corpus.problems.filter(({ severity }) => severity === "error");
  for (const problem of errors.slice(0, MAX_PROBLEMS_TOLD)) {
    host.complain(describeProblem({ ...problem, file: `${folder}${problem.file}` }));
  }
  const rest = errors.length - MAX_PROBLEMS_TOLD;
  if (rest > 0) host.complain(`… and ${String(rest)} more; “footnote corpus check” lists them all.`);
}
