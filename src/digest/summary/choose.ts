import { pause } from "../pause.ts";
import { centralityOf } from "./centrality.ts";
import type { Material, Told } from "./material.ts";

/** How much may be chosen. */
export type Budget = { readonly sentences: number } | { readonly words: number };

/** What is left of what matters once it is told. */
const AGAIN = 0.2;
/** Share of the shorter sentence's words in the other from which on it adds too little. */
const REPEATS = 0.4;
/** The same share with the words that are common to all counted too. */
const REPEATS_ALL = 0.55;
/** Share of all sentences from which on a word that they hold tells nothing of which says what another does. */
const COMMON = 0.3;
/** Of few sentences, none: two that share a word may be about that alone. */
const FEW_HOLDING = 2;
/** What an article's first sentence counts more than one far down, and the places after which that is half as much. */
const LEAD = 4;
const HALF_PLACE = 3;
/** What a sentence counts that should not be shown: where a length is to be filled it is better than nothing. */
const LEAST_STANDING = 0.1;
/** How far a sentence is charged for its length: where words are counted by all of it, where sentences are by its root. */
const THRIFT = { words: 1, sentences: 0.5 } as const;
/** Sentences with fewer words with content count as if they had so many: they are no denser for being short. */
const MIN_LENGTH = 8;

/**
 * Chooses sentences that tell most with least repetition, one after the other (greedy, Nemhauser et al. 1978): the next is
 * the one with most of what matters for its length (Lin and Bilmes 2010), where what has been told counts a fifth. How
 * central it is, how early it stands and how well alone count besides, all by their geometric mean, so that no single sign
 * decides. One that shares too many words with a chosen one is passed over (maximal marginal relevance, Carbonell and
 * Goldstein 1998, by a threshold).
 *
 * @returns in the order in which they were chosen, the first being what a single sentence should be. Fewer sentences than
 *   the budget where more would only repeat; a budget of words is filled all the same, and overrun by the last sentence
 */
export async function choose(material: Material, budget: Budget, signal: AbortSignal): Promise<readonly Told[]> {
  const { told, weights } = material;
  await pause(signal);
  const left = Float64Array.from(weights);
  const central = centralityOf(told, weights.length);
  const gain = (one: Told, place: number): number => (worth[place] ?? 0) * Math.sqrt(sumOf(left, one));
  const thrift = "words" in budget ? THRIFT.words : THRIFT.sentences;
  const worth = told.map((one, place) => {
    const lead = 1 + LEAD * 2 ** (-one.sentence.position / HALF_PLACE);
    const signs = (central[place] ?? 0) * lead * Math.max(LEAST_STANDING, one.standing) * sumOf(weights, one);
    return (one.relevance * Math.sqrt(signs)) / Math.max(MIN_LENGTH, one.terms.length) ** thrift;
  });
  const bounds = Float64Array.from(told, gain);
  const queue = [...told.keys()].sort((a, b) => (bounds[b] ?? 0) - (bounds[a] ?? 0) || a - b);
  const open = new Set(queue);
  const common = commonTerms(told, weights.length);
  const chosen: Told[] = [];
  const repeating: Told[] = [];
  let room = "words" in budget ? budget.words : budget.sentences;
  while (room > 0 && open.size > 0) {
    await pause(signal);
    let best = -1;
    let most = -1;
    for (const place of open) {
      // What a sentence can add only shrinks (Minoux 1978), so that most need not be looked at again.
      if ((bounds[place] ?? 0) <= most) continue;
      const one = told[place];
      if (one === undefined) continue;
      bounds[place] = gain(one, place);
      if ((bounds[place] ?? 0) > most) [best, most] = [place, bounds[place] ?? 0];
    }
    const one = told[best];
    if (one === undefined) break;
    open.delete(best);
    if (chosen.some((other) => repeats(one, other, common))) {
      repeating.push(one);
      continue;
    }
    chosen.push(one);
    for (const concept of one.terms) left[concept] = (left[concept] ?? 0) * AGAIN;
    for (const concept of one.pairs) left[concept] = (left[concept] ?? 0) * AGAIN;
    room -= "words" in budget ? one.words : 1;
  }
  return "words" in budget && room > 0 ? [...chosen, ...repeating] : chosen;
}

function sumOf(weights: Float64Array, { terms, pairs }: Told): number {
  let sum = 0;
  for (const concept of terms) sum += weights[concept] ?? 0;
  for (const concept of pairs) sum += weights[concept] ?? 0;
  return sum;
}

/** What all speak of: the topic's own words. */
function commonTerms(told: readonly Told[], size: number): ReadonlySet<number> {
  const holding = new Uint32Array(size);
  for (const { terms } of told) for (const term of terms) holding[term] = (holding[term] ?? 0) + 1;
  return new Set(
    [...holding.keys()].filter((term) => (holding[term] ?? 0) > Math.max(FEW_HOLDING, COMMON * told.length)),
  );
}

/** Whether so many words of the shorter sentence are in the other that it adds too little. */
function repeats(one: Told, other: Told, common: ReadonlySet<number>): boolean {
  const isShared = (a: readonly number[], b: ReadonlySet<number>, share: number): boolean =>
    a.some((term) => b.has(term)) && a.filter((term) => b.has(term)).length >= share * Math.min(a.length, b.size);
  const telling = (terms: readonly number[]): readonly number[] => terms.filter((term) => !common.has(term));
  return (
    isShared(one.terms, new Set(other.terms), REPEATS_ALL) ||
    isShared(telling(one.terms), new Set(telling(other.terms)), REPEATS)
  );
}
