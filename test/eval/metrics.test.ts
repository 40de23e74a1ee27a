import { expect } from "chai";
import fc from "fast-check";
import { aurocOf, type Scored } from "../../eval/metrics/auroc.ts";
import { estimate } from "../../eval/metrics/bootstrap.ts";
import { brierScore, expectedCalibrationError, reliabilityBins } from "../../eval/metrics/calibration.ts";
import { averagePrecision, reciprocalRank, successAt } from "../../eval/metrics/ranking.ts";
import { precisionAtCoverage } from "../../eval/metrics/risk-coverage.ts";
import { weightedMean } from "../../eval/metrics/weights.ts";

/** Few distinct scores, so that ties are common. */
const SCORED = fc.array(fc.record({ score: fc.integer({ min: 0, max: 4 }), positive: fc.boolean() }), {
  maxLength: 25,
});

/** By the definition: every positive against every negative. */
function aurocByPairs(scored: readonly Scored[]): number | null {
  const positives = scored.filter(({ positive }) => positive);
  const negatives = scored.filter(({ positive }) => !positive);
  const duels = positives.flatMap((winner) =>
    negatives.map((loser) => (winner.score > loser.score ? 1 : winner.score === loser.score ? 0.5 : 0)),
  );
  return duels.length === 0 ? null : duels.reduce<number>((sum, duel) => sum + duel, 0) / duels.length;
}

function closeOrNull(found: number | null, expected: number | null): void {
  if (found === null || expected === null) expect(found).to.equal(expected);
  else expect(found).to.be.closeTo(expected, 1e-12);
}

describe("the area under the ROC curve", () => {
  it("counts a tie half", () => {
    const scored = [
      { score: 0.9, positive: true },
      { score: 0.5, positive: true },
      { score: 0.5, positive: false },
      { score: 0.1, positive: false },
    ];
    // Four duels: won, won, tied, won.
    expect(aurocOf(scored)()).to.equal(0.875);
  });

  it("is what comparing every positive with every negative gives", () => {
    fc.assert(fc.property(SCORED, (scored) => closeOrNull(aurocOf(scored)(), aurocByPairs(scored))));
  });

  it("weighs an observation as if it were there as often", () => {
    fc.assert(
      fc.property(SCORED, fc.array(fc.nat({ max: 3 }), { minLength: 25, maxLength: 25 }), (scored, counts) => {
        const repeated = scored.flatMap((one, place) => Array.from({ length: counts[place] ?? 0 }, () => one));
        closeOrNull(
          aurocOf(scored)((place) => counts[place] ?? 0),
          aurocByPairs(repeated),
        );
      }),
    );
  });
});

describe("figures of a rank", () => {
  it("are 0 where nothing right was found, or too late", () => {
    expect([1, 3, 4, null].map((rank) => successAt(3, rank))).to.deep.equal([1, 1, 0, 0]);
    expect([1, 4, 10, 11, null].map((rank) => reciprocalRank(rank, 10))).to.deep.equal([1, 0.25, 0.1, 0, 0]);
  });

  it("give average precision by the textbook", () => {
    expect(averagePrecision([true, false, true, false])).to.be.closeTo((1 + 2 / 3) / 2, 1e-12);
    expect(averagePrecision([false, false, false, true, true])).to.be.closeTo((1 / 4 + 2 / 5) / 2, 1e-12);
    expect(averagePrecision([true, true])).to.equal(1);
    expect(averagePrecision([false])).to.equal(null);
  });

  it("are averaged by weight", () => {
    expect(weightedMean([1, 0, 4])).to.be.closeTo(5 / 3, 1e-12);
    expect(weightedMean([1, 0, 4], (place) => place)).to.be.closeTo(8 / 3, 1e-12);
    expect(weightedMean([])).to.equal(null);
    expect(weightedMean([1], () => 0)).to.equal(null);
  });
});

describe("the calibration of confidence", () => {
  const forecasts = [
    { confidence: 0.95, right: true },
    { confidence: 1, right: false },
    { confidence: 0.12, right: false },
    { confidence: 0.18, right: false },
    { confidence: 0, right: true },
  ];

  it("is drawn by tenths, 1 belonging to the last", () => {
    const bins = reliabilityBins(forecasts);
    expect(bins.map(({ count }) => count)).to.deep.equal([1, 2, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins[0]).to.deep.equal({ from: 0, to: 0.1, count: 1, confidence: 0, right: 1 });
    expect(bins[1]?.confidence).to.be.closeTo(0.15, 1e-12);
    expect(bins[2]).to.deep.equal({ from: 0.2, to: 0.3, count: 0, confidence: null, right: null });
    expect(bins[9]).to.deep.include({ right: 0.5 });
  });

  it("has an expected error and a Brier score", () => {
    // Bins: |0 - 1| for one, |.15 - 0| for two, |.975 - .5| for two, of five.
    expect(expectedCalibrationError(reliabilityBins(forecasts))).to.be.closeTo((1 + 2 * 0.15 + 2 * 0.475) / 5, 1e-12);
    expect(brierScore(forecasts)).to.be.closeTo((0.05 ** 2 + 1 + 0.12 ** 2 + 0.18 ** 2 + 1) / 5, 1e-12);
    expect(expectedCalibrationError(reliabilityBins([]))).to.equal(null);
    expect(brierScore([])).to.equal(null);
  });

  it("has no error where confidence keeps its word", () => {
    const honest = [true, true, true, false].map((right) => ({ confidence: 0.75, right }));
    expect(expectedCalibrationError(reliabilityBins(honest))).to.equal(0);
  });
});

describe("precision at a coverage", () => {
  it("is of the most confident", () => {
    const forecasts = [
      { confidence: 0.2, right: false },
      { confidence: 0.9, right: true },
      { confidence: 0.4, right: true },
      { confidence: 0.8, right: false },
    ];
    expect(precisionAtCoverage(forecasts, 0.25)).to.equal(1);
    expect(precisionAtCoverage(forecasts, 0.5)).to.equal(0.5);
    expect(precisionAtCoverage(forecasts, 0.75)).to.be.closeTo(2 / 3, 1e-12);
    expect(precisionAtCoverage(forecasts, 1)).to.equal(0.5);
    expect(precisionAtCoverage([], 0.5)).to.equal(null);
  });

  it("takes a part of equal confidences, whatever their order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ confidence: fc.constantFrom(0.1, 0.5, 0.9), right: fc.boolean() }), { minLength: 1 }),
        fc.constantFrom(0.5, 0.8, 1),
        (forecasts, coverage) => {
          const found = precisionAtCoverage(forecasts, coverage);
          closeOrNull(precisionAtCoverage(forecasts.toReversed(), coverage), found);
          if (coverage === 1) closeOrNull(found, weightedMean(forecasts.map(({ right }) => (right ? 1 : 0))));
          expect(found).to.be.within(0, 1 + 1e-12);
        },
      ),
    );
  });
});

describe("the bootstrap", () => {
  const values = Array.from({ length: 60 }, (_, place) => (place % 3 === 0 ? 1 : 0));
  const mean = (weights?: (place: number) => number): number | null => weightedMean(values, weights);

  it("gives the same interval for the same seed, and another for another", () => {
    const first = estimate(values.length, mean, { seed: 1, resamples: 1_000 });
    expect(estimate(values.length, mean, { seed: 1, resamples: 1_000 })).to.deep.equal(first);
    expect(estimate(values.length, mean, { seed: 2, resamples: 200 })).not.to.deep.equal(first);
  });

  it("comes near the interval that theory gives for a share", () => {
    const found = estimate(values.length, mean);
    const half = 1.96 * Math.sqrt(((1 / 3) * (2 / 3)) / values.length);
    expect(found?.value).to.be.closeTo(1 / 3, 1e-12);
    expect(found?.low).to.be.closeTo(1 / 3 - half, 0.03);
    expect(found?.high).to.be.closeTo(1 / 3 + half, 0.03);
  });

  it("has no width where there is nothing to vary, and is nothing without observations", () => {
    expect(estimate(5, (weights) => weightedMean([1, 1, 1, 1, 1], weights))).to.deep.equal({
      value: 1,
      low: 1,
      high: 1,
    });
    expect(estimate(0, (weights) => weightedMean([], weights))).to.equal(null);
  });
});
