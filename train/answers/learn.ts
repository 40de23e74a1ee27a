import { z } from "zod";
import { RANKING_FEATURES } from "../../src/answer/features.ts";
import type { AnswerModel } from "../../src/answer/model.ts";
import { SILENCE_SIGNALS } from "../../src/answer/silence.ts";
import { fitConditionalLogit } from "./conditional-logit.ts";
import type { Learned } from "./left-out.ts";
import type { Lesson } from "./lessons.ts";
import { type Logistic, fitLogistic, probabilityOf } from "./logistic.ts";
import { exampleWeights } from "./mixture.ts";
import type { Outcome } from "./outcomes.ts";
import type { RankingCase, RankingExamples } from "./ranking-examples.ts";

const RANKING_FIT = { steps: 300, rate: 0.05, penalty: 1e-2 } as const;
const SILENCE_FIT = { steps: 1000, rate: 0.05, penalty: 1e-3 } as const;

const RANKING = z.record(z.enum(RANKING_FEATURES), z.number());
const SILENCE = z.record(z.enum(SILENCE_SIGNALS), z.number());

/** Learns which sentence comes first, from the questions that a lesson does not hold back. */
export async function learnRanking(
  { lists, cases }: RankingExamples,
  learned: Learned,
  { isHeldBack }: Lesson,
  signal: AbortSignal,
): Promise<AnswerModel["ranking"]> {
  const weights = exampleWeights(cases, "ranking").map((weight, n) => (isUsed(cases[n], isHeldBack) ? weight : 0));
  const found = await fitConditionalLogit(lists, { ...RANKING_FIT, weights, free: learned.ranking, signal });
  return RANKING.parse(Object.fromEntries(RANKING_FEATURES.map((name, n) => [name, short(found[n] ?? 0)])));
}

function isUsed(one: RankingCase | undefined, isHeldBack: Lesson["isHeldBack"]): boolean {
  return one !== undefined && !isHeldBack(one.question);
}

/** Learns how likely one of the sentences shown is right, from the questions that a lesson does not hold back. */
export async function learnSilence(
  outcomes: readonly Outcome[],
  learned: Learned,
  { isHeldBack }: Lesson,
  signal: AbortSignal,
): Promise<Logistic> {
  const all = exampleWeights(outcomes, "silence");
  const used = outcomes.flatMap((outcome, place) =>
    outcome.signals === null || isHeldBack(outcome.question)
      ? []
      : { signals: outcome.signals, right: outcome.isRight, weight: all[place] ?? 0 },
  );
  const columns = SILENCE_SIGNALS.length;
  const values = new Float32Array(used.length * columns);
  for (const [row, { signals }] of used.entries()) values.set(signals, row * columns);
  return fitLogistic(
    { columns, values },
    {
      ...SILENCE_FIT,
      targets: used.map(({ right }) => right),
      weights: Float64Array.from(used, ({ weight }) => weight),
      free: learned.silence,
      signal,
    },
  );
}

/** How likely one of the sentences shown is right by its signals; 0 where nothing was found. */
export function confidenceIn(silence: Logistic, signals: Outcome["signals"]): number {
  return signals === null ? 0 : probabilityOf(silence, signals);
}

/** The model as the program reads it. */
export function modelOf(ranking: AnswerModel["ranking"], silence: Logistic, threshold: number): AnswerModel {
  const signals = Object.fromEntries(SILENCE_SIGNALS.map((name, n) => [name, short(silence.weights[n] ?? 0)]));
  return { ranking, silence: SILENCE.parse(signals), bias: short(silence.bias), threshold };
}

/** As many digits as make no difference. */
function short(weight: number): number {
  return Number(weight.toPrecision(6));
}
