import type { Point } from "./answer.ts";

/** Where a question to compare answers by comes from. */
export interface ComparedQuestion {
  readonly text: string;
  readonly from: "gold" | "example" | "open" | "asked";
}

/**
 * How an answer differs, the first that holds: it is there only now, or no longer; its first sentence reads otherwise in
 * the same article, because that was changed; another sentence stands first; the same one does, of another article, or
 * with other articles beside it; what follows differs; what contradicts the question, or within the answer, does.
 */
export type AnswerDifferenceKind =
  | "answered-now"
  | "silent-now"
  | "text-changed"
  | "other-sentence"
  | "other-articles"
  | "further-sentences"
  | "contradiction";

/** A question that two states of a corpus answer differently. */
export interface AnswerDifference {
  readonly question: ComparedQuestion;
  readonly kind: AnswerDifferenceKind;
  /** What was shown first; null where the articles were said to be silent. */
  readonly before: Point | null;
  readonly now: Point | null;
}

export interface AnswerComparison {
  /** In the order of the questions. */
  readonly differences: readonly AnswerDifference[];
  /** How many questions were asked: those alike but for letter case and punctuation once. */
  readonly asked: number;
}
