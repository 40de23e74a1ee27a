/**
 * One feature of a weighed decision. Effects add up to what was decided upon: the score of a sentence, or the logit of a
 * confidence.
 */
export interface Weighed {
  /** An identifier, lower case and hyphens: words for people are `present`'s. */
  readonly name: string;
  readonly value: number;
  readonly weight: number;
  /** `value` times `weight`. */
  readonly effect: number;
}

/** Why a question got the answer it got. What matched stands with each sentence, as its contributions. */
export interface Explanation {
  /** An identifier of what the question was read to seek: "time", "agent", "other". */
  readonly kind: string;
  /** BCP 47 tag of the language the question was read as. */
  readonly language: string;
  /** Confidence from which on sentences are shown as an answer, 0 to 1. */
  readonly threshold: number;
  /** Probability, 0 to 1, that the sentences answer the question. */
  readonly confidence: number;
  /** What the rank of the best sentence is made of; empty where its score is its matches' alone. */
  readonly ranking: readonly Weighed[];
  /** What the confidence is made of. */
  readonly silence: readonly Weighed[];
}
