import type { Article } from "../domain/article.ts";
import type { Sentence } from "../domain/sentence.ts";
import type { Analyzer } from "../text/analyzer.ts";
import { buildGeneration } from "../index/build-generation.ts";
import { fieldNorms } from "../index/field-norms.ts";
import { type Generation, sentencesAt } from "../index/generation.ts";
import type { IndexPart } from "../index/index-part.ts";
import { PartSearch } from "./part-search.ts";
import { Vocabulary, type VocabularyPart } from "./vocabulary.ts";

/** An index over the sentences of a corpus, ready to be searched. Never changed: a changed corpus gets another. */
export interface SentenceIndex {
  readonly generation: Generation;
  readonly analyzer: Analyzer;
  /** In the order of the corpus: newest first. */
  readonly articles: readonly Article[];
  readonly sentenceCount: number;
  readonly vocabulary: Vocabulary;
  /** One for each part of the generation. */
  readonly searches: readonly PartSearch[];
}

/**
 * Makes a generation ready to be searched. Takes next to no time, whatever its size.
 *
 * @param earlier an index over an earlier generation, from which what stayed the same is taken over
 */
export function createSentenceIndex(generation: Generation, earlier?: SentenceIndex): SentenceIndex {
  const { analyzer, articles, parts, orders, averages, parameters, sentenceCount } = generation;
  const norms = fieldNorms(averages, parameters);
  return {
    generation,
    analyzer,
    articles,
    sentenceCount,
    vocabulary: new Vocabulary(parts.map(vocabularyPartOf), earlier?.vocabulary),
    searches: parts.map(
      (part, number) => new PartSearch(part, number, orders[number] ?? new Uint32Array(), norms, averages),
    ),
  };
}

function vocabularyPartOf({ segment, withdrawn }: IndexPart): VocabularyPart {
  return { words: segment.words, counts: segment.wordCount, removed: withdrawn.words };
}

/** Analyses articles and makes them ready to be searched. Takes time in step with the corpus. */
export function buildSentenceIndex(articles: readonly Article[], analyzer: Analyzer): SentenceIndex {
  return createSentenceIndex(buildGeneration(articles, analyzer));
}

/** The sentences of the article with this place in the corpus, in order. */
export function sentencesOfArticle({ generation }: SentenceIndex, article: number): readonly Sentence[] {
  const place = generation.places[article];
  return place === undefined ? [] : sentencesAt(place);
}
