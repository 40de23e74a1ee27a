import { ONCE, type Weights } from "./weights.ts";

/** A score that should be high where `positive` is true. */
export interface Scored {
  readonly score: number;
  readonly positive: boolean;
}

/**
 * The area under the ROC curve: how likely a positive, drawn at random, scores higher than a negative, drawn at random; a
 * tie counts half (Hanley and McNeil, Radiology 1982). 1 tells them apart, .5 is a coin.
 *
 * @returns a function, so that many resamples of the same scores are sorted only once; it gives null where positives or
 *   negatives are lacking
 */
export function aurocOf(scored: readonly Scored[]): (weights?: Weights) => number | null {
  const order = scored.map((_, place) => place).toSorted((a, b) => scoreAt(scored, a) - scoreAt(scored, b));
  return (weights = ONCE) => {
    let below = 0;
    let positives = 0;
    let won = 0;
    for (let from = 0; from < order.length;) {
      const score = scoreAt(scored, order[from] ?? 0);
      let positive = 0;
      let negative = 0;
      let to = from;
      for (; to < order.length && scoreAt(scored, order[to] ?? 0) === score; to += 1) {
        const place = order[to] ?? 0;
        if (scored[place]?.positive === true) positive += weights(place);
        else negative += weights(place);
      }
      won += positive * (below + negative / 2);
      below += negative;
      positives += positive;
      from = to;
    }
    return positives === 0 || below === 0 ? null : won / (positives * below);
  };
}

function scoreAt(scored: readonly Scored[], place: number): number {
  return scored[place]?.score ?? Number.NEGATIVE_INFINITY;
}
