import type { Weighed } from "../domain/explanation.ts";

/** What is known of the best sentence when the decision between answer and silence is made. All from 0 to 1. */
export interface Signals {
  /** Share of the question's telling words that the sentence itself holds, weighed by idf. */
  readonly coverage: number;
  /** The sentence's score beside the sum of the question's idfs: how much of what it could earn it did earn. */
  readonly score: number;
  /** How far ahead of the second best sentence it is: 0 for not at all, 1 for no second. */
  readonly margin: number;
  /** Whether it holds the kind of thing the question asks for: a date, a number, a name. */
  readonly kindFound: number;
  /** Share of the question's telling words that no article holds, weighed by idf. */
  readonly unknown: number;
  /** Share of the question's names (what the glossary knows) that the sentence itself does not hold. */
  readonly namesMissing: number;
  /** How many ideas the question has, 1 for eight or more: the more of them meet, the less by chance. */
  readonly ideas: number;
}

/** Weights of a logistic model, set by hand with an eye on question sets; to be learned from them. */
const MODEL: Readonly<Record<keyof Signals | "bias", number>> = Object.freeze({
  bias: -2.4,
  coverage: 2.9,
  score: 1.6,
  margin: 1.4,
  kindFound: 0.4,
  unknown: -1.2,
  namesMissing: -1.5,
  ideas: 1,
});

/** Probability, 0 to 1, that a sentence with these signals answers the question. */
export function confidenceOf(signals: Signals): number {
  const logit = weighedSignals(signals).reduce((sum, { effect }) => sum + effect, 0);
  return 1 / (1 + Math.exp(-logit));
}

/** What the confidence is made of: the effects add up to its logit. */
export function weighedSignals(signals: Signals): readonly Weighed[] {
  const weighed = (name: string, value: number, weight: number): Weighed => ({
    name,
    value,
    weight,
    effect: value * weight,
  });
  return [
    weighed("bias", 1, MODEL.bias),
    weighed("coverage", signals.coverage, MODEL.coverage),
    weighed("score", signals.score, MODEL.score),
    weighed("margin", signals.margin, MODEL.margin),
    weighed("kind-found", signals.kindFound, MODEL.kindFound),
    weighed("unknown", signals.unknown, MODEL.unknown),
    weighed("names-missing", signals.namesMissing, MODEL.namesMissing),
    weighed("ideas", signals.ideas, MODEL.ideas),
  ];
}
