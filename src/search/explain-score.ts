import type { Contribution } from "../domain/answer.ts";
import type { Field } from "../index/bm25f.ts";
import { saturate } from "../index/bm25f.ts";
import type { PartConcept, PartQueryTerm } from "./part-query.ts";
import type { PartSearch } from "./part-search.ts";

const FIELDS: readonly Field[] = ["sentence", "neighbours", "title"];

interface TermShare {
  readonly asked: PartQueryTerm["asked"];
  readonly score: number;
  /** What each field has of the score, 0 to 1. */
  readonly shares: Readonly<Record<Field, number>>;
}

/**
 * Takes a sentence's score apart: which word of the question brought how much, through which field. BM25F saturates the sum
 * of the fields; each gets the share of the score that it has of the sum.
 */
export function explainScore(
  search: PartSearch,
  concepts: readonly PartConcept[],
  slot: number,
): readonly Contribution[] {
  return concepts.flatMap(({ concept, alternatives }) => {
    let best: { readonly score: number; readonly terms: readonly TermShare[] } = { score: 0, terms: [] };
    for (const alternative of alternatives) {
      const terms = alternative.map((term) => shareOf(search, term, slot));
      const score = terms.reduce((sum, term) => sum + term.score, 0);
      if (score > best.score) best = { score, terms };
    }
    return best.terms.flatMap(({ asked: { matched, how }, score, shares }) =>
      FIELDS.filter((field) => shares[field] > 0).map((field) => ({
        asked: concept.asked,
        matched,
        how,
        field,
        score: score * shares[field],
      })),
    );
  });
}

function shareOf(search: PartSearch, term: PartQueryTerm, slot: number): TermShare {
  const { sentence, neighbours, title } = search.fieldsOf(term, slot);
  const total = sentence + neighbours + title;
  const { asked } = term;
  if (total === 0) return { asked, score: 0, shares: { sentence: 0, neighbours: 0, title: 0 } };
  return {
    asked,
    score: asked.maximum * saturate(total, search.norms.parameters.k1),
    shares: { sentence: sentence / total, neighbours: neighbours / total, title: title / total },
  };
}
