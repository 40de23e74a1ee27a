import type { TestQuestion } from "../run/question-line.ts";
import type { Ranking, Reply, System } from "../systems/system.ts";
import { type CandidateFigures, judgeCandidates } from "./candidates.ts";
import { goldOf, isRight } from "./same-sentence.ts";

/** How a system did on a question: all that the metrics are made of. */
export interface Judgement {
  readonly id: string;
  readonly type: string | null;
  readonly style: string | null;
  readonly miss: string | null;
  readonly unanswerable: boolean;
  /** Place of the first right sentence among the ten best, from 1; null for none, always for an unanswerable question. */
  readonly rank: number | null;
  readonly confidence: number;
  /** Null of a system that never stays silent. */
  readonly status: Reply["status"] | null;
  /** Whether one of the sentences shown as the answer is right. */
  readonly answeredRight: boolean;
  /** Whether one of the sentences shown is right, as the answer or as closest passages; of the ranking the first. */
  readonly shownRight: boolean;
  /** Over the candidates that were given to be ranked; null where there were none. */
  readonly candidates: CandidateFigures | null;
  /** Milliseconds for the answer, or for the ten best of a system that gives none. */
  readonly ms: number;
}

/** A judgement with what it was made on, to explain it. */
export interface Judged {
  readonly judgement: Judgement;
  readonly ranking: Ranking;
  readonly reply: Reply | null;
  /** Whether the answer and the ranking agree: the same confidence, and the same sentence first where one is shown. */
  readonly consistent: boolean;
}

/** How many of the best are looked at. */
const DEPTH = 10;

/** Puts a question to a system and judges what comes. */
export function judge(system: System, question: TestQuestion): Judged {
  const { text, context, unanswerable } = question;
  const asked = { text, context };
  const started = performance.now();
  const reply = system.ask?.(asked) ?? null;
  const answered = performance.now();
  const ranking = system.rank(asked, DEPTH);
  const ranked = performance.now();

  const golds = unanswerable ? [] : question.goldSentences.map((gold) => goldOf(gold));
  const place = ranking.hits.findIndex((hit) => isRight(hit.text, golds));
  const shown = reply?.shown ?? ranking.hits.slice(0, 1);
  const shownRight = shown.some((sentence) => isRight(sentence.text, golds));
  return {
    judgement: {
      id: question.id,
      type: question.type,
      style: question.style,
      miss: question.miss,
      unanswerable,
      rank: place === -1 ? null : place + 1,
      confidence: reply?.confidence ?? ranking.confidence,
      status: reply?.status ?? null,
      shownRight,
      answeredRight: reply?.status === "answered" && shownRight,
      candidates: judgeCandidates(system, question),
      ms: reply === null ? ranked - answered : answered - started,
    },
    ranking,
    reply,
    consistent: reply === null || isConsistent(reply, ranking),
  };
}

function isConsistent(reply: Reply, ranking: Ranking): boolean {
  if (reply.confidence !== ranking.confidence) return false;
  return reply.status !== "answered" || reply.shown[0]?.text === ranking.hits[0]?.text;
}
