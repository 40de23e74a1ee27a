import type { Answer, Evidence } from "../../domain/answer.ts";
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
  /** What the reply would show, in order: the answer, or under `not-in-articles` the closest passages. */
  readonly sentences: readonly SentenceRecord[];
}

export function answerRecord(id: string | number | null, answer: Answer): AnswerRecord {
  const question = answer.question.text;
  switch (answer.status) {
    case "answered": {
      const { status, confidence, points } = answer;
      return { id, question, status, confidence, sentences: points.map(({ evidence }) => sentenceRecord(evidence)) };
    }
    case "not-in-articles": {
      const { status, confidence, closest } = answer;
      return { id, question, status, confidence, sentences: closest.map(({ evidence }) => sentenceRecord(evidence)) };
    }
    case "unusable-question": {
      return { id, question, status: answer.status, confidence: 0, sentences: [] };
    }
  }
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
