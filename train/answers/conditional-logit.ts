import { type AscentOptions, ascend } from "./ascend.ts";
import { type Table, standardOf } from "./standard.ts";

/** Questions with their candidates: a row of features for each, those of a question together. */
export interface Lists extends Table {
  /** Where each question's rows begin; one entry more than questions. */
  readonly starts: Uint32Array;
  /** By row: 1 where the candidate is right. Every question has a right one. */
  readonly right: Uint8Array;
}

export interface RankingFit extends AscentOptions {
  /** How much each question counts. */
  readonly weights: Float64Array;
  /** How much long weights cost, half the sum of their squares, where features have the standard deviation 1. */
  readonly penalty: number;
  /** By feature: whether it may count at all. */
  readonly free: readonly boolean[];
}

/**
 * Weights under which right candidates come first: a conditional logit (McFadden 1974), in rankings Luce's choice of the
 * first place, the loss of ListNet (Cao et al., ICML 2007). What is made as large as possible is the logarithm of the right
 * candidates' share of the softmax over a question's scores, over all questions by weight.
 *
 * @returns a weight for each feature as it is, not scaled
 * @throws the signal's reason once it fires
 */
export async function fitConditionalLogit(lists: Lists, fit: RankingFit): Promise<Float64Array> {
  const { columns, values, starts, right } = lists;
  const { weights, penalty, free } = fit;
  const counted = Array.from(weights.keys()).filter((list) => (weights[list] ?? 0) > 0);
  const total = counted.reduce((sum, list) => sum + (weights[list] ?? 0), 0);
  const scale = scalesOf(lists, weights, free);
  const longest = counted.reduce((most, list) => Math.max(most, (starts[list + 1] ?? 0) - (starts[list] ?? 0)), 0);
  const shares = new Float64Array(longest);
  const unscaled = new Float64Array(columns);

  const gradient = (at: Float64Array): Float64Array => {
    for (let n = 0; n < columns; n += 1) unscaled[n] = (at[n] ?? 0) * (scale[n] ?? 0);
    const slope = new Float64Array(columns);
    for (const list of counted) {
      const from = starts[list] ?? 0;
      const to = starts[list + 1] ?? 0;
      pulls(from, to);
      for (let row = from; row < to; row += 1) {
        const pull = (shares[row - from] ?? 0) * ((weights[list] ?? 0) / total);
        for (let n = 0; n < columns; n += 1) slope[n] = (slope[n] ?? 0) + pull * (values[row * columns + n] ?? 0);
      }
    }
    return slope.map((up, n) => up * (scale[n] ?? 0) - penalty * (at[n] ?? 0));
  };

  /** How much each candidate of a question should be raised: its share among the right ones, less its share among all. */
  function pulls(from: number, to: number): void {
    let best = -Infinity;
    for (let row = from; row < to; row += 1) {
      let score = 0;
      for (let n = 0; n < columns; n += 1) score += (unscaled[n] ?? 0) * (values[row * columns + n] ?? 0);
      shares[row - from] = score;
      best = Math.max(best, score);
    }
    let all = 0;
    let ofRight = 0;
    for (let row = from; row < to; row += 1) {
      const share = Math.exp((shares[row - from] ?? 0) - best);
      shares[row - from] = share;
      all += share;
      if (right[row] === 1) ofRight += share;
    }
    for (let row = from; row < to; row += 1) {
      const share = shares[row - from] ?? 0;
      shares[row - from] = (right[row] === 1 ? share / Math.max(ofRight, Number.MIN_VALUE) : 0) - share / all;
    }
  }

  const found = await ascend(columns, gradient, fit);
  return found.map((weight, n) => weight * (scale[n] ?? 0));
}

/** What features are multiplied by to vary alike; 0 for those that do not count. */
function scalesOf({ starts, ...table }: Lists, weights: Float64Array, free: readonly boolean[]): Float64Array {
  const isCounted = new Uint8Array(starts.at(-1) ?? 0);
  for (const [list, weight] of weights.entries()) {
    if (weight > 0) isCounted.fill(1, starts[list], starts[list + 1]);
  }
  const { deviation } = standardOf(table, (row) => isCounted[row] ?? 0);
  return deviation.map((spread, n) => (spread > 0 && free[n] === true ? 1 / spread : 0));
}
