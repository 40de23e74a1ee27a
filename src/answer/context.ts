import type { Question } from "../domain/answer.ts";
import { type Query, buildQuery } from "../search/query.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";

/** Ideas that a question is filled up to from earlier turns: with so many it stands. */
const ENOUGH = 4;
/** A row of emoji is no question, whatever was asked before. */
const WORDS = /[\p{L}\p{N}]/u;
/** What a word of an earlier turn counts beside a word of the question. */
const CONTEXT_WEIGHT = 0.4;

/** A question with what it leans on. */
interface InContext {
  readonly query: Query;
  /** The earlier questions from the first whose ideas were taken over, oldest first; empty where the question stands on its own. */
  readonly after: readonly string[];
}

/**
 * Adds what the person asked before to a question that leans on it ("and when was that?"), at a lower weight; going
 * further back as long as that leaves few ideas. A question that stands on its own is left as it is.
 */
export function withContext(
  index: SentenceIndex,
  { text: question, context }: Question,
  leans: boolean,
  query: Query,
): InContext {
  if ((!leans && query.concepts.length > 0) || !WORDS.test(question)) return { query, after: [] };
  const concepts = [...query.concepts];
  let after: readonly string[] = [];
  const known = new Set(concepts.map(({ asked }) => asked.toLowerCase()));
  // Person and bot speak in turn, the person first.
  const asked = context.filter((_, turn) => turn % 2 === 0);
  for (const [place, earlier] of [...asked.entries()].toReversed()) {
    if (concepts.length >= ENOUGH) break;
    for (const concept of buildQuery(index, earlier, { weight: CONTEXT_WEIGHT, related: true }).concepts) {
      if (concept.alternatives.length === 0 || known.has(concept.asked.toLowerCase())) continue;
      known.add(concept.asked.toLowerCase());
      concepts.push(concept);
      after = asked.slice(place);
    }
  }
  return { query: { ...query, concepts }, after };
}
