import type { Answer, Evidence, Question, SearchPage, UnusableReason } from "../domain/answer.ts";
import { type Concept, type Query, buildQuery } from "../search/query.ts";
import { type Hit, rank } from "../search/rank.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";
import { type Signals, confidenceOf } from "./confidence.ts";
import { withContext } from "./context.ts";
import { evidenceOf } from "./evidence.ts";
import { bestKindFit, kindFit, mayFitKind } from "./kind-fit.ts";
import { type QuestionKind, questionKind } from "./question-kind.ts";
import { chooseSentences } from "./selection.ts";

export interface AnswerOptions {
  /** Confidence from which on sentences are shown as an answer, 0 to 1. */
  readonly threshold: number;
}

export const DEFAULT_ANSWER_OPTIONS: AnswerOptions = Object.freeze({ threshold: 0.5 });

/** Longest question looked up, in characters: a long sentence, not a pasted page. */
export const MAX_QUESTION_LENGTH = 1_000;

export interface SearchOptions {
  readonly offset: number;
  readonly limit: number;
  /** Ids of the articles to look in; all when absent. */
  readonly within?: ReadonlySet<string>;
  /** Leaves out sentences found by their title or neighbours alone. */
  readonly ownWordsOnly?: boolean;
}

/** A search page with how likely its first passage answers the query. */
export interface ConfidentSearchPage extends SearchPage {
  readonly confidence: number;
}

export interface Answerer {
  ask(question: Question): Answer;
  search(question: Question, options: SearchOptions): ConfidentSearchPage;
}

/** How many of the best matching sentences are looked at for the kind of thing the question asks for. */
const RERANKED = 200;
/** How many of them are considered for showing; the choice among them leaves out what says the same. */
const CONSIDERED = 12;
const MAX_CLOSEST = 3;

/** Answers questions from one index. Holds no state: two calls never touch each other. */
export function createAnswerer(index: SentenceIndex, options: AnswerOptions = DEFAULT_ANSWER_OPTIONS): Answerer {
  return {
    ask(question) {
      const reason = unusable(index, question.text);
      if (reason !== null) return { status: "unusable-question", question, reason };
      const { query, evidence, confidence } = find(index, question, { offset: 0, limit: CONSIDERED });
      if (confidence >= options.threshold && evidence.length > 0) {
        const chosen = chooseSentences(evidence);
        return { status: "answered", question, confidence, evidence: chosen, corrections: query.corrections };
      }
      return {
        status: "not-in-articles",
        question,
        confidence,
        closest: chooseSentences(evidence, MAX_CLOSEST),
        corrections: query.corrections,
        unknownWords: query.unknownWords,
      };
    },

    search(question, searchOptions) {
      if (unusable(index, question.text) !== null) {
        return { query: question.text, total: 0, offset: 0, hits: [], corrections: [], confidence: 0 };
      }
      const { query, evidence, confidence, total } = find(index, question, searchOptions);
      const { offset } = searchOptions;
      return { query: question.text, total, offset, hits: evidence, corrections: query.corrections, confidence };
    },
  };
}

function unusable(index: SentenceIndex, text: string): UnusableReason | null {
  if (text.trim() === "") return "empty";
  if (text.length > MAX_QUESTION_LENGTH) return "too-long";
  return index.analyzer.analyze(text).some((term) => !term.stop) ? null : "no-words";
}

interface Found {
  readonly query: Query;
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
  readonly total: number;
}

/** Ranks by words, then lifts sentences that hold the kind of thing asked for. */
function find(index: SentenceIndex, question: Question, options: SearchOptions): Found {
  const query = withContext(index, question, buildQuery(index, question.text));
  const kind = questionKind(question.text);
  const wanted = options.offset + options.limit;
  const ranking = rank(index, query, { ...options, offset: 0, limit: Math.max(RERANKED, wanted) });
  const candidates = rerank(index, query, kind, ranking.hits, Math.max(wanted, 2));
  const [best, second] = candidates;
  return {
    query,
    evidence: candidates.slice(options.offset, wanted).map(({ evidence }) => evidence),
    confidence: best === undefined ? 0 : confidenceOf(signalsOf(query, best.hit, best.evidence, second?.evidence)),
    total: ranking.total,
  };
}

interface Candidate {
  readonly hit: Hit;
  readonly evidence: Evidence;
}

/**
 * Orders hits by how well they fit both the words and the kind of the question.
 *
 * @param hits best first by words
 * @param wanted how many must be right; hits too far below to rise among these are not looked at
 */
function rerank(
  index: SentenceIndex,
  query: Query,
  kind: QuestionKind,
  hits: readonly Hit[],
  wanted: number,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const hit of hits) {
    const rivals = candidates.filter(({ evidence }) => evidence.score >= hit.score * bestKindFit(kind));
    if (rivals.length >= wanted) break;
    const text = index.sentences[hit.sentence]?.text ?? "";
    // The first few are shown in any case, so their dates and matches are needed whether they fit or not.
    if (candidates.length >= wanted && !mayFitKind(kind, text)) continue;
    const evidence = evidenceOf(index, query, hit, kind);
    if (evidence !== undefined) candidates.push({ hit, evidence: lifted(evidence, kind, coverageOf(query, hit)) });
  }
  return candidates.toSorted((a, b) => b.evidence.score - a.evidence.score || a.hit.sentence - b.hit.sentence);
}

/** Multiplies a score, and what it is made of, by how well the sentence fits the kind of answer sought. */
function lifted(evidence: Evidence, kind: QuestionKind, coverage: number): Evidence {
  const fit = kindFit(kind, evidence.sentence.text, evidence.answers, coverage);
  if (fit === 1) return evidence;
  return {
    ...evidence,
    score: evidence.score * fit,
    contributions: evidence.contributions.map((part) => ({ ...part, score: part.score * fit })),
  };
}

/** Ideas from which on a question counts as a full one. */
const MANY_IDEAS = 8;

function signalsOf(query: Query, hit: Hit, best: Evidence, second: Evidence | undefined): Signals {
  const total = query.concepts.reduce((sum, { idf, weight }) => sum + idf * weight, 0);
  return {
    coverage: coverageOf(query, hit),
    score: Math.min(1, hit.score / total),
    margin: second === undefined ? 1 : 1 - second.score / best.score,
    kindFound: best.answers.length > 0 ? 1 : 0,
    unknown: share(query, ({ alternatives }) => alternatives.length === 0),
    ideas: Math.min(1, query.concepts.length / MANY_IDEAS),
  };
}

/** Share of the question's telling words that a sentence itself holds. */
function coverageOf(query: Query, hit: Hit): number {
  const own = new Set(hit.contributions.filter(({ field }) => field === "sentence").map(({ asked }) => asked));
  return share(query, ({ asked }) => own.has(asked));
}

/** Share of a query's concepts, weighed by how telling they are, of which something is true. */
function share(query: Query, holds: (concept: Concept) => boolean): number {
  const weigh = (concepts: readonly Concept[]): number =>
    concepts.reduce((sum, { idf, weight }) => sum + idf * weight, 0);
  return weigh(query.concepts.filter((concept) => holds(concept))) / weigh(query.concepts);
}
