/** 1 where the first right result stands among the best `k`, else 0. @param rank from 1, null for not found */
export function successAt(k: number, rank: number | null): number {
  return rank !== null && rank <= k ? 1 : 0;
}

/** 1 for first place, 1/2 for second …, 0 beyond `k` or where nothing right was found. @param rank from 1 */
export function reciprocalRank(rank: number | null, k = Number.POSITIVE_INFINITY): number {
  return rank !== null && rank <= k ? 1 / rank : 0;
}

/**
 * Average precision of a ranking of everything there is to rank: the mean, over what is relevant, of the share of
 * relevant ones down to its place. Its mean over questions is MAP. Null where nothing is relevant.
 *
 * @param relevant by rank, best first
 */
export function averagePrecision(relevant: readonly boolean[]): number | null {
  let found = 0;
  let sum = 0;
  for (const [place, is] of relevant.entries()) {
    if (!is) continue;
    found += 1;
    sum += found / (place + 1);
  }
  return found === 0 ? null : sum / found;
}
