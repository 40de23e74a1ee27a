import type { Ranking, SystemHit } from "./system.ts";

/**
 * The ranking of sentences by their scores, best first, equal ones in the order of the corpus; its confidence is the best
 * score. What scores nothing is no hit.
 *
 * @param scores number of the sentence → score
 * @param within ids of the articles to look in; all when absent
 */
export function topHits(
  sentences: readonly SystemHit[],
  scores: Iterable<readonly [number, number]>,
  limit: number,
  within?: ReadonlySet<string>,
): Ranking {
  const best = [...scores]
    .filter(([id, score]) => score > 0 && (within === undefined || within.has(sentences[id]?.article ?? "")))
    .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
    .slice(0, limit);
  return { hits: best.flatMap(([id]) => sentences[id] ?? []), confidence: best[0]?.[1] ?? 0 };
}
