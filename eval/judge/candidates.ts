import { averagePrecision, reciprocalRank } from "../metrics/ranking.ts";
import type { Candidate, TestQuestion } from "../run/question-line.ts";
import type { Ranking, System } from "../systems/system.ts";
import { goldOf, isSame } from "./same-sentence.ts";

export interface CandidateFigures {
  readonly averagePrecision: number;
  readonly reciprocalRank: number;
}

/** More than any article has sentences. */
const ALL = 10_000;

/**
 * Ranks a question's candidates as the system ranks the sentences of their article. Null where the question has none, or
 * none of them is relevant.
 */
export function judgeCandidates(system: System, question: TestQuestion): CandidateFigures | null {
  const { text, context, candidates, goldDocs } = question;
  if (goldDocs.length === 0 || !candidates.some(({ relevant }) => relevant)) return null;
  const ranking = system.rank({ text, context }, ALL, new Set(goldDocs));
  const relevant = inOrder(candidates, ranking).map((candidate) => candidate.relevant);
  const precision = averagePrecision(relevant);
  if (precision === null) return null;
  return { averagePrecision: precision, reciprocalRank: reciprocalRank(relevant.indexOf(true) + 1) };
}

/**
 * The candidates in the order of a ranking: each where the same sentence stands, or, as splitters differ, the first that
 * counts as the same. Those that were not found come last; what ties keeps the order it was given in.
 */
export function inOrder(candidates: readonly Candidate[], { hits }: Ranking): readonly Candidate[] {
  const found = hits.map((hit) => goldOf(hit.text));
  return candidates
    .map((candidate) => {
      const wanted = goldOf(candidate.text);
      const exact = found.findIndex(({ text }) => text === wanted.text);
      const place = exact === -1 ? found.findIndex((hit) => isSame(hit, wanted)) : exact;
      return { candidate, place: place === -1 ? Number.POSITIVE_INFINITY : place };
    })
    .toSorted((a, b) => (a.place === b.place ? 0 : a.place - b.place))
    .map(({ candidate }) => candidate);
}
