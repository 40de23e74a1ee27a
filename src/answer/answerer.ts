import type { Answer, Condition, Evidence, Question, SearchPage, UnusableReason } from "../domain/answer.ts";
import type { Explanation, Weighed } from "../domain/explanation.ts";
import { type Query, buildQuery } from "../search/query.ts";
import { rank } from "../search/rank.ts";
import { phraseShare } from "../search/restriction.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";
import { type Syntax, ownWordsOf, withoutQuotes } from "../search/syntax.ts";
import { confidenceOf, weighedSignals } from "./confidence.ts";
import { withContext } from "./context.ts";
import { askedOf } from "./contradiction.ts";
import { coverageOf } from "./coverage.ts";
import { preferQuoted } from "./prefer-quoted.ts";
import { type QuestionKind, questionKind } from "./question-kind.ts";
import { type Reading, isPhrase, readQuestion, wordless } from "./reading.ts";
import { rerank } from "./rerank.ts";
import { signalsOf } from "./signals.ts";
import { tellAnswer, tellClosest } from "./tell.ts";

export interface AnswerOptions {
  /** Confidence from which on sentences are shown as an answer, 0 to 1. */
  readonly threshold: number;
}

export const DEFAULT_ANSWER_OPTIONS: AnswerOptions = Object.freeze({ threshold: 0.5 });

export interface SearchOptions {
  readonly offset: number;
  readonly limit: number;
  /** Ids of the articles to look in; all when absent. */
  readonly within?: ReadonlySet<string>;
  /** Leaves out sentences found by their title or neighbours alone. */
  readonly ownWordsOnly?: boolean;
  /**
   * Whether sentences must hold what stands in quotes, as in a search, or are merely preferred for it, as for a question,
   * where quotes are mostly around titles and names. Preferred when absent.
   */
  readonly quotes?: "required" | "preferred";
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
/** Passages found are counted up to here; nobody turns more pages. */
const MAX_COUNTED = 1_000;
/** A passage that shares less than this of the question's telling words is not even close. */
const MIN_CLOSEST_COVERAGE = 0.2;

/** Answers questions from one index. Holds no state: two calls never touch each other. */
export function createAnswerer(index: SentenceIndex, options: AnswerOptions = DEFAULT_ANSWER_OPTIONS): Answerer {
  return {
    ask(question) {
      const reading = readQuestion(index, question.text);
      if (!reading.ok) return { status: "unusable-question", question, reason: reading.error };
      const { query, kind, evidence, confidence, silence, conditions } = find(index, question, reading.value, {
        offset: 0,
        limit: CONSIDERED,
      });
      if (query.concepts.length === 0) {
        return { status: "unusable-question", question, reason: wordless(reading.value.conditions) };
      }
      const { threshold } = options;
      const explanation: Explanation = { kind, language: "en", threshold, confidence, ranking: [], silence };
      if (confidence >= threshold && evidence.length > 0) {
        return {
          status: "answered",
          question,
          confidence,
          ...tellAnswer(index.analyzer, kind, evidence),
          corrections: query.corrections,
          conditions,
          explanation,
        };
      }
      return {
        status: "not-in-articles",
        question,
        confidence,
        ...tellClosest(
          index.analyzer,
          askedOf(question.text, query),
          evidence.filter(({ contributions }) => coverageOf(query, contributions) >= MIN_CLOSEST_COVERAGE),
        ),
        corrections: query.corrections,
        unknownWords: query.unknownWords,
        conditions,
        explanation,
      };
    },

    search(question, searchOptions) {
      const { offset } = searchOptions;
      const reading = readQuestion(index, question.text);
      if (!reading.ok) return nothing(question.text, reading.error);
      const found = find(index, question, reading.value, { ...searchOptions, countUpTo: MAX_COUNTED });
      const { query, evidence, confidence, total, totalIsExact, conditions, unquoted } = found;
      if (query.concepts.length === 0) return nothing(question.text, wordless(reading.value.conditions));
      return {
        query: question.text,
        total,
        totalIsExact,
        offset,
        hits: evidence,
        corrections: query.corrections,
        conditions,
        unquoted,
        unusable: null,
        confidence,
      };
    },
  };
}

function nothing(query: string, unusable: UnusableReason): ConfidentSearchPage {
  return {
    query,
    total: 0,
    totalIsExact: true,
    offset: 0,
    hits: [],
    corrections: [],
    conditions: [],
    unquoted: [],
    unusable,
    confidence: 0,
  };
}

interface Found {
  readonly query: Query;
  readonly kind: QuestionKind;
  readonly evidence: readonly Evidence[];
  readonly confidence: number;
  /** What the confidence is made of. */
  readonly silence: readonly Weighed[];
  readonly total: number;
  readonly totalIsExact: boolean;
  /** What the evidence was held to. */
  readonly conditions: readonly Condition[];
  /** Phrases that nothing holds word for word, and that were let go. */
  readonly unquoted: readonly string[];
}

interface RankedOptions extends SearchOptions {
  /** Counts all that match up to this many. */
  readonly countUpTo?: number;
}

/** Finds what a question asks for, held to its conditions. */
function find(
  index: SentenceIndex,
  question: Question,
  { syntax, conditions }: Reading,
  options: RankedOptions,
): Found {
  const kind = questionKind(ownWordsOf(question.text, syntax));
  const loose = { conditions: conditions.filter((condition) => !isPhrase(condition)), unquoted: [] };
  if (options.quotes !== "required") {
    const heldShare = phraseShare(index.analyzer, syntax);
    return { ...ranked(index, question, withoutQuotes(syntax), kind, options, heldShare), ...loose };
  }
  const strict = { ...ranked(index, question, syntax, kind, options), conditions, unquoted: [] };
  if (strict.total > 0 || loose.conditions.length === conditions.length) return strict;
  const relaxed = ranked(index, question, withoutQuotes(syntax), kind, options);
  if (relaxed.total === 0) return strict;
  const unquoted = conditions.flatMap((condition) => (isPhrase(condition) ? [condition.text] : []));
  return { ...relaxed, ...loose, unquoted };
}

/** Ranks by words, then lifts sentences that hold the kind of thing asked for, or what the question has in quotes. */
function ranked(
  index: SentenceIndex,
  question: Question,
  syntax: Syntax,
  kind: QuestionKind,
  options: RankedOptions,
  heldShare: ((text: string) => number) | null = null,
): Omit<Found, "conditions" | "unquoted"> {
  const query = withContext(index, question, buildQuery(index, question.text, 1, syntax));
  const wanted = options.offset + options.limit;
  const ranking = rank(index, query, { ...options, offset: 0, limit: Math.max(RERANKED, wanted) });
  const reranked = rerank(index, query, kind, ranking.hits, Math.max(wanted, 2));
  const candidates = heldShare === null ? reranked : preferQuoted(reranked, heldShare);
  const [best, second] = candidates;
  const signals = best === undefined ? null : signalsOf(query, best.hit, best.evidence, second?.evidence);
  return {
    query,
    kind,
    evidence: candidates.slice(options.offset, wanted).map(({ evidence }) => evidence),
    confidence: signals === null ? 0 : confidenceOf(signals),
    silence: signals === null ? [] : weighedSignals(signals),
    total: ranking.total,
    totalIsExact: ranking.totalIsExact,
  };
}
