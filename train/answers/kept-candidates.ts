import type { FeatureValues, RankingFeature } from "../../src/answer/features.ts";

/** What a candidate must do well in to be worth learning from, though it is wrong. */
const TELLING = ["words", "meant-nearby", "meaning", "encoded"] as const satisfies readonly RankingFeature[];

/** A candidate as far as it matters whether it is kept. */
export interface Judged {
  readonly features: Pick<FeatureValues, (typeof TELLING)[number]>;
  readonly right: boolean;
}

/**
 * The candidates of a question that ranking is learned from: all that are right, and those that are best by one telling
 * feature or the other, up to a number. They keep their order.
 */
export function keptCandidates<T extends Judged>(candidates: readonly T[], atMost: number): readonly T[] {
  const kept = new Set(candidates.filter(({ right }) => right));
  // Without a sentence encoder its feature tells nothing, not even an order.
  const telling = TELLING.filter(
    (name) => name !== "encoded" || candidates.some(({ features }) => features[name] !== 0),
  );
  const orders = telling.map((name) => candidates.toSorted((a, b) => b.features[name] - a.features[name]));
  for (let place = 0; place < candidates.length; place += 1) {
    for (const order of orders) {
      const candidate = order[place];
      if (candidate !== undefined && kept.size < atMost) kept.add(candidate);
    }
  }
  return candidates.filter((candidate) => kept.has(candidate));
}
