import { directionOf } from "../search/related-words.ts";
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

/** Compares the ideas of one question with texts, each only once. */
export class Likeness {
  readonly #vectors: WordVectors | null;
  /** Directions of the words of each idea. */
  readonly #directions: readonly (readonly Float32Array[])[];
  /** For each idea, ways to say it in the index's terms. */
  readonly #ways: readonly (readonly (readonly QueryTerm[])[])[];
  readonly #cosines: readonly Map<number, number>[];
  readonly #held = new Map<ReadText, Held>();

  constructor(vectors: WordVectors | null, ideas: readonly Idea[]) {
    this.#vectors = vectors;
    this.#directions = ideas.map(({ rows }) =>
      vectors === null ? [] : rows.map((row) => directionOf(vectors, row)),
    );
    this.#ways = ideas.map(({ concept }) =>
      concept.alternatives.filter((terms) => terms.every(({ how }) => how !== "meaning")),
    );
    this.#cosines = ideas.map(() => new Map());
  }

  in(text: ReadText): Held {
    const known = this.#held.get(text);
    if (known !== undefined) return known;
    const said = Float64Array.from(this.#ways, (ways) => worthOf(ways, text));
    const meant = said.map((worth, idea) => (worth > 0 ? worth : this.#nearest(idea, text)));
    const held = { said, meant };
    this.#held.set(text, held);
    return held;
  }

  /** Cosine between an idea and a word, 0 where either is unknown. */
  cosine(idea: number, row: number): number {
    const vectors = this.#vectors;
    const cosines = this.#cosines[idea];
    if (vectors === null || cosines === undefined) return 0;
    let cosine = cosines.get(row);
    if (cosine === undefined) {
      cosine = 0;
      for (const direction of this.#directions[idea] ?? []) cosine = Math.max(cosine, vectors.project(row, direction));
      cosines.set(row, cosine);
    }
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
    return best;
  }
}

/** What the best way to say an idea is worth that a text holds whole. */
function worthOf(ways: readonly (readonly QueryTerm[])[], { places }: ReadText): number {
  let best = 0;
  for (const terms of ways) {
    if (terms.every(({ term }) => places.has(term))) best = Math.max(best, Math.min(...terms.map(({ weight }) => weight)));
  }
  return best;
}
