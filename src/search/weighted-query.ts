import { idfOf } from "../index/generation.ts";
import type { Concept, Query, QueryTerm } from "./query.ts";
import type { SentenceIndex } from "./sentence-index.ts";

/** A term with what it can bring a sentence at most: its idf, weighed as the query says. */
export interface WeightedTerm extends QueryTerm {
  readonly maximum: number;
}

export interface WeightedConcept {
  readonly concept: Concept;
  readonly alternatives: readonly (readonly WeightedTerm[])[];
}

/**
 * Works out what every term of a query is worth in this index. Concepts that can bring the most come first, and are added up
 * in this order: after them it is soon clear which sentences cannot catch up.
 */
export function weightedConcepts(index: SentenceIndex, query: Query): readonly WeightedConcept[] {
  return query.concepts
    .map((concept) => ({
      concept,
      alternatives: concept.alternatives.map((terms) =>
        terms.map((term) => ({ ...term, maximum: idfOf(index.generation, term.term) * term.weight * concept.weight })),
      ),
    }))
    .toSorted((a, b) => maximumOf(b) - maximumOf(a));
}

function maximumOf({ alternatives }: WeightedConcept): number {
  return Math.max(0, ...alternatives.map((terms) => terms.reduce((sum, { maximum }) => sum + maximum, 0)));
}
