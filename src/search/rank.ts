import type { Contribution } from "../domain/answer.ts";
import type { Sentence } from "../domain/sentence.ts";
import { sentenceAt } from "../index/generation.ts";
import { explainScore } from "./explain-score.ts";
import { partConcepts } from "./part-query.ts";
import type { Query } from "./query.ts";
import { type FilterOptions, sentenceFilter } from "./sentence-filter.ts";
import type { SentenceIndex } from "./sentence-index.ts";
import { TopK } from "./top-k.ts";
import { weightedConcepts } from "./weighted-query.ts";

/** A sentence with its score for a query and how that score came about. */
export interface Hit {
  readonly sentence: Sentence;
  /** Sum of the contributions' scores, > 0. */
  readonly score: number;
  readonly contributions: readonly Contribution[];
}

export interface Ranking {
  /** How many sentences matched in all, or at least matched where `totalIsExact` is false. */
  readonly total: number;
  readonly totalIsExact: boolean;
  /** The best, in falling order of score; ties in the order of the corpus, which is newest first. */
  readonly hits: readonly Hit[];
}

export interface RankOptions extends FilterOptions {
  readonly limit: number;
  readonly offset?: number;
  /** Counts all that match up to this many; by default only what is needed for the best is looked at. */
  readonly countUpTo?: number;
}

/**
 * Finds the sentences that match a query best, exactly as if all had been scored.
 *
 * Every concept scores by the best of its alternatives (a disjunction maximum), concepts add up. Whole blocks of sentences
 * are passed over where a bound tells that none of them can be among the best.
 */
export function rank(index: SentenceIndex, query: Query, options: RankOptions): Ranking {
  const { limit, offset = 0, countUpTo = 0 } = options;
  const { parts } = index.generation;
  const concepts = weightedConcepts(index, query);
  const best = new TopK(offset + limit);
  const searches = parts.map((part, number) => ({
    search: index.searches[number],
    concepts: partConcepts(part, concepts),
    filter: sentenceFilter(part, query.restriction, options),
  }));
  for (const { search, concepts, filter } of searches) search?.search(concepts, filter, best);
  const ranked = best.ranked();

  let total = ranked.length;
  let totalIsExact = ranked.length < offset + limit;
  if (!totalIsExact && countUpTo > total) {
    // One more than is told, to know whether there are more.
    let counted = 0;
    for (const { search, concepts, filter } of searches) {
      counted += search?.count(concepts, filter, countUpTo + 1 - counted) ?? 0;
    }
    total = Math.min(counted, countUpTo);
    totalIsExact = counted <= countUpTo;
  }
  const hits = ranked.slice(offset).flatMap(({ part, slot, score }): Hit | readonly [] => {
    const indexPart = parts[part];
    const search = searches[part];
    const sentence = indexPart === undefined ? undefined : sentenceAt(indexPart, slot);
    if (sentence === undefined || search?.search === undefined) return [];
    return { sentence, score, contributions: explainScore(search.search, search.concepts, slot) };
  });
  return { total, totalIsExact, hits };
}
