import type { Told } from "./material.ts";

/** Share of the shorter sentence's words from which on two may say the same, or contradict each other. */
const ALIKE = 0.5;

/** Sentences of other articles that share most words with one, most first, equals in their order; at most `limit`. */
export function neighboursOf(one: Told, among: readonly Told[], limit: number): readonly Told[] {
  const own = new Set(one.terms);
  return among
    .flatMap((other) => {
      if (other.sentence.article === one.sentence.article) return [];
      let shared = 0;
      for (const term of other.terms) if (own.has(term)) shared += 1;
      const share = shared / Math.max(1, Math.min(own.size, other.terms.length));
      return share >= ALIKE && shared > 1 ? [{ other, shared: shared / Math.max(own.size, other.terms.length) }] : [];
    })
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, limit)
    .map(({ other }) => other);
}
