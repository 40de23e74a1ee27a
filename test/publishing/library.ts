import type { Article } from "../../src/domain/article.ts";
import type { Library } from "../../src/domain/command.ts";
import type { SummaryRequest } from "../../src/domain/digest.ts";
import { LIBRARY } from "../discord/fakes.ts";
import { ferryCorpus } from "../fixtures/articles.ts";

export interface LibraryGiven {
  readonly articles: readonly Article[];
  readonly version: string;
  readonly event?: string;
  /** Is told of every summary that is asked for. */
  readonly onSummary?: (request: SummaryRequest) => void;
}

/** A library whose summaries are the first sentence of each article asked for that holds the topic. */
export function libraryOf({ articles, version, event = "ferry", onSummary = () => {} }: LibraryGiven): Library {
  return {
    ...LIBRARY,
    articles: () => articles,
    article: (id) => articles.find((one) => one.id === id),
    status: () => ({
      event: { ...ferryCorpus().event, id: event },
      corpusVersion: version,
      articleCount: articles.length,
      sentenceCount: articles.length,
      newest: null,
      daysSinceNewest: null,
      softwareVersion: "9.9.9",
    }),
    async timeline(request) {
      const reporting = [{ from: "2021-05-01", to: "2021-05-31", articles: articles.length }];
      return { status: "told", request, events: [], passedOver: 0, reporting, articlesRead: 1, corrections: [] };
    },
    async summarise(request) {
      onSummary(request);
      const about = articles.filter(
        ({ id, body }) => request.articles?.has(id) === true && body.includes(request.topic ?? ""),
      );
      if (about.length === 0) return { status: "not-in-articles", closest: [], unknownWords: [] };
      const lines = about.slice(0, request.sentences).map((article) => {
        const end = article.body.indexOf(".") + 1;
        const text = article.body.slice(0, end);
        const sentence = { article, start: 0, end, text, position: 0, paragraph: 0 };
        const evidence = {
          sentence,
          score: 1,
          matches: [],
          answers: [],
          contributions: [],
          dates: [],
          passageUrl: null,
        };
        return { point: { evidence, also: [], stance: null }, contested: [] };
      });
      return { status: "summarised", request, lines, articlesRead: about.length, corrections: [] };
    },
  };
}
