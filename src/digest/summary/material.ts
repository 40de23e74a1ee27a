import type { Article } from "../../domain/article.ts";
import type { OnRead } from "../../domain/digest.ts";
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
/** Numbers there are for pairs, for each sentence: far more than it has, so that two hardly ever share one. */
const PAIRS_A_SENTENCE = 64;
const LEAST_PAIRS = 2 ** 16;

/** Places after which what an article tells counts half as much, down to what all of it counts. */
const HALF_PLACE = 6;
const LEAST = 0.15;
/** What it counts that an article, or a house, tells again. */
const TOLD_AGAIN = 0.5;

/**
 * Reads sentences for choosing among them. A concept matters by how many articles tell it and how early (bigram coverage,
 * Gillick and Favre 2009, with the lead's weight: news tell first what matters most); what an article or
 * a house tells again counts half, since it is no independent source.
 *
 * @param candidates each article's sentences in a row, in order
 */
export async function readMaterial(
  analyzer: Analyzer,
  candidates: readonly Candidate[],
  signal: AbortSignal,
  onProgress?: OnRead,
): Promise<Material> {
  const wanted = Math.max(LEAST_PAIRS, PAIRS_A_SENTENCE * candidates.length);
  const pairNumbers = 2 ** Math.ceil(Math.log2(wanted));
  const termNumbers = new Map<string, number>();
  const told: Told[] = [];
  for (const [place, { sentence, relevance }] of candidates.entries()) {
    if (place % CHUNK === 0) {
      onProgress?.(place, candidates.length);
      await pause(signal);
    }
    const terms = new Set<number>();
    const pairs = new Set<number>();
    let before = -1;
    analyzer.eachTerm(sentence.text.slice(0, MAX_LENGTH), (term, _, kind) => {
      const number = termNumbers.get(term) ?? pairNumbers + termNumbers.size;
      termNumbers.set(term, number);
      terms.add(number);
      if (kind === "alias") return;
      if (before >= 0) pairs.add(pairNumber(before, number, pairNumbers));
      before = number;
    });
    told.push({ sentence, ...readable(sentence.text), terms: [...terms], pairs: [...pairs], relevance });
  }
  await pause(signal);
  return { told, weights: weightsOf(told, pairNumbers + termNumbers.size) };
}

/** A hash of two numbers, below `size`, a power of two (Knuth's multiplicative method). */
function pairNumber(a: number, b: number, size: number): number {
  const mixed = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & (size - 1);
}

function weightsOf(told: readonly Told[], size: number): Float64Array {
  const weights = new Float64Array(size);
  const lastArticle = Array.from({ length: size }, (): Article | null => null);
  const lastHouse = Array.from({ length: size }, (): string | null => null);
  const byHouse = told
    .map((one) => ({ one, house: one.sentence.article.agency ?? one.sentence.article.publisher }))
    .toSorted((a, b) => (a.house < b.house ? -1 : Number(a.house > b.house)));
  for (const { one, house } of byHouse) {
    const { article, position } = one.sentence;
    const worth = one.relevance * (LEAST + (1 - LEAST) * 2 ** (-position / HALF_PLACE));
    const weigh = (concept: number): void => {
      const isAgain = lastArticle[concept] === article || lastHouse[concept] === house;
      weights[concept] = (weights[concept] ?? 0) + worth * (isAgain ? TOLD_AGAIN : 1);
      lastArticle[concept] = article;
      lastHouse[concept] = house;
    };
    for (const concept of one.terms) weigh(concept);
    for (const concept of one.pairs) weigh(concept);
  }
  return weights;
}
