import type { Article } from "../../src/domain/article.ts";
import type { Sentence } from "../../src/domain/sentence.ts";
import type { Concept, Query } from "../../src/search/query.ts";
import type { Analyzer } from "../../src/text/analyzer.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";

/** A sentence with its score. */
export interface Scored {
  readonly sentence: Sentence;
  readonly score: number;
  /** Whether it holds a word of the query itself. */
  readonly own: boolean;
}

/** BM25F's usual parameters for sentences, written down once more so that nothing is shared with what is tested. */
const K1 = 0.9;
const B = 0.4;
const WEIGHTS = { sentence: 1, neighbours: 0.2, title: 0.5 };

/** BM25F straight from its definition, over every sentence, with nothing clever: best first, ties in the order given. */
export function naiveRank(articles: readonly Article[], analyzer: Analyzer, query: Query): readonly Scored[] {
  const termsOf = (text: string): readonly string[] =>
    analyzer
      .analyze(text)
      .filter((term) => !term.stop)
      .map((term) => term.term);
  const texts = articles.map((article) => ({
    title: termsOf(article.title),
    sentences: sentencesOf(article).map((sentence) => ({ sentence, terms: termsOf(sentence.text) })),
  }));
  const all = texts.flatMap(({ sentences }) => sentences);
  const averageSentence = mean(all.map(({ terms }) => terms.length));
  const averageTitle = mean(texts.map(({ title }) => title.length));
  const idf = (term: string): number => {
    const inSentences = all.filter(({ terms }) => terms.includes(term)).length;
    const inTitles = texts.filter(({ title }) => title.includes(term)).length;
    const matching = Math.max(inSentences, inTitles);
    return Math.log(1 + (all.length - matching + 0.5) / (matching + 0.5));
  };
  const idfs = new Map(
    query.concepts.flatMap(({ alternatives }) => alternatives.flat().map(({ term }) => [term, idf(term)] as const)),
  );
  // Sums of floating-point numbers depend on their order: the most telling concept first.
  const most = ({ alternatives, weight }: Concept): number =>
    Math.max(
      0,
      ...alternatives.map((terms) =>
        terms.reduce((sum, term) => sum + (idfs.get(term.term) ?? 0) * term.weight * weight, 0),
      ),
    );
  const concepts = query.concepts.toSorted((a, b) => most(b) - most(a));

  const scored: Scored[] = [];
  for (const { title, sentences } of texts) {
    for (const [place, { sentence, terms }] of sentences.entries()) {
      const around = [sentences[place - 1], sentences[place + 1]].flatMap((other) => other?.terms ?? []);
      const scoreOf = (term: string, maximum: number): number => {
        const frequency =
          WEIGHTS.sentence * normalised(terms, term, averageSentence) +
          WEIGHTS.neighbours * normalised(around, term, 2 * averageSentence) +
          WEIGHTS.title * normalised(title, term, averageTitle);
        return maximum * (frequency / (K1 + frequency));
      };
      let score = 0;
      for (const concept of concepts) {
        const alternatives = concept.alternatives.map((alternative) =>
          alternative.reduce(
            (sum, { term, weight }) => sum + scoreOf(term, (idfs.get(term) ?? 0) * weight * concept.weight),
            0,
          ),
        );
        score += Math.max(0, ...alternatives);
      }
      const wanted = new Set(query.concepts.flatMap(({ alternatives }) => alternatives.flat().map(({ term }) => term)));
      if (score > 0) scored.push({ sentence, score, own: terms.some((term) => wanted.has(term)) });
    }
  }
  return scored.sort((a, b) => b.score - a.score);
}

function normalised(terms: readonly string[], wanted: string, average: number): number {
  const count = terms.filter((term) => term === wanted).length;
  return count === 0 ? 0 : count / (1 - B + (B * terms.length) / average);
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}
