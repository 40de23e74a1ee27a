import type { Question } from "../domain/answer.ts";
import { type Query, buildQuery } from "../search/query.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";

/** Words that lean on something said before. */
const LEANING =
  /\b(?:it|its|that|this|these|those|they|them|their|he|him|his|she|her|there|then|so|and|also|too|what about|how about)\b/iu;
/** A question with fewer ideas than this cannot stand alone when it leans. */
const FEW_CONCEPTS = 3;
/** What a word of the turn before counts beside a word of the question. */
const CONTEXT_WEIGHT = 0.4;

/**
 * Adds what the person asked before to a question that leans on it ("and when was that?"), at a lower weight. A question
 * that stands on its own is left as it is.
 */
export function withContext(index: SentenceIndex, question: Question, query: Query): Query {
  const previous = question.context.findLast((_, turn) => turn % 2 === 0);
  if (previous === undefined || query.concepts.length >= FEW_CONCEPTS || !LEANING.test(question.text)) return query;
  const known = new Set(query.concepts.map(({ asked }) => asked.toLowerCase()));
  const earlier = buildQuery(index, previous, CONTEXT_WEIGHT).concepts.filter(
    ({ asked, alternatives }) => alternatives.length > 0 && !known.has(asked.toLowerCase()),
  );
  return { ...query, concepts: [...query.concepts, ...earlier] };
}
