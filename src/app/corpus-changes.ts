import { isDeepStrictEqual } from "node:util";
import type { Corpus } from "../domain/corpus.ts";

/** How many articles one corpus has that another has not, or has otherwise. */
export interface CorpusChanges {
  readonly added: number;
  /** In whatever is known of them, apart from the file they come from. */
  readonly changed: number;
  readonly withdrawn: number;
}

export function corpusChanges(before: Corpus, after: Corpus): CorpusChanges {
  const earlier = new Map(before.articles.map((article) => [article.id, article]));
  let added = 0;
  let changed = 0;
  for (const article of after.articles) {
    const known = earlier.get(article.id);
    if (known === undefined) added += 1;
    else if (!isDeepStrictEqual({ ...known, source: null }, { ...article, source: null })) changed += 1;
    earlier.delete(article.id);
  }
  return { added, changed, withdrawn: earlier.size };
}
