import type { Evidence } from "../domain/answer.ts";

/** Most sentences shown as an answer. */
const MAX_SENTENCES = 3;
/** A further sentence must come this close to the best one's score. */
const RELATIVE_SCORE = 0.8;
/** Share of the shorter sentence's words in the longer one from which on the two say the same. */
const SAME_WORDS = 0.75;

/**
 * Chooses which of the ranked sentences are shown: the best, and those nearly as good that say something else.
 *
 * @param ranked best first
 */
export function chooseSentences(ranked: readonly Evidence[], limit = MAX_SENTENCES): readonly Evidence[] {
  const [best] = ranked;
  if (best === undefined) return [];
  const chosen: Evidence[] = [];
  for (const evidence of ranked) {
    if (chosen.length >= limit || evidence.score < best.score * RELATIVE_SCORE) break;
    if (chosen.every((other) => overlap(other, evidence) < SAME_WORDS)) chosen.push(evidence);
  }
  return chosen;
}

/**
 * The overlap coefficient of two sentences' words (Szymkiewicz and Simpson): 0 for none in common, 1 where the shorter is
 * within the longer. Unlike Jaccard's it sees through "…, AP reported on Monday".
 */
function overlap(a: Evidence, b: Evidence): number {
  const first = wordsOf(a.sentence.text);
  const second = wordsOf(b.sentence.text);
  const common = [...first].filter((word) => second.has(word)).length;
  return common / Math.min(first.size, second.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [""]);
}
