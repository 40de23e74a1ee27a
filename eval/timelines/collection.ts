import { createHash } from "node:crypto";
import type { Article } from "../../src/domain/article.ts";
import type { Sentence } from "../../src/domain/sentence.ts";
import { type Candidate, type Dated, collectDates } from "../../src/digest/timeline/collect-dates.ts";
import { type Published, publishedOf } from "../../src/digest/timeline/importance.ts";
import { ArticleReader } from "../../src/digest/timeline/read-article.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";
import type { GivenDocument } from "./timeline-line.ts";

/** Documents as every system is given them: with their sentences, and the dates that these mention. */
export interface Collection {
  /** Every sentence, document by document. */
  readonly candidates: readonly Candidate[];
  readonly dated: Dated;
  readonly published: Published;
}

const READ_AT_ONCE = 10_000;

/** Reads documents; those of several timelines on one topic are read but once where they stand in a row. */
export function createCollector(): (docs: readonly GivenDocument[], signal: AbortSignal) => Promise<Collection> {
  let last: { readonly hash: string; readonly collection: Collection } | null = null;
  return async (docs, signal) => {
    const hash = createHash("sha256").update(JSON.stringify(docs)).digest("hex");
    if (last?.hash === hash) return last.collection;
    last = { hash, collection: await collect(docs, signal) };
    return last.collection;
  };
}

async function collect(docs: readonly GivenDocument[], signal: AbortSignal): Promise<Collection> {
  const reader = new ArticleReader(createAnalyzer([]));
  const articles = docs.map((doc, place) => articleOf(doc, place));
  const candidates: Candidate[] = [];
  for (const [place, article] of articles.entries()) {
    const text = docs[place]?.text ?? "";
    const sentences = typeof text === "string" ? sentencesOf(article) : givenSentences(article, text);
    for (const read of reader.read(article, sentences, READ_AT_ONCE)) {
      candidates.push({ ...read, terms: reader.termsOf(read.sentence.text), relevance: 1 });
    }
  }
  return { candidates, dated: await collectDates(candidates, signal), published: publishedOf(articles, candidates) };
}

function articleOf({ title, text, published, publisher }: GivenDocument, place: number): Article {
  const id = `document-${String(place + 1)}`;
  return {
    id,
    title: title ?? "",
    publisher: publisher ?? id,
    agency: null,
    authors: [],
    url: null,
    published,
    language: "en",
    kind: "original",
    note: null,
    body: typeof text === "string" ? text : text.join("\n"),
    source: { file: id, bodyLine: 1 },
  };
}

function givenSentences(article: Article, texts: readonly string[]): readonly Sentence[] {
  let start = 0;
  return texts.map((text, position) => {
    const sentence = { article, position, paragraph: 0, text, start, end: start + text.length };
    start = sentence.end + 1;
    return sentence;
  });
}
