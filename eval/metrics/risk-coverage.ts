import type { Forecast } from "./calibration.ts";

/**
 * The share of right answers if only the most confident ones were given: a point of the risk-coverage curve (El-Yaniv and
 * Wiener, JMLR 2010). Of equal confidences a part is taken, right ones in proportion, so that their order plays no role.
 *
 * @param coverage share of all questions that is answered, above 0, at most 1
 * @returns null where there are no questions
 */
export function precisionAtCoverage(forecasts: readonly Forecast[], coverage: number): number | null {
  const wanted = forecasts.length * coverage;
  if (wanted === 0) return null;
  const sorted = forecasts.toSorted((a, b) => b.confidence - a.confidence);
  let taken = 0;
  let right = 0;
  for (let from = 0; from < sorted.length && taken < wanted;) {
    const confidence = sorted[from]?.confidence;
    const equal = sorted.slice(from, from + countWhile(sorted, from, (one) => one.confidence === confidence));
    const part = Math.min(1, (wanted - taken) / equal.length);
    right += part * equal.filter((one) => one.right).length;
    taken += part * equal.length;
    from += equal.length;
  }
  return right / wanted;
}

function countWhile<T>(items: readonly T[], from: number, holds: (item: T) => boolean): number {
  let to = from;
  for (let item = items[to]; item !== undefined && holds(item); item = items[to]) to += 1;
  return to - from;
}
