import type { Article } from "../domain/article.ts";
import type { Sentence } from "../domain/sentence.ts";
import type { Analyzer } from "../text/analyzer.ts";
import { sentencesOf } from "../text/sentences-of.ts";
import { type PostingList, PostingsBuilder } from "./postings.ts";
import { Vocabulary, vocabularyPart } from "./vocabulary.ts";

/**
 * An inverted index over the sentences of a corpus. Sentences are numbered in the order of the articles; articles are
 * numbered as given. Built once and never changed: another corpus gets another index.
 */
export interface SentenceIndex {
  readonly analyzer: Analyzer;
  readonly articles: readonly Article[];
  readonly sentences: readonly Sentence[];
  /** Term → sentence numbers. */
  readonly inSentence: ReadonlyMap<string, PostingList>;
  /** Term → article numbers. */
  readonly inTitle: ReadonlyMap<string, PostingList>;
  /** Terms that count in each sentence and title, stop words left out. */
  readonly sentenceLengths: Uint16Array;
  readonly titleLengths: Uint16Array;
  readonly averageSentenceLength: number;
  readonly averageTitleLength: number;
  /** Sentence number → article number. */
  readonly articleOf: Uint32Array;
  /** Article number → its first sentence's number; one entry more than articles, so that `[a, a + 1)` is its range. */
  readonly firstSentence: Uint32Array;
  readonly vocabulary: Vocabulary;
}

/** Analyses every article and packs the index. Takes time in step with the corpus. */
export function buildSentenceIndex(articles: readonly Article[], analyzer: Analyzer): SentenceIndex {
  const sentencePostings = new PostingsBuilder();
  const titlePostings = new PostingsBuilder();
  const sentences: Sentence[] = [];
  const sentenceLengths: number[] = [];
  const titleLengths: number[] = [];
  const articleOf: number[] = [];
  const firstSentence: number[] = [];
  const words = new Map<string, number>();

  const termsOf = (text: string): readonly string[] => {
    const terms: string[] = [];
    for (const { term, kind, folded, stop } of analyzer.analyze(text)) {
      if (stop) continue;
      terms.push(term);
      if (kind === "word") words.set(folded, (words.get(folded) ?? 0) + 1);
    }
    return terms;
  };

  for (const [articleNumber, article] of articles.entries()) {
    const titleTerms = termsOf(article.title);
    titlePostings.add(articleNumber, titleTerms);
    titleLengths.push(titleTerms.length);
    firstSentence.push(sentences.length);
    for (const sentence of sentencesOf(article)) {
      const terms = termsOf(sentence.text);
      sentencePostings.add(sentences.length, terms);
      sentences.push(sentence);
      sentenceLengths.push(terms.length);
      articleOf.push(articleNumber);
    }
  }
  firstSentence.push(sentences.length);

  return {
    analyzer,
    articles,
    sentences,
    inSentence: sentencePostings.build(),
    inTitle: titlePostings.build(),
    sentenceLengths: Uint16Array.from(sentenceLengths),
    titleLengths: Uint16Array.from(titleLengths),
    averageSentenceLength: average(sentenceLengths),
    averageTitleLength: average(titleLengths),
    articleOf: Uint32Array.from(articleOf),
    firstSentence: Uint32Array.from(firstSentence),
    vocabulary: new Vocabulary([vocabularyPart(words)]),
  };
}

function average(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}
