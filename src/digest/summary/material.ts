import type { Article } from "../../domain/article.ts";
import type { Sentence } from "../../domain/sentence.ts";
import { sentenceVector } from "../../meaning/sentence-vector.ts";
import type { WordVectors } from "../../meaning/word-vectors.ts";
import type { Analyzer } from "../../text/analyzer.ts";
import { pause } from "../pause.ts";
import { readable } from "./readable.ts";

/** A sentence as it is weighed for a summary. */
export interface Told {
  readonly sentence: Sentence;
  /** How well it can be read alone, see {@link readable}. */
  readonly standing: number;
  readonly words: number;
  /** What it is about, by number, each once: the stems of its words with content, and pairs of neighbours among them. */
  readonly concepts: readonly number[];
  /** What it means; null where nothing is known of it. */
  readonly vector: Int8Array | null;
  /** How far it is about the topic, 0 to 1; 1 without one. */
  readonly relevance: number;
}

/** What there is to choose from. */
export interface Material {
  readonly told: readonly Told[];
  /** How much a concept matters, by its number. */
  readonly weights: Float64Array;
}

/** The means by which sentences are read. */
export interface Reader {
  readonly analyzer: Analyzer;
  readonly vectors: WordVectors | null;
}

export interface Candidate {
  readonly sentence: Sentence;
  readonly relevance: number;
}

/** Sentences read between two pauses: some milliseconds. */
const CHUNK = 250;
/** Concepts of the longest sentence; a longer one is a list or a table. */
const MAX_CONCEPTS = 200;

export const P = {
  /** Places after which what an article tells counts half. */
  half: 6,
  floor: 0.15,
  pair: 1,
  sameHouse: 0.5,
  sif: 1,
  power: 1,
};

/**
 * Reads sentences for choosing among them. A concept matters by how many articles tell it and how early (bigram coverage,
 * Gillick and Favre 2009, with the lead's weight: news tell first what matters most); further articles of one house count
 * half, since they are no independent source.
 *
 * @param candidates each article's sentences in a row, in order
 */
export async function readMaterial(
  { analyzer, vectors }: Reader,
  candidates: readonly Candidate[],
  signal: AbortSignal,
): Promise<Material> {
  const numbers = new Map<string, number>();
  const factors: number[] = [];
  const numberOf = (concept: string, factor: number): number => {
    const known = numbers.get(concept);
    if (known !== undefined) return known;
    numbers.set(concept, numbers.size);
    factors.push(factor);
    return numbers.size - 1;
  };
  const told: Told[] = [];
  for (const [place, { sentence, relevance }] of candidates.entries()) {
    if (place % CHUNK === 0) await pause(signal);
    const concepts = new Set<number>();
    const rows: number[] = [];
    let before: { readonly term: string; readonly factor: number } | null = null;
    analyzer.eachTerm(sentence.text.slice(0, 2000), (term, folded, kind) => {
      if (concepts.size >= MAX_CONCEPTS) return;
      const row = vectors?.row(folded) ?? -1;
      const factor = vectors !== null && row >= 0 ? Math.min(1, vectors.weight(row)) ** P.sif : 1;
      if (kind === "word") rows.push(row);
      concepts.add(numberOf(term, factor));
      if (kind === "alias") return;
      if (before !== null) concepts.add(numberOf(`${before.term} ${term}`, P.pair * Math.max(before.factor, factor)));
      before = { term, factor };
    });
    told.push({
      sentence,
      ...readable(sentence.text),
      concepts: [...concepts],
      vector: vectors === null ? null : sentenceVector(vectors, rows),
      relevance,
    });
  }
  return { told, weights: weightsOf(told, factors) };
}

function weightsOf(told: readonly Told[], factors: readonly number[]): Float64Array {
  const weights = new Float64Array(factors.length);
  const lastArticle = new Array<Article | null>(factors.length).fill(null);
  const houses = new Map<string, Set<number>>();
  for (const { sentence, concepts, relevance } of told) {
    const { article, position } = sentence;
    const house = article.agency ?? article.publisher;
    const toldBy = houses.get(house) ?? new Set<number>();
    houses.set(house, toldBy);
    const worth = relevance * (P.floor + (1 - P.floor) * 2 ** (-position / P.half));
    for (const concept of concepts) {
      if (lastArticle[concept] === article) continue;
      lastArticle[concept] = article;
      weights[concept] = (weights[concept] ?? 0) + worth * (toldBy.has(concept) ? P.sameHouse : 1);
    }
    for (const concept of concepts) toldBy.add(concept);
  }
  return weights.map((weight, concept) => weight ** P.power * (factors[concept] ?? 1));
}
