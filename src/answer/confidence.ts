/** What is known of the best sentence when the decision between answer and silence is made. All from 0 to 1. */
export interface Signals {
  /** Share of the question's telling words that the sentence itself holds, weighed by idf. */
  readonly coverage: number;
  /** The same with the title and the sentences around it. */
  readonly nearCoverage: number;
  /** Whether it holds the kind of thing the question asks for: a date, a number, a name. */
  readonly kindFound: number;
  /** Share of the question's telling words that no article holds, weighed by idf. */
  readonly unknown: number;
}

/** Weights of a logistic model; set by hand, to be learned from question sets. */
const MODEL = Object.freeze({ bias: -3.2, coverage: 4.2, nearCoverage: 1.6, kindFound: 0.5, unknown: -2.5 });

/** Probability, 0 to 1, that a sentence with these signals answers the question. */
export function confidenceOf(signals: Signals): number {
  const logit =
    MODEL.bias +
    MODEL.coverage * signals.coverage +
    MODEL.nearCoverage * signals.nearCoverage +
    MODEL.kindFound * signals.kindFound +
    MODEL.unknown * signals.unknown;
  return 1 / (1 + Math.exp(-logit));
}
