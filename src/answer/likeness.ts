import type { WordCosines } from "../meaning/word-cosines.ts";
import type { WordVectors } from "../meaning/word-vectors.ts";
import type { QueryTerm } from "../search/query.ts";
import type { Idea } from "./ideas.ts";
import type { ReadText } from "./sentence-reader.ts";

/** How well each idea of a question is held by a text, in the order of the ideas, 0 to 1. */
export interface Held {
  /** By the word itself, a name or a corrected spelling of it: what the match is worth, 0 where it is not there. */
  readonly said: Float64Array;
  /** By a word of about the same meaning: the cosine of the nearest; never less than `said`. */
  readonly meant: Float64Array;
}

/** Cosine from which on a word stands for a name, as an adjective does: other names mean much the same, and are others. */
export const SAME_NAME = 0.7;
/** What is left of a cosine below that. */
const OTHER_NAME = 0.75;

/** Compares the ideas of one question with texts, each only once. */
export class Likeness {
  readonly #vectors: WordVectors | null;
  /** For each idea, the cosines of its words with others. */
  readonly #cosines: readonly (readonly ((row: number) => number)[])[];
  /** For each idea, the cosine below which another word hardly stands for it. */
  readonly #least: readonly number[];
  /** For each idea, ways to say it in the index's terms. */
  readonly #ways: readonly (readonly (readonly QueryTerm[])[])[];
  readonly #said = new Map<ReadText, Float64Array>();
  readonly #held = new Map<ReadText, Held>();

  /** @param cosines of the words of `vectors`, whichever question they were worked out for */
  constructor(vectors: WordVectors | null, cosines: WordCosines | null, ideas: readonly Idea[]) {
    this.#vectors = vectors;
    this.#least = ideas.map(({ isName }) => (isName ? SAME_NAME : 0));
    this.#cosines = ideas.map(({ rows }) => (cosines === null ? [] : rows.map((row) => cosines.of(row))));
    this.#ways = ideas.map(({ concept }) =>
      concept.alternatives.filter((terms) => terms.every(({ how }) => how !== "meaning")),
    );
  }

  in(text: ReadText): Held {
    const known = this.#held.get(text);
    if (known !== undefined) return known;
    const said = this.said(text);
    const held = { said, meant: said.map((worth, idea) => (worth > 0 ? worth : this.#nearest(idea, text))) };
    this.#held.set(text, held);
    return held;
  }

  /** What {@link in} tells of the words themselves, at a tenth of the cost. */
  said(text: ReadText): Float64Array {
    const known = this.#said.get(text);
    if (known !== undefined) return known;
    const said = Float64Array.from(this.#ways, (ways) => worthOf(ways, text));
    this.#said.set(text, said);
    return said;
  }

  /** Cosine between an idea and a word, 0 where either is unknown. */
  cosine(idea: number, row: number): number {
    let cosine = 0;
    for (const cosineWith of this.#cosines[idea] ?? []) cosine = Math.max(cosine, cosineWith(row));
    return cosine;
  }

  /** Cosine between an idea and a folded word, 0 where either is unknown. */
  cosineOf(idea: number, folded: string): number {
    const row = this.#vectors?.row(folded) ?? -1;
    return row < 0 ? 0 : this.cosine(idea, row);
  }

  #nearest(idea: number, { rows }: ReadText): number {
    let best = 0;
    for (const row of rows) best = Math.max(best, this.cosine(idea, row));
    return best >= (this.#least[idea] ?? 0) ? best : OTHER_NAME * best;
  }
}

/** What the best way to say an idea is worth that a text holds whole. */
function worthOf(ways: readonly (readonly QueryTerm[])[], { places }: ReadText): number {
  let best = 0;
  for (const terms of ways) {
    if (terms.every(({ term }) => places.has(term)))
      best = Math.max(best, Math.min(...terms.map(({ weight }) => weight)));
  }
  return best;
}
