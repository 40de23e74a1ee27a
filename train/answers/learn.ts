import { z } from "zod";
import { RANKING_FEATURES } from "../../src/answer/features.ts";
import type { AnswerModel } from "../../src/answer/model.ts";
import { SILENCE_SIGNALS } from "../../src/answer/silence.ts";
import { fitConditionalLogit } from "./conditional-logit.ts";
import type { Learned } from "./left-out.ts";
import { type Logistic, fitLogistic, probabilityOf } from "./logistic.ts";
import { type Source, exampleWeights } from "./mixture.ts";
import type { Outcome } from "./outcomes.ts";
import type { RankingExamples } from "./ranking-examples.ts";

const RANKING_FIT = { steps: 300, rate: 0.05, penalty: 1e-3 } as const;
const SILENCE_FIT = { steps: 1000, rate: 0.05, penalty: 1e-3 } as const;

const RANKING = z.record(z.enum(RANKING_FEATURES), z.number());
const SILENCE = z.record(z.enum(SILENCE_SIGNALS), z.number());

/** @param without a source that is not learned from */
export async function learnRanking(
  { lists, cases }: RankingExamples,
  learned: Learned,
  without: Source | null,
  signal: AbortSignal,
): Promise<AnswerModel["ranking"]> {
  const weights = exampleWeights(cases, without);
  const found = await fitConditionalLogit(lists, { ...RANKING_FIT, weights, free: learned.ranking, signal });
  return RANKING.parse(Object.fromEntries(RANKING_FEATURES.map((name, n) => [name, short(found[n] ?? 0)])));
}

/**
 * Learns how likely one of the sentences shown is right.
 *
 * @param isHeldBack which outcomes are not learned from
 */
export async function learnSilence(
  outcomes: readonly Outcome[],
  learned: Learned,
  isHeldBack: (outcome: Outcome, place: number) => boolean,
  signal: AbortSignal,
): Promise<Logistic> {
  const all = exampleWeights(outcomes);
  const used = outcomes.flatMap((outcome, place) =>
    outcome.signals === null || isHeldBack(outcome, place)
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
