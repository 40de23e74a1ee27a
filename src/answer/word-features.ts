import type { Span } from "../domain/sentence.ts";
import type { Comparison } from "./comparison.ts";
import type { Idea } from "./ideas.ts";
import type { Held } from "./likeness.ts";
import type { ReadText } from "./sentence-reader.ts";

/** How far apart neighbouring ideas may stand, in words with content, to be together, and half together. */
const CLOSE = 2;
const NEAR = 5;
/** Telling words after a number within which what it counts stands, and how near in meaning that must be. */
const COUNTED_WITHIN = 3;
const COUNTED_ALIKE = 0.6;

/** Share of a text's words, by how telling they are, that the question says too. */
export function pointedness({ terms, rarities }: ReadText, asked: ReadonlySet<string>): number {
  let all = 0;
  let said = 0;
  for (const [place, { term }] of terms.entries()) {
    const rarity = rarities[place] ?? 0;
    all += rarity;
    if (asked.has(term)) said += rarity;
  }
  return all === 0 ? 0 : said / all;
}

/** Share of neighbouring ideas of the question that stand close to each other in a text. */
export function togetherness({ places }: ReadText, ideas: readonly Idea[], { said }: Held): number {
  if (ideas.length < 2) return 0;
  const placesOf = (idea: Idea | undefined): readonly number[] =>
    (idea?.concept.alternatives ?? [])
      .flat()
      .flatMap(({ term, how }) => (how === "meaning" ? [] : (places.get(term) ?? [])));
  let close = 0;
  for (let idea = 0; idea + 1 < ideas.length; idea += 1) {
    if (said[idea] === 0 || said[idea + 1] === 0) continue;
    const others = placesOf(ideas[idea + 1]);
    const distance = Math.min(
      ...placesOf(ideas[idea]).flatMap((place) => others.map((other) => Math.abs(place - other))),
    );
    if (distance <= CLOSE) close += 1;
    else if (distance <= NEAR) close += 0.5;
  }
  return close / (ideas.length - 1);
}

/** Whether what follows a number is, or means about, one of the question's ideas. */
export function isCounted(number: Span, { terms }: ReadText, { ideas, likeness, terms: asked }: Comparison): boolean {
  const following = terms.filter(({ start, kind }) => start >= number.end && kind === "word").slice(0, COUNTED_WITHIN);
  return following.some(
    ({ term, folded }) => asked.has(term) || ideas.some((_, idea) => likeness.cosineOf(idea, folded) >= COUNTED_ALIKE),
  );
}
