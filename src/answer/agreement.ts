import type { Span } from "../domain/sentence.ts";

/** A sentence that may name who did it. */
export interface Naming {
  /** Id of its article. */
  readonly article: string;
  readonly text: string;
  /** The names in it that could be the answer. */
  readonly answers: readonly Span[];
}

/** How far into a name two are compared: a name, its possessive and its adjective count together. */
const COMPARED_LETTERS = 4;

/**
 * Tells how many articles give a sentence's answer, beside the answer that most give. Where many sentences fit a question
 * about as well, the answer that recurs in independent texts is the likeliest: Dumais, Banko, Brill, Lin and Ng, "Web
 * question answering: is more always better?", SIGIR 2002.
 *
 * @returns 0 to 1 for each sentence, in the same order; 0 for all where no two articles agree
 */
export function agreement(sentences: readonly Naming[]): readonly number[] {
  const articlesNaming = new Map<string, Set<string>>();
  for (const { article, text, answers } of sentences) {
    for (const name of namesOf(text, answers)) {
      articlesNaming.set(name, (articlesNaming.get(name) ?? new Set()).add(article));
    }
  }
  const most = Math.max(0, ...[...articlesNaming.values()].map(({ size }) => size));
  // One article cannot agree with itself.
  if (most < 2) return sentences.map(() => 0);
  return sentences.map(
    ({ text, answers }) =>
      Math.max(0, ...namesOf(text, answers).map((name) => articlesNaming.get(name)?.size ?? 0)) / most,
  );
}

function namesOf(text: string, answers: readonly Span[]): readonly string[] {
  return answers.map(({ start, end }) => text.slice(start, end).toLowerCase().slice(0, COMPARED_LETTERS));
}
