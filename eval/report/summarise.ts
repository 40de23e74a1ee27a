import { summarise as latencies } from "../../bench/report/latencies.ts";
import type { Judgement } from "../judge/judgement.ts";
import { aurocOf } from "../metrics/auroc.ts";
import { type BootstrapOptions, DEFAULT_BOOTSTRAP, type Estimate, estimate } from "../metrics/bootstrap.ts";
import { brierScore, expectedCalibrationError, reliabilityBins } from "../metrics/calibration.ts";
import { reciprocalRank, successAt } from "../metrics/ranking.ts";
import { precisionAtCoverage } from "../metrics/risk-coverage.ts";
import { weightedMean } from "../metrics/weights.ts";
import type { GroupFigures, SystemFigures } from "./figures.ts";

/** What `miss` holds of a question that has nothing to do with the event. Any other word means a near miss. */
export const OFF_TOPIC = "off-topic";

const DEPTH = 10;

/** The figures of a system over the questions it was asked. */
export function summarise(
  { name, title }: { readonly name: string; readonly title: string },
  judgements: readonly Judgement[],
  inconsistent: readonly string[] = [],
  bootstrap: BootstrapOptions = DEFAULT_BOOTSTRAP,
): SystemFigures {
  const answerable = judgements.filter(({ unanswerable }) => !unanswerable);
  const unanswerable = judgements.filter((one) => one.unanswerable);
  const meanOf = (values: readonly number[]): Estimate | null =>
    estimate(values.length, (weights) => weightedMean(values, weights), bootstrap);
  const told = answerableFrom(judgements);
  const forecasts = judgements.map(({ confidence, rank }) => ({ confidence, right: rank === 1 }));
  const times = latencies(judgements.map(({ ms }) => ms));
  return {
    name,
    title,
    success1: meanOf(answerable.map(({ rank }) => successAt(1, rank))),
    success3: weightedMean(answerable.map(({ rank }) => successAt(3, rank))),
    mrr10: meanOf(answerable.map(({ rank }) => reciprocalRank(rank, DEPTH))),
    candidates: candidateFigures(judgements),
    auroc: {
      answerable: estimate(judgements.length, told, bootstrap),
      nearMisses: answerableFrom([...answerable, ...unanswerable.filter(isNearMiss)])(),
      offTopic: answerableFrom([...answerable, ...unanswerable.filter(({ miss }) => miss === OFF_TOPIC)])(),
      firstRight: aurocOf(forecasts.map(({ confidence, right }) => ({ score: confidence, positive: right })))(),
    },
    answering: answeringFigures(judgements, answerable, unanswerable),
    precisionAt: { half: precisionAtCoverage(forecasts, 0.5), fourFifths: precisionAtCoverage(forecasts, 0.8) },
    calibration: judgements.some(({ status }) => status !== null)
      ? calibrationFigures(judgements.map(({ confidence, shownRight }) => ({ confidence, right: shownRight })))
      : null,
    latency: times === null ? null : { p50: times.p50, p99: times.p99 },
    groups: {
      type: groupsBy(judgements, ({ type }) => type),
      style: groupsBy(judgements, ({ style }) => style),
      miss: groupsBy(judgements, ({ miss }) => miss),
    },
    inconsistent: [...inconsistent],
  };
}

function isNearMiss({ miss }: Judgement): boolean {
  return miss !== null && miss !== OFF_TOPIC;
}

function answerableFrom(judgements: readonly Judgement[]): ReturnType<typeof aurocOf> {
  return aurocOf(judgements.map(({ confidence, unanswerable }) => ({ score: confidence, positive: !unanswerable })));
}

function candidateFigures(judgements: readonly Judgement[]): SystemFigures["candidates"] {
  const figures = judgements.flatMap(({ candidates }) => candidates ?? []);
  const map = weightedMean(figures.map((one) => one.averagePrecision));
  const mrr = weightedMean(figures.map((one) => one.reciprocalRank));
  return map === null || mrr === null ? null : { questions: figures.length, map, mrr };
}

function answeringFigures(
  judgements: readonly Judgement[],
  answerable: readonly Judgement[],
  unanswerable: readonly Judgement[],
): SystemFigures["answering"] {
  if (judgements.every(({ status }) => status === null)) return null;
  const answered = judgements.filter(({ status }) => status === "answered");
  return {
    answered: answered.length,
    precision: shareOf(answered, ({ answeredRight }) => answeredRight),
    recall: shareOf(answerable, ({ answeredRight }) => answeredRight),
    silence: silenceOf(unanswerable),
  };
}

function calibrationFigures(forecasts: Parameters<typeof brierScore>[0]): SystemFigures["calibration"] {
  const bins = reliabilityBins(forecasts);
  return { brier: brierScore(forecasts), expectedError: expectedCalibrationError(bins), bins: [...bins] };
}

/** Figures of each kind of question, the most frequent first. Questions without a kind are in none. */
function groupsBy(judgements: readonly Judgement[], kind: (one: Judgement) => string | null): GroupFigures[] {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const name = kind(judgement);
    if (name === null) continue;
    const members = groups.get(name);
    if (members === undefined) groups.set(name, [judgement]);
    else members.push(judgement);
  }
  return [...groups]
    .map(([name, members]) => groupFigures(name, members))
    .toSorted((a, b) => b.questions - a.questions || (a.name < b.name ? -1 : 1));
}

function groupFigures(name: string, members: readonly Judgement[]): GroupFigures {
  const answerable = members.filter(({ unanswerable }) => !unanswerable);
  return {
    name,
    questions: members.length,
    answerable: answerable.length,
    success1: weightedMean(answerable.map(({ rank }) => successAt(1, rank))),
    success3: weightedMean(answerable.map(({ rank }) => successAt(3, rank))),
    mrr10: weightedMean(answerable.map(({ rank }) => reciprocalRank(rank, DEPTH))),
    silence: silenceOf(members.filter(({ unanswerable }) => unanswerable)),
  };
}

function silenceOf(unanswerable: readonly Judgement[]): number | null {
  if (unanswerable.every(({ status }) => status === null)) return null;
  return shareOf(unanswerable, ({ status }) => status !== "answered");
}

function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number | null {
  return weightedMean(items.map((item) => (holds(item) ? 1 : 0)));
}
