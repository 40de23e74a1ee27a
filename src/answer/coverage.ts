import type { Contribution } from "../domain/answer.ts";
import type { Concept, Query } from "../search/query.ts";

/** Share of the question's telling words that a sentence itself holds. */
export function coverageOf(query: Query, contributions: readonly Contribution[]): number {
  const own = ownWords(contributions);
  return share(query, ({ asked }) => own.has(asked));
}

/** Share of a query's concepts, weighed by how telling they are, of which something is true. */
export function share(query: Query, holds: (concept: Concept) => boolean): number {
  const weigh = (concepts: readonly Concept[]): number =>
    concepts.reduce((sum, { idf, weight }) => sum + idf * weight, 0);
  return weigh(query.concepts.filter((concept) => holds(concept))) / weigh(query.concepts);
}

/** The question's words that a sentence itself holds, as asked. */
function ownWords(contributions: readonly Contribution[]): ReadonlySet<string> {
  return new Set(contributions.filter(({ field, how }) => field === "sentence" && how !== "meaning").map(({ asked }) => asked));
}
