import { tokenize } from "../../src/text/tokens.ts";

/** A word of the table. */
export interface ListedWord {
  /** As `src/text` compares it, in ASCII. */
  readonly folded: string;
  /** As the source has it, for the model to read and for looking it up there. */
  readonly written: string;
  /** Natural logarithm of its estimated share of running text. */
  readonly logFrequency: number;
}

/** Longest word taken. */
const MAX_LENGTH = 24;
/** Mandelbrot's shift of ranks in Zipf's law, for English. */
const RANK_SHIFT = 2.7;
/** How common a word is taken to be of which nothing is known but that it is in use; numbers are commoner. */
const UNKNOWN_RANK = 60_000;
const NUMBER_RANK = 3000;

/**
 * The first `count` words of a list in falling order of frequency, folded as the project does, and `added` words that the list
 * lacks or has too far down; of several that fold alike the first. What is several tokens to the project, or none, is left
 * out. Shares follow from ranks by the Zipf-Mandelbrot law, share ∝ 1 / (rank + 2.7), over the whole list.
 */
export function listWords(ordered: readonly string[], count: number, added: readonly string[]): readonly ListedWord[] {
  const ranks = new Map<string, { readonly written: string; readonly rank: number }>();
  for (const written of ordered) {
    const folded = foldWord(written);
    if (folded !== null && !ranks.has(folded)) ranks.set(folded, { written, rank: ranks.size });
  }
  const listed = new Map([...ranks].slice(0, count));
  for (const written of added) {
    const folded = foldWord(written);
    if (folded === null || listed.has(folded)) continue;
    const rank = ranks.get(folded)?.rank ?? Infinity;
    listed.set(folded, { written, rank: Math.min(rank, /^\d+$/u.test(folded) ? NUMBER_RANK : UNKNOWN_RANK) });
  }
  const total = Array.from(ranks.keys(), (_, rank) => 1 / (rank + RANK_SHIFT)).reduce((sum, share) => sum + share, 0);
  return [...listed]
    .toSorted(([, a], [, b]) => a.rank - b.rank)
    .map(([folded, { written, rank }]) => ({ folded, written, logFrequency: -Math.log((rank + RANK_SHIFT) * total) }));
}

function foldWord(written: string): string | null {
  const tokens = tokenize(written);
  const folded = tokens.length === 1 ? (tokens[0]?.folded ?? "") : "";
  return folded.length <= MAX_LENGTH && /^[!-~]+$/u.test(folded) ? folded : null;
}
