import { countStrings, stringAt } from "../index/packed-strings.ts";
import { directionOf } from "../meaning/word-cosines.ts";
import type { WordVectors } from "../meaning/word-vectors.ts";
import type { VocabularyPart } from "./vocabulary.ts";

/** A word of the corpus that means about what another word does. */
export interface RelatedWord {
  readonly word: string;
  /** Cosine between the two, at most 1. */
  readonly similarity: number;
}

/** Dimensions compared first; a table's first dimensions carry most, since they are its principal axes. */
const FIRST_DIMENSIONS = 32;
/** At least so many words, nearest by their first dimensions, are compared in all. */
const COMPARED = 96;
/** Steps in which first cosines, −1 to 1, are counted. */
const STEPS = 256;
/** Words whose relatives are remembered. */
const MAX_REMEMBERED = 2_000;

/** The words of a corpus by what they mean: finds those that mean about what a word of a question does. */
export class RelatedWords {
  readonly #vectors: WordVectors;
  readonly #words: readonly string[];
  readonly #rows: Int32Array;
  /** First dimensions of every word, scaled to length 1 over all dimensions, end to end. */
  readonly #first: Float32Array;
  readonly #width: number;
  readonly #remembered = new Map<number, readonly RelatedWord[]>();

  constructor(vectors: WordVectors, parts: readonly VocabularyPart[]) {
    this.#vectors = vectors;
    this.#width = Math.min(FIRST_DIMENSIONS, vectors.dimensions);
    const rows = new Map<number, string>();
    for (const { words } of parts) {
      for (let number = 0; number < countStrings(words); number += 1) {
        const word = stringAt(words, number);
        const row = vectors.row(word);
        if (row >= 0 && !rows.has(row)) rows.set(row, word);
      }
    }
    this.#rows = Int32Array.from(rows.keys());
    this.#words = [...rows.values()];
    this.#first = new Float32Array(this.#rows.length * this.#width);
    for (const [place, row] of this.#rows.entries()) {
      const vector = vectors.vector(row);
      const norm = vectors.norm(row) || 1;
      for (let at = 0; at < this.#width; at += 1) this.#first[place * this.#width + at] = (vector[at] ?? 0) / norm;
    }
  }

  /**
   * Words of the corpus nearest in meaning to a word of the table, nearest first, itself left out.
   *
   * @param row of the word in the table
   * @param least cosine below which a word is not related
   */
  nearest(row: number, limit: number, least: number): readonly RelatedWord[] {
    let related = this.#remembered.get(row);
    if (related === undefined) {
      related = this.#compare(row);
      if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
      this.#remembered.set(row, related);
    }
    return related.filter(({ similarity }) => similarity >= least).slice(0, limit);
  }

  #compare(row: number): readonly RelatedWord[] {
    const asked = directionOf(this.#vectors, row);
    const count = this.#rows.length;
    const width = this.#width;
    const scores = new Float32Array(count);
    const counts = new Uint32Array(STEPS + 1);
    for (let place = 0; place < count; place += 1) {
      let sum = 0;
      const from = place * width;
      for (let at = 0; at < width; at += 1) sum += (this.#first[from + at] ?? 0) * (asked[at] ?? 0);
      scores[place] = sum;
      const step = stepOf(sum);
      counts[step] = (counts[step] ?? 0) + 1;
    }
    let least = STEPS;
    for (let compared = counts[least] ?? 0; least > 0 && compared < COMPARED; compared += counts[least] ?? 0)
      least -= 1;
    const related: RelatedWord[] = [];
    for (let place = 0; place < count; place += 1) {
      const other = this.#rows[place] ?? 0;
      if (other === row || stepOf(scores[place] ?? 0) < least) continue;
      related.push({ word: this.#words[place] ?? "", similarity: this.#vectors.project(other, asked) });
    }
    return related.sort((a, b) => b.similarity - a.similarity);
  }
}

function stepOf(cosine: number): number {
  return Math.max(0, Math.min(STEPS, Math.round(((cosine + 1) / 2) * STEPS)));
}
