import { join, resolve } from "node:path";
import { loadCorpus } from "../corpus/load-corpus.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import { projectRoot } from "./project-root.ts";

/**
 * The paths of the setting CORPUS, or the corpus that comes with the program. Relative ones are counted from the program's
 * folder, where `.env` lies: a supervisor may start the program from anywhere.
 */
export function configuredPaths(corpus: readonly string[]): readonly string[] {
  const root = projectRoot();
  return corpus.length > 0 ? corpus.map((path) => resolve(root, path)) : [join(root, "corpus")];
}

/** The folder for snapshots of indexes, within that of the setting DATA; a relative one is counted as the corpus's is. */
export function configuredIndexFolder(data: string | null): string {
  return join(resolve(projectRoot(), data ?? "data"), "index");
}

/**
 * Loads the corpus named. Bad files are left out and listed in its `problems`; a corpus without a single good article is
 * a failure. What the failure says is not among its corpus's problems.
 */
export async function openCorpus(
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Result<Corpus, { readonly failure: Failure; readonly corpus: Corpus }>> {
  const corpus = await loadCorpus(paths, signal === undefined ? {} : { signal });
  if (corpus.articles.length > 0) return { ok: true, value: corpus };
  const problems = corpus.problems.filter(({ detail }) => !["no-articles", "several-events"].includes(detail.id));
  return { ok: false, error: { failure: failureOf(corpus, paths), corpus: { ...corpus, problems } } };
}

function failureOf({ problems }: Corpus, folders: readonly string[]): Failure {
  for (const { file, detail } of problems) {
    if (detail.id === "several-events") return { id: "several-events", folder: file, events: detail.events };
  }
  return { id: "corpus-empty", folders };
}
