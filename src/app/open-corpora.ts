import { type EventPaths, eventPathsOf } from "../corpus/event-paths.ts";
import type { Failure } from "../domain/failure.ts";
import { describeFailure } from "../present/operator/failures.ts";
import { type Complaining, complainOfFiles } from "./corpus-problems.ts";
import { openCorpus } from "./open-corpus.ts";

/** The corpus of one event, or why there is none. */
export interface OpenedCorpus extends EventPaths {
  readonly opened: Awaited<ReturnType<typeof openCorpus>>;
}

/**
 * Loads the corpora of all events that an operator named.
 *
 * @throws the signal's reason, once it fires
 */
export async function openCorpora(paths: readonly string[], signal?: AbortSignal): Promise<readonly OpenedCorpus[]> {
  const corpora: OpenedCorpus[] = [];
  for (const event of await eventPathsOf(paths)) {
    corpora.push({ ...event, opened: await openCorpus(event.paths, signal) });
  }
  return corpora;
}

/**
 * Says what is wrong with corpora. An event that cannot be served is no reason not to serve the others.
 *
 * @returns why none can be served; null where one can
 */
export function complainOfCorpora(corpora: readonly OpenedCorpus[], host: Complaining): Failure | null {
  const isSeveral = corpora.length > 1;
  for (const { id, opened } of corpora) {
    complainOfFiles(opened.ok ? opened.value : opened.error.corpus, host, isSeveral ? `${id}/` : "");
  }
  const failures = corpora.flatMap(({ opened }) => (opened.ok ? [] : [opened.error.failure]));
  const [first] = failures;
  if (first !== undefined && failures.length === corpora.length) return first;
  for (const failure of failures) host.complain(describeFailure(failure));
  return null;
}
