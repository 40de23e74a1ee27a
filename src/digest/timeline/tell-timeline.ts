import type { Evidence } from "../../domain/answer.ts";
import type { Timeline, TimelineEvent, TimelineRequest } from "../../domain/digest.ts";
import { plainEvidence } from "../../answer/evidence.ts";
import { sentencesOfArticle } from "../../search/sentence-index.ts";
import type { RetellingSource } from "../retelling.ts";

/** First version: for each day that a sentence names, the first such sentence. */
export async function tellTimeline(
  { index, answerer }: RetellingSource,
  request: TimelineRequest,
  signal: AbortSignal,
): Promise<Timeline> {
  signal.throwIfAborted();
  const { topic, dates } = request;
  const found: readonly Evidence[] =
    topic === null
      ? index.articles
          .slice(0, 100)
          .flatMap((_, place) => sentencesOfArticle(index, place).slice(0, 3))
          .map((sentence) => plainEvidence(sentence))
      : answerer.search({ text: topic, context: [] }, { offset: 0, limit: 100, quotes: "preferred" }).hits;
  const days = new Map<string, TimelineEvent>();
  for (const evidence of found) {
    const date = evidence.dates.find(({ precision }) => precision === "day");
    if (date === undefined || days.has(date.from)) continue;
    days.set(date.from, {
      from: date.from,
      to: date.to,
      precision: "day",
      point: { evidence, also: [], stance: null },
      articles: 1,
      independentSources: 1,
      otherDates: [],
    });
  }
  const events = [...days.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) return { status: "not-in-articles", closest: [], unknownWords: [] };
  return {
    status: "told",
    request,
    events: events.slice(-dates),
    passedOver: Math.max(0, events.length - dates),
    reporting: [{ from: first.from, to: last.to, articles: index.articles.length }],
    articlesRead: index.articles.length,
    corrections: [],
  };
}
