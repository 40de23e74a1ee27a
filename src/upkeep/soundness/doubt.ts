import type { Article } from "../../domain/article.ts";
import type { Problem, ProblemDetail } from "../../domain/problem.ts";

/** A doubt about a field of an article. In a file of JSON Lines the article's line is known; in one of its own it needs none. */
export function fieldDoubt(article: Article, field: string | null, detail: ProblemDetail): Problem {
  const { file, bodyLine } = article.source;
  return { severity: "warning", file, line: isOwnFile(article) ? null : bodyLine, field, detail };
}

/** A doubt about a place in an article's text. @param at offset into its body */
export function bodyDoubt(article: Article, at: number, detail: ProblemDetail): Problem {
  const { file, bodyLine } = article.source;
  const isOwn = isOwnFile(article);
  const line = isOwn ? bodyLine + linesBefore(article.body, at) : bodyLine;
  return { severity: "warning", file, line, field: isOwn ? null : "text", detail };
}

function isOwnFile({ source }: Article): boolean {
  return source.file.endsWith(".md");
}

function linesBefore(body: string, at: number): number {
  return body.slice(0, at).split("\n").length - 1;
}
