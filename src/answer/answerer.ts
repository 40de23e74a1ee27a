import type { Answer, Evidence, Question, SearchPage, UnusableReason } from "../domain/answer.ts";
import { type Query, buildQuery } from "../search/query.ts";
import { rank } from "../search/rank.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";
import { confidenceOf } from "./confidence.ts";
import { withContext } from "./context.ts";
import { coverageOf } from "./coverage.ts";
import { questionKind } from "./question-kind.ts";
import { rerank } from "./rerank.ts";
import { chooseSentences } from "./selection.ts";
import { signalsOf } from "./signals.ts";

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
/** A passage that shares less than this of the question's telling words is not even close. */
const MIN_CLOSEST_COVERAGE = 0.2;

/** Answers questions from one index. Holds no state: two calls never touch each other. */
export function createAnswerer(index: SentenceIndex, options: AnswerOptions = DEFAULT_ANSWER_OPTIONS): Answerer {
  return {
    ask(question) {
      const reason = unusable(question.text);
      if (reason !== null) return { status: "unusable-question", question, reason };
      const { query, evidence, confidence } = find(index, question, { offset: 0, limit: CONSIDERED });
      if (query.concepts.length === 0) return { status: "unusable-question", question, reason: "no-words" };
      if (confidence >= options.threshold && evidence.length > 0) {
        const chosen = chooseSentences(evidence);
        return { status: "answered", question, confidence, evidence: chosen, corrections: query.corrections };
      }
      return {
        status: "not-in-articles",
        question,
        confidence,
        closest: chooseSentences(
          evidence.filter(({ contributions }) => coverageOf(query, contributions) >= MIN_CLOSEST_COVERAGE),
          MAX_CLOSEST,
        ),
        corrections: query.corrections,
        unknownWords: query.unknownWords,
      };
    },

    search(question, searchOptions) {
      if (unusable(question.text) !== null) {
        return { query: question.text, total: 0, offset: 0, hits: [], corrections: [], confidence: 0 };
      }
      const { query, evidence, confidence, total } = find(index, question, searchOptions);
      const { offset } = searchOptions;
      return { query: question.text, total, offset, hits: evidence, corrections: query.corrections, confidence };
    },
  };
}

function unusable(text: string): UnusableReason | null {
  if (text.trim() === "") return "empty";
  return text.length > MAX_QUESTION_LENGTH ? "too-long" : null;
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
