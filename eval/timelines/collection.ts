import { createHash } from "node:crypto";
import { type Candidate, type Dated, collectDates } from "../../src/digest/timeline/collect-dates.ts";
import { type Published, publishedOf } from "../../src/digest/timeline/importance.ts";
import { ArticleReader } from "../../src/digest/timeline/read-article.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { type GivenDocument, documentsOf } from "../given/document.ts";

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
  const documents = documentsOf(docs);
  const candidates: Candidate[] = [];
  for (const { article, sentences } of documents) {
    for (const read of reader.read(article, sentences, READ_AT_ONCE)) {
      candidates.push({ ...read, terms: reader.termsOf(read.sentence.text), relevance: 1 });
    }
  }
  return {
    candidates,
    dated: await collectDates(candidates, signal),
    published: publishedOf(
      documents.map(({ article }) => article),
      candidates,
    ),
  };
}
