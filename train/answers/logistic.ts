import { type AscentOptions, ascend } from "./ascend.ts";
import { type Table, standardOf } from "./standard.ts";

export interface LogisticFit extends AscentOptions {
  /** By row: what came true. */
  readonly targets: readonly boolean[];
  /** How much each row counts. */
  readonly weights: Float64Array;
  /** How much long weights cost, half the sum of their squares, where columns have the standard deviation 1. */
  readonly penalty: number;
  /** By column: whether it may count at all. */
  readonly free: readonly boolean[];
}

/** The logit of a probability is `bias` and the sum of a row's numbers times `weights`. */
export interface Logistic {
  readonly weights: Float64Array;
  readonly bias: number;
}

/**
 * Logistic regression: the probabilities under which what came true was the likeliest. Such probabilities are calibrated on
 * what they were learned from.
 *
 * @throws the signal's reason once it fires
 */
export async function fitLogistic(table: Table, fit: LogisticFit): Promise<Logistic> {
  const { columns, values } = table;
  const { targets, weights, penalty, free } = fit;
  const { mean, deviation } = standardOf(table, (row) => weights[row] ?? 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const standard = Float64Array.from(values, (value, place) => {
    const column = place % columns;
    const spread = deviation[column] ?? 0;
    return spread > 0 && free[column] === true ? (value - (mean[column] ?? 0)) / spread : 0;
  });

  const gradient = (at: Float64Array): Float64Array => {
    const slope = at.map((weight, n) => (n < columns ? -penalty * weight : 0));
    for (const [row, target] of targets.entries()) {
      const weight = (weights[row] ?? 0) / total;
      if (weight === 0) continue;
      let logit = at[columns] ?? 0;
      for (let n = 0; n < columns; n += 1) logit += (at[n] ?? 0) * (standard[row * columns + n] ?? 0);
      const pull = weight * ((target ? 1 : 0) - 1 / (1 + Math.exp(-logit)));
      for (let n = 0; n < columns; n += 1) slope[n] = (slope[n] ?? 0) + pull * (standard[row * columns + n] ?? 0);
      slope[columns] = (slope[columns] ?? 0) + pull;
    }
    return slope;
  };

  const found = await ascend(columns + 1, gradient, fit);
  const own = Float64Array.from(deviation, (spread, n) =>
    spread > 0 && free[n] === true ? (found[n] ?? 0) / spread : 0,
  );
  const shift = own.reduce((sum, weight, n) => sum + weight * (mean[n] ?? 0), 0);
  return { weights: own, bias: (found[columns] ?? 0) - shift };
}

/** The probability that a row comes true. */
export function probabilityOf({ weights, bias }: Logistic, row: ArrayLike<number>): number {
  return 1 / (1 + Math.exp(-weights.reduce((sum, weight, n) => sum + weight * (row[n] ?? 0), bias)));
}
