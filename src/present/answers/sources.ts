import type { Article } from "../../domain/article.ts";
import type { Evidence, Point, SearchPage } from "../../domain/answer.ts";
import type { Words } from "../../domain/words.ts";
import { dated } from "../text/dates.ts";

/** An article with the number of its footnote, from 1. */
export interface Footnote {
  readonly number: number;
  readonly article: Article;
  /** Where it leads: to the very passage where that can be linked; null where no address is known. */
  readonly url: string | null;
}

/** Numbers the articles behind some sentences in the order they appear; one article has one number. */
export function footnotesOf(evidence: readonly Evidence[]): readonly Footnote[] {
  const footnotes = new Map<string, Footnote>();
  for (const { sentence, passageUrl } of evidence) {
    const { article } = sentence;
    const known = footnotes.get(article.id);
    const number = known?.number ?? footnotes.size + 1;
    footnotes.set(article.id, { number, article, url: known?.url ?? passageUrl ?? article.url });
  }
  return [...footnotes.values()];
}

/** All sentences behind some points, in the order in which they are quoted and named. */
export function evidenceBehind(points: readonly Point[]): readonly Evidence[] {
  return points.flatMap(({ evidence, also }) => [evidence, ...also]);
}

/** The numbers of the footnotes of some points, ascending. */
export function footnoteNumbers(footnotes: readonly Footnote[], points: readonly Point[]): readonly number[] {
  const articles = new Set(evidenceBehind(points).map(({ sentence }) => sentence.article.id));
  return footnotes.filter(({ article }) => articles.has(article.id)).map(({ number }) => number);
}

/** A number in raised digits: 12 → "¹²". */
export function superscript(number: number): string {
  return String(number).replaceAll(/\d/gu, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "");
}

/** Several numbers in raised digits: "¹,²". */
export function superscripts(numbers: readonly number[]): string {
  return numbers.map((number) => superscript(number)).join(",");
}

/** Who published an article: "KEYT (AP)". */
export function publisherOf(article: Pick<Article, "publisher" | "agency">): string {
  return article.agency === null || article.agency === article.publisher
    ? article.publisher
    : `${article.publisher} (${article.agency})`;
}

/** When an article appeared: "10 Sep 2022", or "undated". */
export function publishedOn(words: Words, article: Pick<Article, "published">): string {
  return article.published === null ? words.say("source.undated") : words.date(article.published, "short");
}

/** The articles behind some sentences, each once. */
export function articlesBehind(evidence: readonly Evidence[]): readonly Article[] {
  return footnotesOf(evidence).map(({ article }) => article);
}

/**
 * How well founded an answer is: "3 articles, 2 independent sources".
 *
 * @param independentSources how many of some articles are independent of each other
 */
export function counts(
  words: Words,
  articles: readonly Article[],
  independentSources: (articles: readonly Article[]) => number,
): string {
  const all = words.say("count.articles", { count: articles.length });
  if (articles.length < 2) return all;
  return `${all}, ${words.say("count.independent-sources", { count: independentSources(articles) })}`;
}

/** How far the articles reach: "articles up to 13 Mar 2026"; empty when none is dated. */
export function asOf(words: Words, newest: string | null): string {
  return newest === null ? "" : words.say("source.as-of", dated(words, newest, "short"));
}

/** "12 passages", or where only so many were counted "more than 1,000 passages". */
export function countFound(words: Words, { total, totalIsExact }: SearchPage): string {
  return words.say(totalIsExact ? "count.passages" : "count.passages-more-than", { count: total });
}
