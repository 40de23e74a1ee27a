import type { Evidence } from "../domain/answer.ts";

/** Most sentences shown as an answer. */
const MAX_SENTENCES = 3;
/** A further sentence must come this close to the best one's score. */
const RELATIVE_SCORE = 0.8;
/** Share of words in common from which on two sentences say the same. */
const SAME_WORDS = 0.6;

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

/** Jaccard's coefficient over the words of two sentences: 0 for none in common, 1 for the same words. */
function overlap(a: Evidence, b: Evidence): number {
  const first = wordsOf(a.sentence.text);
  const second = wordsOf(b.sentence.text);
  const common = [...first].filter((word) => second.has(word)).length;
  return common / (first.size + second.size - common);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [""]);
}
