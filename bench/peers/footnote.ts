import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openModels } from "../../src/app/models.ts";
import type { Article } from "../../src/domain/article.ts";
import { buildGenerationAside, partsOf } from "../../src/index/build-generation.ts";
import { DEFAULT_BM25F } from "../../src/index/bm25f.ts";
import { type Generation, createGeneration } from "../../src/index/generation.ts";
import { decodeSnapshot, encodeSnapshot } from "../../src/index/snapshot.ts";
import { snapshotKey } from "../../src/index/snapshot-header.ts";
import { updateGenerationAside } from "../../src/index/update-generation.ts";
import type { WordVectors } from "../../src/meaning/word-vectors.ts";
import { buildQuery } from "../../src/search/query.ts";
import { rank } from "../../src/search/rank.ts";
import { type SentenceIndex, createSentenceIndex } from "../../src/search/sentence-index.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { ARTICLE_LINE } from "../run/article-line.ts";
import { readLines } from "../run/read-lines.ts";
import { FileArticle } from "./file-article.ts";
import type { Ids, Peer, Question } from "./peer.ts";

const SNAPSHOT_FILE = "index.snapshot";
/** The articles' file as JSON, and where each of its lines ends: as float64, in bytes. */
const SOURCE_FILE = "source.json";
const LINES_FILE = "lines.f64";
/** The folder of models, from where this file is compiled to: bench/dist/bench/peers. */
const MODELS = fileURLToPath(new URL("../../../../models", import.meta.url));
/** The key of a snapshot names its corpus; here there is but one. */
const CORPUS_VERSION = "bench";

/**
 * Footnote's own engine, with all it does for a question: analysis of the text, titles and neighbours as further fields,
 * correction of unknown words, words of about the same meaning. The one file of the bench that knows the engine.
 *
 * It builds from articles in memory. After a start the articles stay on disk, and a sentence's text is read when it is shown.
 */
export function createPeer(): Peer {
  let articlesFile = "";
  let articles: readonly Article[] = [];
  let lineEnds = new Float64Array();
  let index: SentenceIndex | null = null;
  /** The article's place in its file → number of its first sentence. */
  let firstSentences: readonly number[] = [];
  let descriptor: number | null = null;
  let vectors: WordVectors | null = null;

  const readVectors = async (): Promise<void> => {
    const models = await openModels(MODELS);
    if (!models.ok) throw new Error(`${models.error.file}: ${models.error.reason}`);
    ({ vectors } = models.value);
  };
  const serve = (generation: Generation, earlier: SentenceIndex | null): void => {
    index = createSentenceIndex(generation, earlier === null ? { vectors } : { earlier });
  };
  const search = ({ text }: Question, limit: number): Ids =>
    index === null
      ? []
      : rank(index, buildQuery(index, text, { related: true }), { limit }).hits.map(
          ({ sentence }) => (firstSentences[sentence.article.source.bodyLine] ?? 0) + sentence.position,
        );
  return {
    load: async (corpus) => {
      articlesFile = corpus.articlesFile;
      const loaded: Article[] = [];
      const ends: number[] = [];
      for await (const line of readLines(articlesFile)) {
        loaded.push(articleOf(line, loaded.length));
        ends.push((ends.at(-1) ?? 0) + Buffer.byteLength(line) + 1);
      }
      articles = loaded;
      lineEnds = Float64Array.from(ends);
    },
    build: async () => {
      await readVectors();
      const generation = await buildGenerationAside(articles, { glossary: [] });
      firstSentences = firstSentencesOf(generation);
      serve(generation, null);
    },
    search,
    searchFuzzy: search,
    save: (folder) => {
      if (index === null) return;
      const { parts, parameters } = index.generation;
      const segments = parts.map(({ segment }) => segment);
      const key = snapshotKey({ version: CORPUS_VERSION, articles }, parameters);
      writeFileSync(join(folder, SNAPSHOT_FILE), Buffer.concat(encodeSnapshot(segments, key)));
      writeFileSync(join(folder, LINES_FILE), new Uint8Array(lineEnds.buffer));
      writeFileSync(join(folder, SOURCE_FILE), JSON.stringify(articlesFile));
    },
    open: async (folder) => {
      await readVectors();
      const source: unknown = JSON.parse(readFileSync(join(folder, SOURCE_FILE), "utf8"));
      const file = openSync(String(source), "r");
      descriptor = file;
      lineEnds = new Float64Array(bufferOf(readFileSync(join(folder, LINES_FILE))));
      articles = Array.from(lineEnds, (end, line) => new FileArticle(file, line, lineEnds[line - 1] ?? 0, end - 1));
      const bytes = bufferOf(readFileSync(join(folder, SNAPSHOT_FILE)));
      const decoded = decodeSnapshot(bytes, snapshotKey({ version: CORPUS_VERSION, articles }, DEFAULT_BM25F));
      if (!decoded.ok) throw new Error(`the snapshot is unusable: ${decoded.error.id}`);
      const parts = partsOf(decoded.value, articles);
      const generation = createGeneration(createAnalyzer([]), DEFAULT_BM25F, articles, parts);
      firstSentences = firstSentencesOf(generation);
      serve(generation, null);
    },
    add: async ({ line }) => {
      if (index === null) return;
      const { generation } = index;
      // Newest first, as in a corpus.
      const changed = [articleOf(line, generation.articles.length), ...generation.articles];
      serve(await updateGenerationAside(generation, changed), index);
    },
    close: () => {
      if (descriptor !== null) closeSync(descriptor);
    },
  };
}

/** The articles' places in their file → number of their first sentence, counted through the file. */
function firstSentencesOf({ places }: Generation): readonly number[] {
  const first: number[] = [];
  let sentences = 0;
  for (const { part, number } of places) {
    first.push(sentences);
    sentences += (part.segment.articleEnd[number] ?? 0) - (part.segment.articleStart[number] ?? 0);
  }
  return first;
}

function bufferOf(bytes: Buffer): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  if (buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength) return buffer;
  const copy = new ArrayBuffer(byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

function articleOf(json: string, line: number): Article {
  const { id, title, publisher, published, text } = ARTICLE_LINE.parse(JSON.parse(json));
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
    reprintOf: null,
    body: text,
    source: { file: "articles.jsonl", bodyLine: line },
  };
}
