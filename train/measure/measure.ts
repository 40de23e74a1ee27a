import type { QuestionSet } from "./question-set.ts";
import { createTextbook } from "./textbook-scores.ts";

/** Something that gives texts vectors, each of length 1 or 0, so that a dot product is a cosine. */
export interface Meaning {
  readonly name: string;
  vectorsOf(texts: readonly string[]): Promise<readonly ArrayLike<number>[]>;
}

/** MRR@10 over a set's questions. */
export interface SetFigures {
  readonly name: string;
  /** By BM25 alone. */
  readonly words: number;
  /** By cosine alone. */
  readonly cosine: number;
  /** By both, for each of {@link SHARES}. */
  readonly fused: readonly number[];
}

/** What the cosine is multiplied by before it is added to BM25's score as a share of the best one. */
export const SHARES = [0.2, 0.4, 0.6, 0.8, 1, 1.3, 1.7, 2.2, 3] as const;

const DEPTH = 10;

export async function measure(meaning: Meaning, set: QuestionSet): Promise<SetFigures> {
  const { name, sentences, questions } = set;
  const scoresOf = createTextbook(sentences);
  const vectors = await meaning.vectorsOf(sentences);
  const asked = await meaning.vectorsOf(questions.map(({ text }) => text));
  let words = 0;
  let cosine = 0;
  const fused = SHARES.map(() => 0);
  for (const [number, { text, right }] of questions.entries()) {
    const question = asked[number] ?? [];
    const scores = scoresOf(text);
    const best = scores.reduce((most, score) => Math.max(most, score), Number.MIN_VALUE);
    const cosines = Float64Array.from(vectors, (vector) => dot(vector, question));
    words += reciprocalRank(scores, right);
    cosine += reciprocalRank(cosines, right);
    for (const [n, share] of SHARES.entries()) {
      const both = scores.map((score, sentence) => score / best + share * (cosines[sentence] ?? 0));
      fused[n] = (fused[n] ?? 0) + reciprocalRank(both, right);
    }
  }
  const count = Math.max(1, questions.length);
  return { name, words: words / count, cosine: cosine / count, fused: fused.map((sum) => sum / count) };
}

/** One over the place of the best right sentence, 0 below the tenth; of those that score the same it is in the middle. */
function reciprocalRank(scores: Float64Array, right: readonly number[]): number {
  const best = Math.max(...right.map((sentence) => scores[sentence] ?? -Infinity));
  let above = 0;
  let same = 0;
  for (const score of scores) {
    if (score > best) above += 1;
    else if (score === best) same += 1;
  }
  const place = above + (same + 1) / 2;
  return place <= DEPTH ? 1 / place : 0;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
