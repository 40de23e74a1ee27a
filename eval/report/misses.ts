import type { Judged } from "../judge/judgement.ts";
import type { TestQuestion } from "../run/question-line.ts";
import type { ShownSentence } from "../systems/system.ts";

/** In which way a question went wrong: a wrong answer, no answer though the right sentence was first, or not found. */
export type MissKind = "confident-and-wrong" | "silent-though-right" | "not-found";

/** A question that went wrong, with what explains it. */
export interface Miss {
  readonly kind: MissKind;
  readonly id: string;
  readonly question: string;
  readonly context: readonly string[];
  readonly unanswerable: boolean;
  readonly confidence: number;
  /** What a person was shown, best first, with why it was found. */
  readonly shown: readonly ShownSentence[];
  readonly gold: readonly string[];
}

/** How wrong each kind is: the higher, the worse. Silence is the worse the surer it was. */
const BADNESS: Readonly<Record<MissKind, (miss: Miss) => number>> = {
  "confident-and-wrong": ({ confidence }) => confidence,
  "silent-though-right": ({ confidence }) => -confidence,
  "not-found": ({ confidence }) => confidence,
};

/** Keeps the worst misses of each kind, so that a long run need not keep them all. */
export class WorstMisses {
  readonly #limit: number;
  readonly #worst = new Map<MissKind, Miss[]>();

  /** @param limit how many of each kind are kept */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Takes note of how a question went. */
  add(question: TestQuestion, judged: Judged): void {
    for (const kind of kindsOf(judged)) {
      const kept = this.#worst.get(kind) ?? [];
      kept.push(missOf(kind, question, judged));
      kept.sort((a, b) => BADNESS[kind](b) - BADNESS[kind](a));
      this.#worst.set(kind, kept.slice(0, this.#limit));
    }
  }

  /** The worst first, kind by kind. */
  list(): readonly Miss[] {
    return (["confident-and-wrong", "silent-though-right", "not-found"] as const).flatMap(
      (kind) => this.#worst.get(kind) ?? [],
    );
  }
}

function kindsOf({ judgement }: Judged): readonly MissKind[] {
  const { status, answeredRight, rank, unanswerable } = judgement;
  const kinds: MissKind[] = [];
  if (status === "answered" && !answeredRight) kinds.push("confident-and-wrong");
  if (status !== "answered" && rank === 1) kinds.push("silent-though-right");
  if (!unanswerable && rank === null) kinds.push("not-found");
  return kinds;
}

function missOf(kind: MissKind, question: TestQuestion, { judgement, reply }: Judged): Miss {
  return {
    kind,
    id: question.id,
    question: question.text,
    context: question.context,
    unanswerable: question.unanswerable,
    confidence: judgement.confidence,
    shown: reply?.shown ?? [],
    gold: question.goldSentences,
  };
}
