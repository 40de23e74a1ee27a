import type { Corpus } from "../../domain/corpus.ts";
import type { ArticleCount, CorpusStats } from "../../domain/keeping.ts";

/** Counts a corpus. Pure. @param withdrawn how many articles were taken out of it */
export function corpusStats({ articles }: Pick<Corpus, "articles">, withdrawn: number): CorpusStats {
  const months = countBy(articles.flatMap(({ published }) => (published === null ? [] : [published.slice(0, 7)])));
  return {
    articles: articles.length,
    withdrawn,
    publishers: countBy(articles.map(({ publisher }) => publisher)),
    languages: countBy(articles.map(({ language }) => language)),
    kinds: countBy(articles.map(({ kind }) => kind)),
    months: months.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    undated: articles.filter(({ published }) => published === null).length,
    withoutUrl: articles.filter(({ url }) => url === null).length,
    reprints: articles.filter(({ reprintOf }) => reprintOf !== null).length,
  };
}

/** Most first, ties by name. */
function countBy(names: readonly string[]): readonly ArticleCount[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, articles]) => ({ name, articles }))
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
}
