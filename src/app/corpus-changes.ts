import type { Corpus } from "../domain/corpus.ts";
import { articleChanges } from "../upkeep/gold/article-changes.ts";

/** How many articles one corpus has that another has not, or has otherwise. */
export interface CorpusChanges {
  readonly added: number;
  /** In whatever is known of them, apart from the file they come from. */
  readonly changed: number;
  readonly withdrawn: number;
}

export function corpusChanges(before: Corpus, after: Corpus): CorpusChanges {
  const counts = { added: 0, changed: 0, withdrawn: 0 };
  for (const { how } of articleChanges(before.articles, after.articles)) counts[how] += 1;
  return counts;
}
