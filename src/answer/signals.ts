import type { Evidence } from "../domain/answer.ts";
import type { Query } from "../search/query.ts";
import type { Hit } from "../search/rank.ts";
import type { Signals } from "./confidence.ts";
import { coverageOf, namesMissing, share } from "./coverage.ts";

/** Ideas from which on a question counts as a full one. */
const MANY_IDEAS = 8;

/** Reads off the two best sentences what the decision needs to know. */
export function signalsOf(query: Query, hit: Hit, best: Evidence, second: Evidence | undefined): Signals {
  const total = query.concepts.reduce((sum, { idf, weight }) => sum + idf * weight, 0);
  return {
    coverage: coverageOf(query, hit.contributions),
    score: Math.min(1, hit.score / total),
    margin: second === undefined ? 1 : 1 - second.score / best.score,
    kindFound: best.answers.length > 0 ? 1 : 0,
    unknown: share(query, ({ alternatives }) => alternatives.length === 0),
    namesMissing: namesMissing(query, hit.contributions),
    ideas: Math.min(1, query.concepts.length / MANY_IDEAS),
  };
}
