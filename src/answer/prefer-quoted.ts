import { type Candidate, scaled } from "./rerank.ts";

/**
 * What holding what stands in quotes is worth to a sentence: scores are multiplied by this. Little, since in a question
 * quotes are mostly around titles and names, and the sentence that answers often speaks of the thing without its name.
 */
const QUOTED_BOOST = 1.15;

/**
 * Lifts candidates that hold, word for word, what a question has in quotes.
 *
 * @param heldShare the share of what is in quotes that a text holds, 0 to 1
 */
export function preferQuoted(
  candidates: readonly Candidate[],
  heldShare: (text: string) => number,
): readonly Candidate[] {
  return candidates
    .map(({ hit, evidence }) => {
      const factor = 1 + (QUOTED_BOOST - 1) * heldShare(evidence.sentence.text);
      return { hit, evidence: scaled(evidence, factor) };
    })
    .toSorted((a, b) => b.evidence.score - a.evidence.score);
}
