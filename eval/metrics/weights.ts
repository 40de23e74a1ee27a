/** How often each of the observations counts, by its place: once each, or as a bootstrap resample has drawn them. */
export type Weights = (place: number) => number;

/** Every observation counts once. */
export const ONCE: Weights = () => 1;

/** The mean of the values, each as often as it counts; null where none does. */
export function weightedMean(values: readonly number[], weights: Weights = ONCE): number | null {
  let sum = 0;
  let total = 0;
  for (const [place, value] of values.entries()) {
    sum += value * weights(place);
    total += weights(place);
  }
  return total === 0 ? null : sum / total;
}
