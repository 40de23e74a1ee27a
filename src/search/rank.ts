import type { Contribution } from "../domain/answer.ts";
import { type Bm25fParameters, DEFAULT_BM25F, type Field } from "./bm25f.ts";
import { frequencyOf } from "./postings.ts";
import type { Concept, Query, QueryTerm } from "./query.ts";
import type { Restriction } from "./restriction.ts";
import type { SentenceIndex } from "./sentence-index.ts";
import { type ScoredTerm, prepareTerm, scoreTerm } from "./term-score.ts";

/** A sentence with its score for a query and how that score came about. */
export interface Hit {
  /** Number of the sentence in the index. */
  readonly sentence: number;
  /** Sum of the contributions' scores, > 0. */
  readonly score: number;
  readonly contributions: readonly Contribution[];
  /** For each concept of the query, in order: what it brought, 0 where the sentence does not speak of it. */
  readonly byConcept: readonly number[];
}

export interface Ranking {
  /** How many sentences matched in all, or at least matched where `totalIsExact` is false. */
  readonly total: number;
  readonly totalIsExact: boolean;
  /** The best, in falling order of score; ties in the order of the index, which is newest first. */
  readonly hits: readonly Hit[];
}

export interface RankOptions {
  readonly limit: number;
  readonly offset?: number;
  /** Ids of the articles to look in; all when absent. */
  readonly within?: ReadonlySet<string>;
  /** Leaves out sentences that match by their title or neighbours alone. */
  readonly ownWordsOnly?: boolean;
  readonly parameters?: Bm25fParameters;
}

const FIELDS: readonly Field[] = ["sentence", "neighbours", "title"];

/**
 * Ranks every sentence that matches a query, exactly.
 *
 * Every concept scores by the best of its alternatives (a disjunction maximum), concepts add up.
 */
export function rank(index: SentenceIndex, query: Query, options: RankOptions): Ranking {
  const parameters = options.parameters ?? DEFAULT_BM25F;
  const prepared = query.concepts.map((concept) => prepareConcept(index, concept));
  const scored: { readonly sentence: number; readonly score: number }[] = [];
  for (const sentence of candidates(index, prepared, query.restriction, options)) {
    let score = 0;
    for (const concept of prepared) score += bestAlternative(index, concept, sentence, parameters).score;
    if (score > 0) scored.push({ sentence, score });
  }
  scored.sort((a, b) => b.score - a.score || a.sentence - b.sentence);
  const offset = options.offset ?? 0;
  return {
    total: scored.length,
    totalIsExact: true,
    hits: scored
      .slice(offset, offset + options.limit)
      .map(({ sentence }) => explain(index, prepared, sentence, parameters)),
  };
}

interface PreparedTerm extends QueryTerm {
  readonly scored: ScoredTerm;
}

interface PreparedConcept {
  readonly concept: Concept;
  readonly alternatives: readonly (readonly PreparedTerm[])[];
}

function prepareConcept(index: SentenceIndex, concept: Concept): PreparedConcept {
  return {
    concept,
    alternatives: concept.alternatives.map((terms) =>
      terms.map((term) => ({ ...term, scored: prepareTerm(index, term.term) })),
    ),
  };
}

/** Numbers of the sentences that can score at all, in rising order. */
function candidates(
  index: SentenceIndex,
  concepts: readonly PreparedConcept[],
  restriction: Restriction | null,
  { within, ownWordsOnly = false }: RankOptions,
): readonly number[] {
  const found = new Set<number>();
  for (const { scored } of concepts.flatMap(({ alternatives }) => alternatives.flat())) {
    for (const sentence of scored.inSentence?.ids ?? []) {
      found.add(sentence);
      if (ownWordsOnly) continue;
      if (index.articleOf[sentence - 1] === index.articleOf[sentence]) found.add(sentence - 1);
      if (index.articleOf[sentence + 1] === index.articleOf[sentence]) found.add(sentence + 1);
    }
    if (ownWordsOnly) continue;
    for (const article of scored.inTitle?.ids ?? []) {
      const end = index.firstSentence[article + 1] ?? 0;
      for (let sentence = index.firstSentence[article] ?? 0; sentence < end; sentence += 1) found.add(sentence);
    }
  }
  const allowed = [...found].filter(
    (sentence) =>
      (within === undefined || within.has(index.sentences[sentence]?.article.id ?? "")) &&
      (restriction === null || admits(index, restriction, sentence)),
  );
  return allowed.sort((a, b) => a - b);
}

function admits(index: SentenceIndex, restriction: Restriction, sentence: number): boolean {
  const { required, excluded, admitsArticle, admitsSentence } = restriction;
  const found = index.sentences[sentence];
  if (found === undefined) return false;
  const holds = (term: string): boolean => frequencyOf(index.inSentence.get(term), sentence) > 0;
  return (
    required.every((term) => holds(term)) &&
    !excluded.some((term) => holds(term)) &&
    (admitsArticle?.(found.article) ?? true) &&
    (admitsSentence?.(found.text) ?? true)
  );
}

/** What a concept brings to a sentence, and which of its alternatives brought it. */
function bestAlternative(
  index: SentenceIndex,
  { concept, alternatives }: PreparedConcept,
  sentence: number,
  parameters: Bm25fParameters,
): { readonly score: number; readonly terms: readonly PreparedTerm[] } {
  let best: { score: number; terms: readonly PreparedTerm[] } = { score: 0, terms: [] };
  for (const terms of alternatives) {
    let score = 0;
    for (const term of terms) {
      const fields = scoreTerm(index, term.scored, sentence, parameters);
      score += (fields.sentence + fields.neighbours + fields.title) * term.weight * concept.weight;
    }
    if (score > best.score) best = { score, terms };
  }
  return best;
}

function explain(
  index: SentenceIndex,
  concepts: readonly PreparedConcept[],
  sentence: number,
  parameters: Bm25fParameters,
): Hit {
  const contributions: Contribution[] = [];
  const byConcept: number[] = [];
  for (const prepared of concepts) {
    const { concept } = prepared;
    const { score, terms } = bestAlternative(index, prepared, sentence, parameters);
    byConcept.push(score);
    for (const { scored, matched, how, weight } of terms) {
      const fields = scoreTerm(index, scored, sentence, parameters);
      for (const field of FIELDS) {
        if (fields[field] === 0) continue;
        const share = fields[field] * weight * concept.weight;
        contributions.push({ asked: concept.asked, matched, how, field, score: share });
      }
    }
  }
  return { sentence, score: byConcept.reduce((sum, part) => sum + part, 0), contributions, byConcept };
}
