import type { Evidence } from "../domain/answer.ts";
import type { Span } from "../domain/sentence.ts";

/** What holding the name that most articles give is worth: scores are multiplied by up to this. */
export const MOST_NAMED_BOOST = 1.5;
/** Share of the most frequent name's articles from which on another name is a likely answer too. */
const LIKELY = 0.5;

/** What other articles say about the names in a sentence. */
export interface Redundancy {
  /** Factor of the sentence's score, 1 or more. */
  readonly factor: number;
  /** The sentence's answers that other articles give too; all of them where none is. */
  readonly answers: readonly Span[];
}

/**
 * Weighs sentences by whether other articles give the same answer. Where many sentences fit a question about as well, the
 * answer that recurs in independent texts is the likeliest: Dumais, Banko, Brill, Lin and Ng, "Web question answering: is
 * more always better?", SIGIR 2002.
 *
 * @returns one for each sentence, in the same order
 */
export function redundancyOf(evidence: readonly Evidence[]): readonly Redundancy[] {
  const articlesNaming = new Map<string, Set<string>>();
  for (const one of evidence) {
    for (const answer of one.answers) {
      const name = nameAt(one, answer);
      const articles = articlesNaming.get(name) ?? new Set();
      articlesNaming.set(name, articles.add(one.sentence.article.id));
    }
  }
  const votes = (one: Evidence, answer: Span): number => articlesNaming.get(nameAt(one, answer))?.size ?? 0;
  const most = Math.max(0, ...[...articlesNaming.values()].map(({ size }) => size));
  // One article cannot agree with itself.
  if (most < 2) return evidence.map(({ answers }) => ({ factor: 1, answers }));
  return evidence.map((one) => {
    const best = Math.max(0, ...one.answers.map((answer) => votes(one, answer)));
    const likely = one.answers.filter((answer) => votes(one, answer) >= most * LIKELY);
    return {
      factor: 1 + (MOST_NAMED_BOOST - 1) * (best / most),
      answers: likely.length > 0 ? likely : one.answers,
    };
  });
}

/** How far into a name two are compared: a name, its possessive and its adjective count together. */
const COMPARED_LETTERS = 4;

function nameAt({ sentence }: Evidence, { start, end }: Span): string {
  return sentence.text.slice(start, end).toLowerCase().slice(0, COMPARED_LETTERS);
}
