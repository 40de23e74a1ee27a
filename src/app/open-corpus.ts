import { join } from "node:path";
import { loadCorpus } from "../corpus/load-corpus.ts";
import type { Corpus } from "../domain/corpus.ts";
import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import { projectRoot } from "./project-root.ts";

/**
 * Loads the corpus named, or the one that comes with the program. Bad files are left out and listed in its `problems`;
 * a corpus without a single good article is a failure.
 */
export async function openCorpus(
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Result<Corpus, { readonly failure: Failure; readonly corpus: Corpus }>> {
  const folders = paths.length > 0 ? paths : [join(projectRoot(), "corpus")];
  const corpus = await loadCorpus(folders, signal === undefined ? {} : { signal });
  return corpus.articles.length > 0
    ? { ok: true, value: corpus }
    : { ok: false, error: { failure: { id: "corpus-empty", folders }, corpus } };
}
