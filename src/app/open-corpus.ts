import { join } from "node:path";
import { loadCorpus } from "../corpus/load-corpus.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import { projectRoot } from "./project-root.ts";

/**
 * Loads the corpus named, or the one that comes with the program. Bad files are left out and listed in its `problems`;
 * a corpus without a single good article is a failure. What the failure says is not among its corpus's problems.
 */
export async function openCorpus(
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Result<Corpus, { readonly failure: Failure; readonly corpus: Corpus }>> {
  const folders = paths.length > 0 ? paths : [join(projectRoot(), "corpus")];
  const corpus = await loadCorpus(folders, signal === undefined ? {} : { signal });
  if (corpus.articles.length > 0) return { ok: true, value: corpus };
  const problems = corpus.problems.filter(({ detail }) => !["no-articles", "several-events"].includes(detail.id));
  return { ok: false, error: { failure: failureOf(corpus, folders), corpus: { ...corpus, problems } } };
}

function failureOf({ problems }: Corpus, folders: readonly string[]): Failure {
  for (const { file, detail } of problems) {
    if (detail.id === "several-events") return { id: "several-events", folder: file, events: detail.events };
  }
  return { id: "corpus-empty", folders };
}
