import type { GlossaryEntry } from "../../domain/corpus.ts";
import type { ArticleCount } from "../../domain/keeping.ts";
import { articleFrequency } from "../../index/article-frequency.ts";
import type { SentenceIndex } from "../../search/sentence-index.ts";

/**
 * How many articles mention each entry of a glossary, whichever of its names they use, and each name that articles have in
 * common: most first, only what is mentioned at all. Entries are looked up in the index, so that no article is read.
 *
 * @param met names that articles have in common; those that the glossary knows are left out
 */
export function mentionsOf(
  { generation, analyzer }: SentenceIndex,
  glossary: readonly GlossaryEntry[],
  met: readonly ArticleCount[],
): readonly ArticleCount[] {
  const keyOf = (name: string): string | undefined =>
    analyzer.analyze(name).find(({ kind, surface }) => kind === "alias" && surface === name)?.term;
  const named = new Map<string, string>();
  for (const { term } of glossary) {
    const key = keyOf(term);
    if (key !== undefined && !named.has(key)) named.set(key, term);
  }
  const entries = [...named].map(([key, name]) => ({ name, articles: articleFrequency(generation, key) }));
  return [...entries, ...met.filter(({ name }) => keyOf(name) === undefined)]
    .filter(({ articles }) => articles > 0)
    .toSorted((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
}
