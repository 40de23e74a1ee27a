import type { Article, PartialDate } from "../../domain/article.ts";
import { firstDayOf, reaches } from "../../search/partial-dates.ts";
import { type SentenceIndex, sentencesOfArticle } from "../../search/sentence-index.ts";
import type { Candidate } from "./material.ts";

/** Articles and sentences of each that are read of a large corpus: what matters in it is told often and early. */
const MAX_ARTICLES = 2_000;
const MAX_SENTENCES = 8_000;
/** What the oldest article counts beside the newest. */
const OLDEST = 0.7;

/** An article with its place in the corpus. */
export interface PlacedArticle {
  readonly article: Article;
  readonly place: number;
}

/** The articles that a summary may be made of, newest first. */
export function articlesFor(
  { articles }: SentenceIndex,
  ids: ReadonlySet<string> | null,
  since: PartialDate | null,
): readonly PlacedArticle[] {
  return articles
    .map((article, place) => ({ article, place }))
    .filter(({ article: { id } }) => ids === null || ids.has(id))
    .filter(({ article: { published } }) => isSince(published, since));
}

/** Whether an article counts for a period; one without a date only where there is none. */
export function isSince(published: PartialDate | null, since: PartialDate | null): boolean {
  return since === null || (published !== null && reaches(published, firstDayOf(since)));
}

/**
 * Sentences of articles for a summary of all they tell, newer ones a little before older ones. Of more articles than can be
 * read, so many are taken as can, evenly over time; of each its beginning, where it is too long.
 */
export function eventCandidates(index: SentenceIndex, articles: readonly PlacedArticle[]): readonly Candidate[] {
  const step = Math.max(1, articles.length / MAX_ARTICLES);
  const read = Array.from(
    { length: Math.min(articles.length, MAX_ARTICLES) },
    (_, at) => articles[Math.floor(at * step)],
  );
  const each = Math.max(4, Math.floor(MAX_SENTENCES / Math.max(1, read.length)));
  return read.flatMap((one, rank) => {
    if (one === undefined) return [];
    const relevance = 1 - ((1 - OLDEST) * rank) / Math.max(1, read.length - 1);
    return sentencesOfArticle(index, one.place)
      .slice(0, each)
      .map((sentence) => ({ sentence, relevance }));
  });
}
