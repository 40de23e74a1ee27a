import type { Forecast } from "../../eval/metrics/calibration.ts";

/** What a wrong answer costs, in right answers. */
const COST = 1.25;

/**
 * The confidence, in hundredths, from which on answering gains the most: right answers less what wrong ones cost. Of equal
 * ones the highest, which answers least.
 */
export function bestThreshold(forecasts: readonly Forecast[], cost = COST): number {
  let best = { threshold: 1, gain: -Infinity };
  for (let hundredths = 100; hundredths >= 0; hundredths -= 1) {
    const threshold = hundredths / 100;
    const gain = forecasts.reduce(
      (sum, { confidence, right }) => sum + (confidence < threshold ? 0 : right ? 1 : -cost),
      0,
    );
    if (gain > best.gain) best = { threshold, gain };
  }
  return best.threshold;
}

/** Parts into which questions are dealt for cross-validation. */
export const FOLDS = 5;

/**
 * Deals questions out to {@link FOLDS} parts, those about the same article to the same one.
 *
 * @param articles what each question is about; null where it is about none
 * @returns the part of each, from 0
 */
export function foldsOf(articles: readonly (string | null)[]): readonly number[] {
  const places = new Map<string, number>();
  return articles.map((article, question) => {
    const key = article ?? `question ${String(question)}`;
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place % FOLDS;
  });
}
