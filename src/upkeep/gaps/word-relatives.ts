import type { WordVectors } from "../../meaning/word-vectors.ts";
import { dot } from "./likeness.ts";
import type { Wording } from "./wording.ts";

/** Most words compared with each other: those in most questions. */
const COMPARED = 1_200;
/** Cosine from which on two words are relatives. */
const RELATED = 0.6;
const MAX_RELATIVES = 4;

/** Stems of words that mean about what a stem's word does, with the cosine, by stem; among the words of these questions. */
export type Relatives = ReadonlyMap<string, readonly (readonly [term: string, cosine: number])[]>;

/** Compares the commonest words of questions with each other, so that "hurt" leads to "injured". Takes up to .3 s. */
export function* wordRelatives(
  vectors: WordVectors | null,
  wordings: readonly Wording[],
): Generator<undefined, Relatives> {
  const relatives = new Map<string, readonly (readonly [string, number])[]>();
  if (vectors === null) return relatives;
  const counts = new Map<string, { readonly row: number; count: number }>();
  for (const { terms } of wordings) {
    for (const { term, row, name } of terms) {
      if (row < 0 || name) continue;
      const known = counts.get(term);
      if (known === undefined) counts.set(term, { row, count: 1 });
      else known.count += 1;
    }
  }
  const words = [...counts]
    .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
    .slice(0, COMPARED)
    .map(([term, { row }]) => ({ term, vector: vectors.vector(row), norm: vectors.norm(row) || 1 }));
  for (const { term, vector, norm } of words) {
    const near = words
      .filter((other) => other.term !== term)
      .map((other) => [other.term, dot(vector, other.vector) / (norm * other.norm)] as const)
      .filter(([, cosine]) => cosine >= RELATED)
      .sort(([, a], [, b]) => b - a)
      .slice(0, MAX_RELATIVES);
    if (near.length > 0) relatives.set(term, near);
    yield;
  }
  return relatives;
}
