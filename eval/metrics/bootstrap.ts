import { type Random, createRandom } from "../../bench/generate/random.ts";
import { percentile } from "../../bench/report/latencies.ts";
import type { Weights } from "./weights.ts";

/** A figure with the interval that holds it in 95 of 100 resamples. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface BootstrapOptions {
  readonly seed: number;
  readonly resamples: number;
}

export const DEFAULT_BOOTSTRAP: BootstrapOptions = Object.freeze({ seed: 1, resamples: 1_000 });

/**
 * The percentile bootstrap (Efron 1979): the statistic of many samples of the same size, drawn with replacement, and of
 * them the 2.5th and the 97.5th percentile. The same seed gives the same interval.
 *
 * @param size number of observations
 * @param statistic of the observations weighed as often as they were drawn; null where a sample has none
 * @returns null where the statistic of the observations themselves is null
 */
export function estimate(
  size: number,
  statistic: (weights?: Weights) => number | null,
  { seed, resamples }: BootstrapOptions = DEFAULT_BOOTSTRAP,
): Estimate | null {
  const value = statistic();
  if (value === null) return null;
  const random = createRandom(seed);
  const drawn = new Uint32Array(size);
  const found: number[] = [];
  for (let sample = 0; sample < resamples; sample += 1) {
    draw(drawn, random);
    const resampled = statistic((place) => drawn[place] ?? 0);
    if (resampled !== null) found.push(resampled);
  }
  if (found.length === 0) return { value, low: value, high: value };
  const sorted = found.toSorted((a, b) => a - b);
  return { value, low: percentile(sorted, 0.025), high: percentile(sorted, 0.975) };
}

function draw(drawn: Uint32Array, random: Random): void {
  drawn.fill(0);
  for (let times = 0; times < drawn.length; times += 1) {
    const place = Math.floor(random() * drawn.length);
    drawn[place] = (drawn[place] ?? 0) + 1;
  }
}
