import type { Evidence } from "../domain/answer.ts";
import type { Query } from "../search/query.ts";
import type { Hit } from "../search/rank.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";
import { coverageOf, namesMissing } from "./coverage.ts";
import { evidenceOf } from "./evidence.ts";
import { bestKindFit, kindFit, mayFitKind } from "./kind-fit.ts";
import type { QuestionKind } from "./question-kind.ts";
import { redundancyOf } from "./redundancy.ts";

/** What leaving out all names of the question costs a sentence, as a share of its score. */
const NAMES_MISSING_COST = 0.25;

/** A hit made ready to be shown, its score weighed by the kind of the question. */
export interface Candidate {
  readonly hit: Hit;
  readonly evidence: Evidence;
}

/**
 * Orders hits by how well they fit both the words and the kind of the question.
 *
 * @param hits best first by words
 * @param wanted how many must be right; hits too far below to rise among these are not looked at
 */
export function rerank(
  index: SentenceIndex,
  query: Query,
  kind: QuestionKind,
  hits: readonly Hit[],
  wanted: number,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const hit of hits) {
    const rivals = candidates.filter(({ evidence }) => evidence.score >= hit.score * bestKindFit(kind));
    if (rivals.length >= wanted) break;
    const { text } = hit.sentence;
    // The first few are shown in any case, so their dates and matches are needed whether they fit or not.
    if (candidates.length >= wanted && !mayFitKind(kind, text)) continue;
    const evidence = evidenceOf(index, query, hit, kind);
    const { contributions } = hit;
    // A sentence that leaves out whom the question names most likely speaks of somebody else.
    const named = 1 - NAMES_MISSING_COST * namesMissing(query, contributions);
    const fit = named * kindFit(kind, text, evidence.answers, coverageOf(query, contributions));
    candidates.push({ hit, evidence: scaled(evidence, fit) });
  }
  return (kind === "agent" ? agreeing(candidates) : candidates).toSorted((a, b) => b.evidence.score - a.evidence.score);
}

/** Lifts candidates whose answer other articles give too, and sets off that answer. */
function agreeing(candidates: readonly Candidate[]): readonly Candidate[] {
  const redundancy = redundancyOf(candidates.map(({ evidence }) => evidence));
  return candidates.map(({ hit, evidence }, place) => {
    const { factor = 1, answers = evidence.answers } = redundancy[place] ?? {};
    return { hit, evidence: scaled({ ...evidence, answers }, factor) };
  });
}

/** Multiplies a score, and what it is made of. */
export function scaled(evidence: Evidence, factor: number): Evidence {
  if (factor === 1) return evidence;
  return {
    ...evidence,
    score: evidence.score * factor,
    contributions: evidence.contributions.map((part) => ({ ...part, score: part.score * factor })),
  };
}
