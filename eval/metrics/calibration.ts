/** A probability that was stated, and whether what it was stated of came true. */
export interface Forecast {
  readonly confidence: number;
  readonly right: boolean;
}

/** The forecasts with a confidence in a tenth of the scale. */
export interface ReliabilityBin {
  /** Included. */
  readonly from: number;
  /** Not included, but for 1. */
  readonly to: number;
  readonly count: number;
  /** Mean confidence, null in an empty bin. */
  readonly confidence: number | null;
  /** Share that came true, null in an empty bin. */
  readonly right: number | null;
}

const BINS = 10;

/** The reliability diagram: forecasts by tenths of confidence. */
export function reliabilityBins(forecasts: readonly Forecast[]): readonly ReliabilityBin[] {
  const members: Forecast[][] = Array.from({ length: BINS }, () => []);
  for (const forecast of forecasts) {
    const bin = Math.min(BINS - 1, Math.max(0, Math.floor(forecast.confidence * BINS)));
    members[bin]?.push(forecast);
  }
  return members.map((inside, bin) => ({
    from: bin / BINS,
    to: (bin + 1) / BINS,
    count: inside.length,
    confidence: share(inside, ({ confidence }) => confidence),
    right: share(inside, ({ right }) => (right ? 1 : 0)),
  }));
}

/**
 * Expected calibration error: how far the mean confidence of a bin is from the share that came true, averaged over the
 * bins by their counts (Naeini, Cooper and Hauskrecht, AAAI 2015). 0 is best. Null where there are no forecasts.
 */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number | null {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return bins.reduce(
    (sum, { count, confidence, right }) => sum + (count / total) * Math.abs((confidence ?? 0) - (right ?? 0)),
    0,
  );
}

/** Mean squared distance between confidence and outcome (Brier 1950): 0 is best. Null where there are no forecasts. */
export function brierScore(forecasts: readonly Forecast[]): number | null {
  return share(forecasts, ({ confidence, right }) => (confidence - (right ? 1 : 0)) ** 2);
}

function share<T>(items: readonly T[], of: (item: T) => number): number | null {
  return items.length === 0 ? null : items.reduce((sum, item) => sum + of(item), 0) / items.length;
}
