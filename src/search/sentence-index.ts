import type { Article } from "../domain/article.ts";
import type { Sentence } from "../domain/sentence.ts";
import type { Analyzer } from "../text/analyzer.ts";
import { buildGeneration } from "../index/build-generation.ts";
import { fieldNorms } from "../index/field-norms.ts";
import { type Generation, sentencesAt } from "../index/generation.ts";
import type { IndexPart } from "../index/index-part.ts";
import type { WordVectors } from "../meaning/word-vectors.ts";
import { PartSearch } from "./part-search.ts";
import { RelatedWords } from "./related-words.ts";
import { Vocabulary, type VocabularyPart } from "./vocabulary.ts";

/** An index over the sentences of a corpus, ready to be searched. Never changed: a changed corpus gets another. */
export interface SentenceIndex {
  readonly generation: Generation;
  readonly analyzer: Analyzer;
  /** In the order of the corpus: newest first. */
  readonly articles: readonly Article[];
  readonly sentenceCount: number;
  readonly vocabulary: Vocabulary;
  /** What words mean; null where nothing is known of it. */
  readonly vectors: WordVectors | null;
  readonly related: RelatedWords | null;
  /** One for each part of the generation. */
  readonly searches: readonly PartSearch[];
}

export interface IndexOptions {
  /** Table of what words mean, for finding sentences that say it in other words. */
  readonly vectors?: WordVectors | null;
  /** An index over an earlier generation, from which what stayed the same is taken over. */
  readonly earlier?: SentenceIndex;
}

/** Makes a generation ready to be searched. Takes next to no time, and some for each of its words where `vectors` is given. */
export function createSentenceIndex(
  generation: Generation,
  { earlier, vectors = earlier?.vectors ?? null }: IndexOptions = {},
): SentenceIndex {
  const { analyzer, articles, parts, orders, averages, parameters, sentenceCount } = generation;
  const norms = fieldNorms(averages, parameters);
  const words = parts.map(vocabularyPartOf);
  return {
    generation,
    analyzer,
    articles,
    sentenceCount,
    vocabulary: new Vocabulary(words, earlier?.vocabulary),
    vectors,
    related: vectors === null ? null : new RelatedWords(vectors, words),
    searches: parts.map(
      (part, number) => new PartSearch(part, number, orders[number] ?? new Uint32Array(), norms, averages),
    ),
  };
}

function vocabularyPartOf({ segment, withdrawn }: IndexPart): VocabularyPart {
  return { words: segment.words, counts: segment.wordCount, removed: withdrawn.words };
}

/** Analyses articles and makes them ready to be searched. Takes time in step with the corpus. */
export function buildSentenceIndex(
  articles: readonly Article[],
  analyzer: Analyzer,
  vectors: WordVectors | null = null,
): SentenceIndex {
  return createSentenceIndex(buildGeneration(articles, analyzer), { vectors });
}

/** The sentences of the article with this place in the corpus, in order. */
export function sentencesOfArticle({ generation }: SentenceIndex, article: number): readonly Sentence[] {
  const place = generation.places[article];
  return place === undefined ? [] : sentencesAt(place);
}
