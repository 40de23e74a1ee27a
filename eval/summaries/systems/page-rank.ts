/** A tie between two sentences, from each to the other. */
export interface Tie {
  readonly to: number;
  readonly weight: number;
}

const DAMPING = 0.85;
const ROUNDS = 100;
const SETTLED = 1e-6;

/** PageRank (Brin and Page 1998) over weighted ties, by power iteration. A sentence without ties passes its rank to all. */
export function pageRank(ties: readonly (readonly Tie[])[]): readonly number[] {
  const size = ties.length;
  const sums = ties.map((of) => of.reduce((sum, { weight }) => sum + weight, 0));
  let ranks = new Float64Array(size).fill(1 / size);
  for (let round = 0; round < ROUNDS; round += 1) {
    let loose = 0;
    for (const [place, sum] of sums.entries()) if (sum === 0) loose += ranks[place] ?? 0;
    const next = new Float64Array(size).fill((1 - DAMPING + DAMPING * loose) / size);
    for (const [place, of] of ties.entries()) {
      const share = (DAMPING * (ranks[place] ?? 0)) / (sums[place] ?? 1);
      for (const { to, weight } of of) next[to] = (next[to] ?? 0) + share * weight;
    }
    const change = next.reduce((sum, rank, place) => sum + Math.abs(rank - (ranks[place] ?? 0)), 0);
    ranks = next;
    if (change < SETTLED) break;
  }
  return [...ranks];
}

/** Texts with the highest ranks first; equals in their order. */
export function byRank(texts: readonly string[], ranks: readonly number[]): readonly string[] {
  return texts
    .map((text, place) => ({ text, rank: ranks[place] ?? 0 }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ text }) => text);
}
