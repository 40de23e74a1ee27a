import type { Article } from "../domain/article.ts";
import type { Evidence, Point } from "../domain/answer.ts";
import { formatDate } from "./dates.ts";

/** An article with the number of its footnote, from 1. */
export interface Footnote {
  readonly number: number;
  readonly article: Article;
}

/** Numbers the articles behind some sentences in the order they appear; one article has one number. */
export function footnotesOf(evidence: readonly Evidence[]): readonly Footnote[] {
  const articles = new Map(evidence.map(({ sentence }) => [sentence.article.id, sentence.article]));
  return [...articles.values()].map((article, place) => ({ number: place + 1, article }));
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
export function publisherOf(article: Article): string {
  return article.agency === null || article.agency === article.publisher
    ? article.publisher
    : `${article.publisher} (${article.agency})`;
}

/** When an article appeared: "10 Sep 2022", or "undated". */
export function publishedOn(article: Article): string {
  return article.published === null ? "undated" : formatDate(article.published, "short");
}

/** How well founded an answer is and how fresh: "2 articles, 2 independent sources · articles up to 13 Mar 2026". */
export function foundation(evidence: readonly Evidence[], newest: string | null): string {
  const articles = footnotesOf(evidence);
  // Several outlets that carry one agency's report are one source.
  const independent = new Set(articles.map(({ article }) => (article.agency ?? article.publisher).toLowerCase())).size;
  const counts = [count(articles.length, "article")];
  if (articles.length > 1) counts.push(count(independent, "independent source"));
  return [counts.join(", "), asOf(newest)].filter((part) => part !== "").join(" · ");
}

/** How far the articles reach: "articles up to 13 Mar 2026"; empty when none is dated. */
export function asOf(newest: string | null): string {
  return newest === null ? "" : `articles up to ${formatDate(newest, "short")}`;
}

/** "12 passages", or where only so many were counted "more than 1,000 passages". */
export function countFound(total: number, isExact: boolean, noun: string): string {
  return isExact ? count(total, noun) : `more than ${count(total, noun)}`;
}

/** "1 article", "2 articles". */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;
}
