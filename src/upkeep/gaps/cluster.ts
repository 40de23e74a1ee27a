import { SAME_GAP, likenessOf } from "./likeness.ts";
import { wordRelatives } from "./word-relatives.ts";
import type { Meaning, Wording } from "./wording.ts";

/** Groups looked at for a question: those that share most with it. */
const CANDIDATES = 16;
/** Members of a group that a question is compared with: those it began with. */
const COMPARED = 8;

/**
 * Groups questions that want the same, one after the other: each joins the group to whose members it is most alike on
 * average, where that is enough, else it begins one. Between two steps anything else may be done.
 *
 * @param wordings those that groups should form around first
 */
export function* clusterWordings(
  { vectors }: Meaning,
  wordings: readonly Wording[],
): Generator<undefined, readonly (readonly Wording[])[]> {
  const relatives = yield* wordRelatives(vectors, wordings);
  const likeness = likenessOf(vectors);
  const groups: Wording[][] = [];
  /** Groups that have a word, by it. */
  const having = new Map<string, number[]>();
  for (const wording of wordings) {
    const shared = new Map<number, number>();
    for (const { term, weight } of wording.terms) {
      for (const [word, cosine] of [[term, 1] as const, ...(relatives.get(term) ?? [])]) {
        for (const group of having.get(word) ?? []) shared.set(group, (shared.get(group) ?? 0) + weight * cosine);
      }
    }
    const place = nearest(wording, groups, mostShared(shared), likeness) ?? groups.length;
    const group = groups[place];
    if (group === undefined) groups.push([wording]);
    else group.push(wording);
    for (const { term } of wording.terms) {
      const places = having.get(term);
      if (places === undefined) having.set(term, [place]);
      else if (!places.includes(place)) places.push(place);
    }
    yield;
  }
  return groups;
}

function mostShared(shared: ReadonlyMap<number, number>): readonly number[] {
  let least = 0;
  const best: (readonly [group: number, weight: number])[] = [];
  for (const entry of shared) {
    if (best.length >= CANDIDATES && entry[1] <= least) continue;
    best.push(entry);
    if (best.length < 2 * CANDIDATES) continue;
    best.sort((a, b) => b[1] - a[1]).splice(CANDIDATES);
    least = best.at(-1)?.[1] ?? 0;
  }
  return best
    .sort((a, b) => b[1] - a[1])
    .slice(0, CANDIDATES)
    .map(([group]) => group);
}

function nearest(
  wording: Wording,
  groups: readonly (readonly Wording[])[],
  candidates: readonly number[],
  likeness: (a: Wording, b: Wording) => number,
): number | null {
  let nearest: number | null = null;
  let most = SAME_GAP;
  for (const place of candidates) {
    const members = (groups[place] ?? []).slice(0, COMPARED);
    const average = members.reduce((sum, member) => sum + likeness(wording, member), 0) / members.length;
    if (average >= most) {
      nearest = place;
      most = average;
    }
  }
  return nearest;
}
