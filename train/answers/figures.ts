import { aurocOf } from "../../eval/metrics/auroc.ts";
import { expectedCalibrationError, reliabilityBins } from "../../eval/metrics/calibration.ts";
import { reciprocalRank, successAt } from "../../eval/metrics/ranking.ts";
import { weightedMean } from "../../eval/metrics/weights.ts";
import type { Outcome } from "./outcomes.ts";

/** An outcome with how likely one of the sentences shown was held to be right. */
export interface Told extends Pick<Outcome, "source" | "setting" | "rank" | "isRight"> {
  readonly unanswerable: boolean;
  readonly confidence: number;
}

/** How a group of questions was answered, to four digits; null where there is nothing to take a figure over. */
export interface GroupFigures {
  readonly questions: number;
  readonly answerable: number;
  /** Over the answerable ones. */
  readonly success1: number | null;
  readonly mrr10: number | null;
  /** How well the confidence tells answerable questions from others. */
  readonly aurocAnswerable: number | null;
  /** How well it tells whether one of the sentences shown is right; for an unanswerable question none is. */
  readonly aurocRight: number | null;
  readonly calibrationError: number | null;
}

/** What is said and what is not from a confidence on. */
export interface AnsweringFigures {
  /** Share of the answers that are right. */
  readonly precision: number | null;
  /** Share of the answerable questions that are answered right. */
  readonly recall: number | null;
  /** Share of the unanswerable ones that are not answered. */
  readonly silence: number | null;
  readonly calibrationError: number | null;
}

const DEPTH = 10;

/** Figures by source and setting, in the order in which these come first. */
export function figuresByGroup(told: readonly Told[]): Readonly<Record<string, GroupFigures>> {
  const groups = new Map<string, Told[]>();
  for (const one of told) {
    const name = `${one.source}/${one.setting}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return Object.fromEntries([...groups].map(([name, members]) => [name, groupFigures(members)]));
}

function groupFigures(told: readonly Told[]): GroupFigures {
  const ranks = told.flatMap(({ unanswerable, rank }) => (unanswerable ? [] : [rank]));
  return {
    questions: told.length,
    answerable: ranks.length,
    success1: digits(weightedMean(ranks.map((rank) => successAt(1, rank)))),
    mrr10: digits(weightedMean(ranks.map((rank) => reciprocalRank(rank, DEPTH)))),
    aurocAnswerable: digits(
      aurocOf(told.map(({ confidence, unanswerable }) => ({ score: confidence, positive: !unanswerable })))(),
    ),
    aurocRight: digits(aurocOf(told.map(({ confidence, isRight }) => ({ score: confidence, positive: isRight })))()),
    calibrationError: calibrationError(told),
  };
}

export function answeringFigures(told: readonly Told[], threshold: number): AnsweringFigures {
  const answers = ({ confidence }: Told): boolean => confidence >= threshold;
  return {
    precision: shareOf(told.filter(answers), ({ isRight }) => isRight),
    recall: shareOf(
      told.filter(({ unanswerable }) => !unanswerable),
      (one) => answers(one) && one.isRight,
    ),
    silence: shareOf(
      told.filter(({ unanswerable }) => unanswerable),
      (one) => !answers(one),
    ),
    calibrationError: calibrationError(told),
  };
}

function calibrationError(told: readonly Told[]): number | null {
  return digits(
    expectedCalibrationError(reliabilityBins(told.map(({ confidence, isRight }) => ({ confidence, right: isRight })))),
  );
}

function shareOf(told: readonly Told[], holds: (one: Told) => boolean): number | null {
  return digits(weightedMean(told.map((one) => (holds(one) ? 1 : 0))));
}

function digits(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(4));
}
