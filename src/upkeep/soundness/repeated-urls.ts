import { canonicalUrl } from "../../corpus/keep/canonical-url.ts";
import type { Article } from "../../domain/article.ts";
import type { Problem } from "../../domain/problem.ts";
import { fieldDoubt } from "./doubt.ts";

/** Articles whose address an article before them has already. */
export function repeatedUrls(articles: readonly Article[]): readonly Problem[] {
  const first = new Map<string, Article>();
  return articles.flatMap((article) => {
    if (article.url === null) return [];
    const key = canonicalUrl(article.url);
    const other = first.get(key);
    if (other !== undefined) return [fieldDoubt(article, "url", { id: "url-repeated", other: other.source.file })];
    first.set(key, article);
    return [];
  });
}
