import type { Article } from "../../domain/article.ts";
import type { Problem, ProblemDetail } from "../../domain/problem.ts";
import { fieldDoubt } from "./doubt.ts";

/** Links to an origin that lead nowhere, back to the article, or to another reprint. */
export function doubtfulReprintLinks(articles: readonly Article[]): readonly Problem[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  return articles.flatMap((article) => {
    const detail = doubtAbout(article, byId);
    return detail === null ? [] : [fieldDoubt(article, "reprintOf", detail)];
  });
}

function doubtAbout(article: Article, byId: ReadonlyMap<string, Article>): ProblemDetail | null {
  const { id, reprintOf } = article;
  if (reprintOf === null) return null;
  if (reprintOf === id) return { id: "reprint-of-itself" };
  const origin = byId.get(reprintOf);
  if (origin === undefined) return { id: "reprint-origin-missing", origin: reprintOf };
  if (origin.reprintOf === null) return null;
  const chain = [id];
  let next: string | null = reprintOf;
  while (next !== null && !chain.includes(next)) {
    chain.push(next);
    next = byId.get(next)?.reprintOf ?? null;
  }
  if (next !== null) return { id: "reprint-loop", articles: chain.slice(chain.indexOf(next)) };
  return { id: "reprint-of-reprint", origin: chain.at(-1) ?? reprintOf };
}
