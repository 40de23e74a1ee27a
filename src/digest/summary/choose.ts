import { COSINE_PER_DOT } from "../../meaning/sentence-vector.ts";
import { pause } from "../pause.ts";
import type { Material, Told } from "./material.ts";

/** How much may be chosen. */
export type Budget = { readonly sentences: number } | { readonly words: number };

export const C = {
  again: 0.2,
  length: 0.6,
  lead: 0.6,
  leadHalf: 3,
  centre: 1,
  same: 0.6,
  standing: 1,
};
/** Sentences weighed between two pauses. */
const CHUNK = 4_000;

/**
 * Chooses sentences that cover most of what matters with least repetition: greedy, lazily evaluated (Minoux 1978), over a
 * monotone submodular gain for its length (Lin and Bilmes 2010, 2011).
 *
 * @returns in the order in which they were chosen, the first being what a single sentence should be
 */
export async function choose(
  { told, weights }: Material,
  budget: Budget,
  signal: AbortSignal,
): Promise<readonly Told[]> {
  const left = Float64Array.from(weights);
  const centre = centreOf(told);
  const priors = told.map((one) => prior(one, centre));
  const bounds = new Float64Array(told.length);
  const gain = ({ concepts, words }: Told, place: number): number => {
    let sum = 0;
    for (const concept of concepts) sum += left[concept] ?? 0;
    return ((priors[place] ?? 0) * sum) / Math.max(8, words) ** C.length;
  };
  for (const [place, one] of told.entries()) {
    if (place % CHUNK === 0) await pause(signal);
    bounds[place] = gain(one, place);
  }
  const queue = told.map((_, place) => place).sort((a, b) => (bounds[b] ?? 0) - (bounds[a] ?? 0) || a - b);
  const chosen: Told[] = [];
  let room = "words" in budget ? budget.words : budget.sentences;
  const open = new Set(queue);
  while (room > 0 && open.size > 0) {
    await pause(signal);
    let best = -1;
    let bestGain = 0;
    for (const place of queue) {
      if (!open.has(place)) continue;
      if ((bounds[place] ?? 0) <= bestGain) continue;
      const one = told[place];
      if (one === undefined) continue;
      const now = gain(one, place);
      bounds[place] = now;
      if (now > bestGain) {
        best = place;
        bestGain = now;
      }
    }
    const one = told[best];
    if (one === undefined) break;
    open.delete(best);
    if (chosen.some((other) => repeats(one, other))) continue;
    chosen.push(one);
    for (const concept of one.concepts) left[concept] = (left[concept] ?? 0) * C.again;
    room -= "words" in budget ? one.words : 1;
  }
  return chosen;
}

function prior({ sentence, standing, vector, relevance }: Told, centre: Float64Array | null): number {
  const lead = 1 + C.lead * 2 ** (-sentence.position / C.leadHalf);
  const central = 1 + C.centre * Math.max(0, cosine(vector, centre));
  return lead * central * standing ** C.standing * relevance;
}

/** Whether most words of the shorter sentence are in the other. */
function repeats(one: Told, other: Told): boolean {
  const known = new Set(other.concepts);
  const common = one.concepts.filter((concept) => known.has(concept)).length;
  return common >= C.same * Math.min(one.concepts.length, other.concepts.length);
}

/** The centroid (Radev et al. 2004) of what the sentences mean (Rossiello et al. 2017). */
function centreOf(told: readonly Told[]): Float64Array | null {
  const dimensions = told[0]?.vector?.length ?? 0;
  if (dimensions === 0) return null;
  const sum = new Float64Array(dimensions);
  for (const { vector, sentence } of told) {
    const weight = 2 ** (-sentence.position / 6);
    if (vector !== null) for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + weight * (vector[at] ?? 0);
  }
  return sum;
}

function cosine(vector: Int8Array | null, centre: Float64Array | null): number {
  if (vector === null || centre === null) return 0;
  let [dot, squares] = [0, 0];
  for (let at = 0; at < vector.length; at += 1) {
    dot += (vector[at] ?? 0) * (centre[at] ?? 0);
    squares += (centre[at] ?? 0) ** 2;
  }
  return squares === 0 ? 0 : (dot / Math.sqrt(squares)) * Math.sqrt(COSINE_PER_DOT);
}
