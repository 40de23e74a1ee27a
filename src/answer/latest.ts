import type { PageRequest } from "../domain/command.ts";
import type { Article, PartialDate } from "../domain/article.ts";
import type { LatestPage } from "../domain/reading.ts";
import type { Sentence } from "../domain/sentence.ts";
import { firstDayOf, reaches } from "../search/partial-dates.ts";
import { type SentenceIndex, sentencesOfArticle } from "../search/sentence-index.ts";
import { plainEvidence } from "./evidence.ts";

/** A line with fewer words is a dateline or a heading. */
const MIN_WORDS = 4;

/**
 * Dated articles that appeared on or after a day, newest first, each with its leading sentence. One dated by month or year
 * counts where any of its period does.
 *
 * @param since null for all
 */
export function latestArticles(
  index: SentenceIndex,
  since: PartialDate | null,
  { offset, limit }: PageRequest,
): LatestPage {
  const wanted: { readonly article: Article; readonly order: number }[] = [];
  for (const [order, article] of index.articles.entries()) {
    const { published } = article;
    if (published === null || (since !== null && !reaches(published, firstDayOf(since)))) continue;
    wanted.push({ article, order });
  }
  const articles = wanted.slice(offset, offset + limit).flatMap(({ article, order }) => {
    const lead = leadOf(sentencesOfArticle(index, order));
    return lead === undefined ? [] : [{ article, lead: plainEvidence(lead) }];
  });
  return { since, articles, offset, total: wanted.length };
}

function leadOf(sentences: readonly Sentence[]): Sentence | undefined {
  return sentences.find(({ text }) => text.split(/\s+/u).length >= MIN_WORDS) ?? sentences[0];
}
