import type { Article } from "../../domain/article.ts";
import type { Sentence } from "../../domain/sentence.ts";
import type { Analyzer } from "../../text/analyzer.ts";
import { pause } from "../pause.ts";
import { readable } from "./readable.ts";

/** A sentence as it is weighed for a summary. */
export interface Told {
  readonly sentence: Sentence;
  /** How well it can be read alone, see {@link readable}. */
  readonly standing: number;
  readonly words: number;
  /** Its words with content, by the number of their stem or of the glossary's name, each once. */
  readonly terms: readonly number[];
  /** Pairs of neighbours among them. */
  readonly pairs: readonly number[];
  /** How far it is about the topic, 0 to 1; 1 without one. */
  readonly relevance: number;
}

/** What there is to choose from. */
export interface Material {
  readonly told: readonly Told[];
  /** How much a concept matters, by its number. */
  readonly weights: Float64Array;
}

export interface Candidate {
  readonly sentence: Sentence;
  readonly relevance: number;
}

/** Sentences read between two pauses: some milliseconds. */
const CHUNK = 250;
/** Characters of a sentence that are read; a longer one is a list or a table. */
const MAX_LENGTH = 1_000;

/** Places after which what an article tells counts half as much, down to what all of it counts. */
const HALF_PLACE = 6;
const LEAST = 0.15;
/** What a further article of the same house counts. */
const SAME_HOUSE = 0.5;

/**
 * Reads sentences for choosing among them. A concept matters by how many articles tell it and how early (bigram coverage,
 * Gillick and Favre 2009, with the lead's weight: news tell first what matters most); further articles of one house count
 * half, since they are no independent source.
 *
 * @param candidates each article's sentences in a row, in order
 */
export async function readMaterial(
  analyzer: Analyzer,
  candidates: readonly Candidate[],
  signal: AbortSignal,
): Promise<Material> {
  const numbers = new Map<string, number>();
  const numberOf = (concept: string): number => {
    const known = numbers.get(concept);
    if (known !== undefined) return known;
    numbers.set(concept, numbers.size);
    return numbers.size - 1;
  };
  const told: Told[] = [];
  for (const [place, { sentence, relevance }] of candidates.entries()) {
    if (place % CHUNK === 0) await pause(signal);
    const terms = new Set<number>();
    const pairs = new Set<number>();
    let before: string | null = null;
    analyzer.eachTerm(sentence.text.slice(0, MAX_LENGTH), (term, _, kind) => {
      terms.add(numberOf(term));
      if (kind === "alias") return;
      if (before !== null) pairs.add(numberOf(`${before} ${term}`));
      before = term;
    });
    told.push({
      sentence,
      ...readable(sentence.text),
      terms: [...terms],
      pairs: [...pairs],
      relevance,
    });
  }
  return { told, weights: weightsOf(told, numbers.size) };
}

function weightsOf(told: readonly Told[], size: number): Float64Array {
  const weights = new Float64Array(size);
  const lastArticle = new Array<Article | null>(size).fill(null);
  const houses = new Map<string, Set<number>>();
  for (const { sentence, terms, pairs, relevance } of told) {
    const { article, position } = sentence;
    const house = article.agency ?? article.publisher;
    const toldBy = houses.get(house) ?? new Set<number>();
    houses.set(house, toldBy);
    const worth = relevance * (LEAST + (1 - LEAST) * 2 ** (-position / HALF_PLACE));
    for (const concept of [...terms, ...pairs]) {
      if (lastArticle[concept] === article) continue;
      lastArticle[concept] = article;
      weights[concept] = (weights[concept] ?? 0) + worth * (toldBy.has(concept) ? SAME_HOUSE : 1);
      toldBy.add(concept);
    }
  }
  return weights;
}
