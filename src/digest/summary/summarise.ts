import type { Evidence } from "../../domain/answer.ts";
import type { Summary, SummaryRequest } from "../../domain/digest.ts";
import type { RetellingSource } from "../retelling.ts";
import { latestArticles } from "../../answer/latest.ts";

/** First version: the leads of the newest articles, or the passages that match the topic best. */
export async function summarise(
  { index, answerer }: RetellingSource,
  request: SummaryRequest,
  signal: AbortSignal,
): Promise<Summary> {
  signal.throwIfAborted();
  const { topic, since, sentences } = request;
  const page = { offset: 0, limit: sentences };
  const found: readonly Evidence[] =
    topic === null
      ? latestArticles(index, since, page).articles.map(({ lead }) => lead)
      : answerer.search({ text: topic, context: [] }, { ...page, quotes: "preferred" }).hits;
  if (found.length === 0) return { status: "not-in-articles", closest: [], unknownWords: [] };
  return {
    status: "summarised",
    request,
    lines: found.map((evidence) => ({ point: { evidence, also: [], stance: null }, contested: [] })),
    articlesRead: index.articles.length,
    corrections: [],
  };
}
