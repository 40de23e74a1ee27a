import { wordCosine } from "../search/related-words.ts";
import type { WordVectors } from "../meaning/word-vectors.ts";
import type { QueryTerm } from "../search/query.ts";
import { type Idea, rarityOf } from "./ideas.ts";
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
  readonly #ideas: readonly Idea[];
  /** For each idea, ways to say it in the index's terms. */
  readonly #ways: readonly (readonly (readonly QueryTerm[])[])[];
  readonly #cosines: readonly Map<number, number>[];
  readonly #held = new Map<ReadText, Held>();

  constructor(vectors: WordVectors | null, ideas: readonly Idea[]) {
    this.#vectors = vectors;
    this.#ideas = ideas;
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
      cosine = Math.max(0, ...(this.#ideas[idea]?.rows ?? []).map((own) => wordCosine(vectors, own, row)));
      cosines.set(row, cosine);
    }
    return cosine;
  }

  /** Cosine between an idea and a folded word, 0 where either is unknown. */
  cosineOf(idea: number, folded: string): number {
    const row = this.#vectors?.row(folded) ?? -1;
    return row < 0 ? 0 : this.cosine(idea, row);
  }

  /** How telling a folded word is by how common it is in English, 0 to 1. */
  rarity(folded: string): number {
    const row = this.#vectors?.row(folded) ?? -1;
    return rarityOf(row < 0 || this.#vectors === null ? [] : [this.#vectors.logFrequency(row)]);
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
