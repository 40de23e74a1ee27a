import type { Latencies } from "./figures.ts";

/**
 * The smallest sample that at least this share of all samples does not exceed (the nearest-rank
 * definition): always a time that was measured, never one between two.
 *
 * @param sorted in rising order, not empty
 * @param share above 0, at most 1
 */
export function percentile(sorted: readonly number[], share: number): number {
  const place = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return sorted[place] ?? Number.NaN;
}

/** Sums up timings; null where there are none. */
export function summarise(samples: readonly number[]): Latencies | null {
  if (samples.length === 0) return null;
  const sorted = samples.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, sample) => sum + sample, 0) / sorted.length;
  return {
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    mean,
    perSecond: 1000 / mean,
    samples: sorted.length,
  };
}

/** Share of the expected ids that were found, averaged over the questions that have any; null where none has. */
export function overlap(
  expected: readonly (readonly number[])[],
  found: readonly (readonly number[])[],
): number | null {
  const shares = expected.flatMap((ids, question) => {
    const got = found[question];
    return ids.length === 0 || got === undefined ? [] : [ids.filter((id) => got.includes(id)).length / ids.length];
  });
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
