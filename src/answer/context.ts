import type { Question } from "../domain/answer.ts";
import { type Query, buildQuery } from "../search/query.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";

/** Words that lean on something said before. */
const LEANING =
  /\b(?:it|its|that|this|these|those|they|them|their|he|him|his|she|her|there|then|so|and|also|too|what about|how about)\b/iu;
/** A question with fewer ideas than this cannot stand alone when it leans. */
const FEW_CONCEPTS = 3;
/** What a word of an earlier turn counts beside a word of the question. */
const CONTEXT_WEIGHT = 0.4;

/**
 * Adds what the person asked before to a question that leans on it ("and when was that?"), at a lower weight; going
 * further back as long as the earlier questions lean themselves. A question that stands on its own is left as it is.
 */
export function withContext(index: SentenceIndex, question: Question, query: Query): Query {
  const leans = query.concepts.length === 0 || (query.concepts.length < FEW_CONCEPTS && LEANING.test(question.text));
  if (!leans) return query;
  const concepts = [...query.concepts];
  const known = new Set(concepts.map(({ asked }) => asked.toLowerCase()));
  // Person and bot speak in turn, the person first.
  const asked = question.context.filter((_, turn) => turn % 2 === 0);
  for (const earlier of asked.toReversed()) {
    if (concepts.length >= FEW_CONCEPTS) break;
    for (const concept of buildQuery(index, earlier, CONTEXT_WEIGHT).concepts) {
      if (concept.alternatives.length === 0 || known.has(concept.asked.toLowerCase())) continue;
      known.add(concept.asked.toLowerCase());
      concepts.push(concept);
    }
  }
  return { ...query, concepts };
}
