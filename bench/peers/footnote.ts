import { buildQuery } from "../../src/search/query.ts";
import { rank } from "../../src/search/rank.ts";
import { type SentenceIndex, buildSentenceIndex } from "../../src/search/sentence-index.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import type { Article } from "../../src/domain/article.ts";
import { ARTICLE_LINE } from "../run/article-line.ts";
import { readLines } from "../run/read-lines.ts";
import type { Ids, Peer, Question } from "./peer.ts";

/**
 * Footnote's own engine, with all it does for a question: analysis of the text, titles and neighbours as further fields,
 * correction of unknown words. The one file of the bench that knows the engine.
 */
export function createPeer(): Peer {
  let articles: readonly Article[] = [];
  let index: SentenceIndex | null = null;
  const search = ({ text }: Question, limit: number): Ids =>
    index === null ? [] : rank(index, buildQuery(index, text), { limit }).hits.map(({ sentence }) => sentence);
  return {
    load: async ({ articlesFile }) => {
      const loaded: Article[] = [];
      for await (const line of readLines(articlesFile)) loaded.push(articleOf(line, articlesFile));
      articles = loaded;
    },
    build: () => {
      index = buildSentenceIndex(articles, createAnalyzer([]));
    },
    search,
    searchFuzzy: search,
  };
}

function articleOf(line: string, file: string): Article {
  const { id, title, publisher, published, text } = ARTICLE_LINE.parse(JSON.parse(line));
  return {
    id,
    title,
    publisher,
    agency: null,
    authors: [],
    url: null,
    published: published === "" ? null : published,
    language: "en",
    kind: "original",
    note: null,
    body: text,
    source: { file, bodyLine: 1 },
  };
}
