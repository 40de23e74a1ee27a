import type { Answer, Contribution, Correction, Evidence } from "../../domain/answer.ts";
import type { Explanation } from "../../domain/explanation.ts";
import { shownPoints } from "../../present/answers/shown-points.ts";
import type { ConfidentSearchPage } from "../../answer/answerer.ts";
import type { BatchError } from "./batch-line.ts";

/** A sentence as the command line's JSON gives it. `start` and `end` are UTF-16 offsets into the article's body. */
export interface SentenceRecord {
  readonly text: string;
  readonly article: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

export interface AnswerRecord {
  readonly id: string | number | null;
  readonly question: string;
  readonly status: Answer["status"];
  readonly confidence: number;
  /** What the reply would show, in order: the answer, or under `not-in-articles` what contradicts the question and the closest passages. */
  readonly sentences: readonly SentenceRecord[];
  /** Only where it was asked for; null for a question that could not be looked up. */
  readonly explanation?: ExplanationRecord | null;
}

/** Why a question got its answer. */
export interface ExplanationRecord extends Explanation {
  readonly corrections: readonly Correction[];
  /** What matched in the sentence that ranking put first. */
  readonly matches: readonly Contribution[];
}

export function answerRecord(id: string | number | null, answer: Answer, explain: boolean): AnswerRecord {
  const { status, question } = answer;
  const sentences = shownPoints(answer).map(({ evidence }) => sentenceRecord(evidence));
  const confidence = answer.status === "unusable-question" ? 0 : answer.confidence;
  const record = { id, question: question.text, status, confidence, sentences };
  return explain ? { ...record, explanation: explanationRecord(answer) } : record;
}

function explanationRecord(answer: Answer): ExplanationRecord | null {
  if (answer.status === "unusable-question") return null;
  const [best] = answer.status === "answered" ? answer.points : answer.closest;
  return { ...answer.explanation, corrections: answer.corrections, matches: best?.evidence.contributions ?? [] };
}

export interface SearchRecord {
  readonly id: string | number | null;
  readonly confidence: number;
  readonly results: readonly SentenceRecord[];
}

export function searchRecord(id: string | number | null, page: ConfidentSearchPage): SearchRecord {
  return { id, confidence: page.confidence, results: page.hits.map((hit) => sentenceRecord(hit)) };
}

/** Stands in a batch in place of an answer to a line that could not be read. */
export function unreadableAnswerRecord({
  id,
  question,
  reason,
}: BatchError): AnswerRecord & { readonly error: string } {
  return { id, question, status: "unusable-question", confidence: 0, sentences: [], error: reason };
}

/** As {@link unreadableAnswerRecord}, for a search. */
export function unreadableSearchRecord({ id, reason }: BatchError): SearchRecord & { readonly error: string } {
  return { id, confidence: 0, results: [], error: reason };
}

function sentenceRecord({ sentence, score }: Evidence): SentenceRecord {
  const { article, text, start, end } = sentence;
  const { id, title, publisher, url, published } = article;
  return { text, article: id, title, publisher, url, published, start, end, score };
}
