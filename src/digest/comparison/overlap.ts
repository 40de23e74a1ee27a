import type { Statement } from "../../answer/statement.ts";

/** How much of what two statements say is the same, 0 to 1. */
export type Overlap = (a: Statement, b: Statement) => number;

/**
 * Cosine between the content words of two statements, each word weighed by how rare it is among all that are compared
 * (Salton and Buckley 1988): what every sentence about a topic says tells none of them apart.
 */
export function overlapAmong(statements: readonly Statement[]): Overlap {
  const counts = new Map<string, number>();
  for (const { words } of statements) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (word: string): number => Math.log(1 + statements.length / (counts.get(word) ?? 1));
  const squares = new Map(statements.map((one) => [one, sum(one.words, weight)]));
  return (a, b) => {
    const [shorter, longer] = a.words.size <= b.words.size ? [a, b] : [b, a];
    const common = sum(
      [...shorter.words].filter((word) => longer.words.has(word)),
      weight,
    );
    const length = Math.sqrt((squares.get(a) ?? 0) * (squares.get(b) ?? 0));
    return length === 0 ? 0 : common / length;
  };
}

function sum(words: Iterable<string>, weight: (word: string) => number): number {
  let total = 0;
  for (const word of words) total += weight(word);
  return total;
}
