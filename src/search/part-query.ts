import type { IndexPart } from "../index/index-part.ts";
import { findString } from "../index/packed-strings.ts";
import type { WeightedConcept } from "./weighted-query.ts";

/** A term of a query as a part of the index knows it. */
export interface PartTerm {
  readonly number: number;
  /** Its pairs: from, up to and not including. */
  readonly pairStart: number;
  readonly pairEnd: number;
  /** What its saturated frequency is multiplied by. */
  readonly weight: number;
}

/** The alternatives of a concept that the part holds; each is the sum of its terms, and the best of them counts. */
export type PartConcept = readonly (readonly PartTerm[])[];

/** Looks the terms up in a part; concepts that it holds nothing of are left out. */
export function partConcepts(part: IndexPart, concepts: readonly WeightedConcept[]): readonly PartConcept[] {
  return concepts
    .map(({ alternatives }) =>
      alternatives
        .map((terms) => terms.flatMap(({ term, maximum }) => partTerm(part, term, maximum) ?? []))
        .filter((terms) => terms.length > 0),
    )
    .filter((alternatives) => alternatives.length > 0);
}

/** A term as the part knows it, or undefined where it does not occur. */
export function partTerm({ segment }: IndexPart, term: string, weight: number): PartTerm | undefined {
  const number = findString(segment.terms, term);
  if (number < 0) return undefined;
  return { number, weight, pairStart: segment.pairStart[number] ?? 0, pairEnd: segment.pairStart[number + 1] ?? 0 };
}
