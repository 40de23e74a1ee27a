import { SAME_GAP, likenessOf } from "./likeness.ts";
import { type Relatives, wordRelatives } from "./word-relatives.ts";
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
  const shared = new SharedWords(wordings.length);
  for (const wording of wordings) {
    const place = nearest(wording, groups, shared.most(wording, relatives), likeness) ?? groups.length;
    const group = groups[place];
    if (group === undefined) groups.push([wording]);
    else group.push(wording);
    shared.add(place, wording);
    yield;
  }
  return groups;
}

/** Which groups share words with a question. Plain arrays, since common words lead to thousands of groups. */
class SharedWords {
  /** Groups that have a word, by it. */
  readonly #having = new Map<string, number[]>();
  readonly #terms: Set<string>[] = [];
  readonly #weights: Float64Array;

  constructor(groups: number) {
    this.#weights = new Float64Array(groups);
  }

  add(place: number, { terms }: Wording): void {
    const known = (this.#terms[place] ??= new Set());
    for (const { term } of terms) {
      if (known.has(term)) continue;
      known.add(term);
      const places = this.#having.get(term);
      if (places === undefined) this.#having.set(term, [place]);
      else places.push(place);
    }
  }

  /** The groups that share most with a question, by the weight of their words, the most first. */
  most({ terms }: Wording, relatives: Relatives): readonly number[] {
    const weights = this.#weights;
    const touched: number[] = [];
    for (const { term, weight } of terms) {
      for (const [word, cosine] of [[term, 1] as const, ...(relatives.get(term) ?? [])]) {
        for (const place of this.#having.get(word) ?? []) {
          if (weights[place] === 0) touched.push(place);
          weights[place] = (weights[place] ?? 0) + weight * cosine;
        }
      }
    }
    const weightOf = (place: number): number => weights[place] ?? 0;
    let least = 0;
    let best: number[] = [];
    for (const place of touched) {
      if (best.length >= CANDIDATES && weightOf(place) <= least) continue;
      best.push(place);
      if (best.length < 4 * CANDIDATES) continue;
      best = best.sort((a, b) => weightOf(b) - weightOf(a)).slice(0, CANDIDATES);
      least = weightOf(best.at(-1) ?? 0);
    }
    best = best.sort((a, b) => weightOf(b) - weightOf(a)).slice(0, CANDIDATES);
    for (const place of touched) weights[place] = 0;
    return best;
  }
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
