import type { Ids } from "./peer.ts";

/** The ids with the highest scores, best first, ties by id: a pass over all of them with a short sorted list. */
export function topIds(scores: Iterable<readonly [id: number, score: number]>, limit: number): Ids {
  const best: { readonly id: number; readonly score: number }[] = [];
  for (const [id, score] of scores) {
    const last = best.at(-1);
    if (best.length === limit && last !== undefined && !ranksBefore({ id, score }, last)) continue;
    let place = best.length;
    while (place > 0 && ranksBefore({ id, score }, best[place - 1])) place -= 1;
    best.splice(place, 0, { id, score });
    if (best.length > limit) best.pop();
  }
  return best.map(({ id }) => id);
}

interface Scored {
  readonly id: number;
  readonly score: number;
}

function ranksBefore(a: Scored, b: Scored | undefined): boolean {
  return b === undefined || a.score > b.score || (a.score === b.score && a.id < b.id);
}
