import type { IndexPart } from "../index/index-part.ts";
import { findString } from "../index/packed-strings.ts";
import type { Concept } from "./query.ts";
import type { WeightedConcept, WeightedTerm } from "./weighted-query.ts";

/** Where a part of the index keeps a term. */
export interface PartTerm {
  readonly number: number;
  /** Its pairs: from, up to and not including. */
  readonly pairStart: number;
  readonly pairEnd: number;
}

/** A term of a query as a part of the index knows it. */
export interface PartQueryTerm extends PartTerm {
  readonly asked: WeightedTerm;
}

/** A concept with those of its alternatives that a part holds; each is the sum of its terms, and the best counts. */
export interface PartConcept {
  readonly concept: Concept;
  readonly alternatives: readonly (readonly PartQueryTerm[])[];
}

/** Looks the terms of a query up in a part. */
export function partConcepts(part: IndexPart, concepts: readonly WeightedConcept[]): readonly PartConcept[] {
  return concepts.map(({ concept, alternatives }) => ({
    concept,
    alternatives: alternatives
      .map((terms) =>
        terms.flatMap((asked) => {
          const term = partTerm(part, asked.term);
          return term === undefined ? [] : { ...term, asked };
        }),
      )
      .filter((terms) => terms.length > 0),
  }));
}

/** A term as the part knows it, or undefined where it does not occur. */
export function partTerm({ segment }: IndexPart, term: string): PartTerm | undefined {
  const number = findString(segment.terms, term);
  if (number < 0) return undefined;
  return { number, pairStart: segment.pairStart[number] ?? 0, pairEnd: segment.pairStart[number + 1] ?? 0 };
}
