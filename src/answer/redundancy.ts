import type { Evidence } from "../domain/answer.ts";

/** What holding the name that most articles give is worth: scores are multiplied by up to this. */
export const MOST_NAMED_BOOST = 1.5;

/**
 * Lifts sentences whose answer other articles give too. Where many sentences fit a question about as well, the answer
 * that recurs in independent texts is the likeliest: Dumais, Banko, Brill, Lin and Ng, "Web question answering: is more
 * always better?", SIGIR 2002.
 *
 * @returns factors of the scores, 1 or more, in the order of the evidence
 */
export function redundancyFactors(evidence: readonly Evidence[]): readonly number[] {
  const articlesNaming = new Map<string, Set<string>>();
  for (const one of evidence) {
    for (const name of namesIn(one)) {
      const articles = articlesNaming.get(name) ?? new Set();
      articlesNaming.set(name, articles.add(one.sentence.article.id));
    }
  }
  const votes = (name: string): number => articlesNaming.get(name)?.size ?? 0;
  const most = Math.max(0, ...[...articlesNaming.keys()].map((name) => votes(name)));
  // One article cannot agree with itself.
  if (most < 2) return evidence.map(() => 1);
  return evidence.map((one) => {
    const best = Math.max(0, ...namesIn(one).map((name) => votes(name)));
    return 1 + (MOST_NAMED_BOOST - 1) * (best / most);
  });
}

/** How far into a name two are compared: "Iran", "Iran's" and "Iranian" count together. */
const COMPARED_LETTERS = 4;

function namesIn({ sentence, answers }: Evidence): readonly string[] {
  return answers.map(({ start, end }) => sentence.text.slice(start, end).toLowerCase().slice(0, COMPARED_LETTERS));
}
