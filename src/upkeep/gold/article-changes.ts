import { isDeepStrictEqual } from "node:util";
import type { Article } from "../../domain/article.ts";
import type { Corpus } from "../../domain/corpus.ts";
import type { ArticleChange } from "../../domain/gold.ts";
import { corpusVersion } from "../../corpus/corpus-version.ts";
import { byDate } from "../../corpus/merge-parts.ts";

/** What was added, changed (in whatever is known of it, apart from its file) and withdrawn, ordered by id. */
export function articleChanges(before: readonly Article[], after: readonly Article[]): readonly ArticleChange[] {
  const earlier = new Map(before.map((article) => [article.id, article]));
  const later = new Set(after.map(({ id }) => id));
  const changes: ArticleChange[] = before
    .filter(({ id }) => !later.has(id))
    .map(({ id }) => ({ id, how: "withdrawn" as const }));
  for (const article of after) {
    const known = earlier.get(article.id);
    if (known === undefined) changes.push({ id: article.id, how: "added" });
    else if (!isSame(known, article)) changes.push({ id: article.id, how: "changed" });
  }
  return changes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The later corpus as it would be had these articles not been added, changed or withdrawn. */
export function undoChanges(before: Corpus, after: Corpus, ids: readonly string[]): Corpus {
  const undone = new Set(ids);
  const kept = after.articles.filter(({ id }) => !undone.has(id));
  const back = before.articles.filter(({ id }) => undone.has(id));
  const articles = [...kept, ...back].sort(byDate);
  return { ...after, articles, version: corpusVersion(after.event, articles) };
}

function isSame(a: Article, b: Article): boolean {
  return isDeepStrictEqual({ ...a, source: null }, { ...b, source: null });
}
