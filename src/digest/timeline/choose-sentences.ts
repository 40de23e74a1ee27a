import type { Telling } from "./collect-dates.ts";
import { type TermVector, centroidOf, cosine } from "./vectors.ts";

/** Sentences for one date that are compared; those that fit best. */
const COMPARED = 200;
/** Above this likeness a sentence repeats another. */
const REPEATS = 0.6;
/** Words of a sentence that reads well; shorter and longer ones count less. */
const FEW_WORDS = 8;
const MANY_WORDS = 45;

/**
 * The sentences that tell best what happened on a date: near to the mean of all that are told of it, and to what the whole
 * is about (centroid ranking, Radev et al. 2000), each saying something else than those before it.
 *
 * @param quotable those among which is chosen
 * @param all what is told of the date
 * @param taken sentences that stand beside other dates
 */
export function chooseTellings(
  quotable: readonly Telling[],
  all: readonly Telling[],
  centre: TermVector,
  wanted: number,
  taken: ReadonlySet<unknown> = new Set(),
): readonly Telling[] {
  const ofDate = centroidOf(fittest(all).map(({ vector, fit, candidate }) => [vector, fit * candidate.relevance]));
  const ranked = fittest(quotable)
    .filter(({ candidate }) => !taken.has(candidate))
    .map((telling) => ({ telling, score: scoreOf(telling, ofDate, centre) }))
    .toSorted((a, b) => b.score - a.score);
  const chosen: Telling[] = [];
  for (const { telling } of ranked) {
    if (chosen.length >= wanted) break;
    if (chosen.every(({ vector }) => cosine(vector, telling.vector) < REPEATS)) chosen.push(telling);
  }
  return chosen;
}

function fittest(tellings: readonly Telling[]): readonly Telling[] {
  return tellings.toSorted((a, b) => b.fit - a.fit).slice(0, COMPARED);
}

function scoreOf({ candidate, vector, fit }: Telling, ofDate: TermVector, centre: TermVector): number {
  const { sentence, relevance } = candidate;
  const likeness = 0.15 + cosine(vector, ofDate) + 0.5 * cosine(vector, centre);
  const early = 1 + 0.2 / (1 + sentence.position);
  return fit * relevance * likeness * early * readability(sentence.text);
}

/** "The ministry issued a statement": that a text appeared is hardly ever what happened. */
const ABOUT_A_TEXT =
  /\b(?:published|issued|released|dates?|dated|posted)\b.*\b(?:text|communiqué|remarks|release|statement|advisory|transcript|page|document|paper|readout)\b/iu;

/** Speech, fragments and texts about texts tell less of what happened. */
function readability(text: string): number {
  const words = text.split(/\s+/u).length;
  const length = words < FEW_WORDS ? words / FEW_WORDS : Math.min(1, MANY_WORDS / words);
  const speech = /^["“'‘]|\b(?:I|we|my|our)\b/u.test(text) ? 0.7 : 1;
  const question = text.trimEnd().endsWith("?") ? 0.5 : 1;
  return length * speech * question * (ABOUT_A_TEXT.test(text) ? 0.4 : 1);
}
