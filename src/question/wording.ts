import type { Span } from "../domain/sentence.ts";

/**
 * Words joined by single blanks, with a blank before and after, and where each stands in the question: patterns over the
 * text need not know how a question is spaced, punctuated or spelled.
 */
export interface Wording {
  /** " who was behind it ": a word is found by its blanks, wherever it stands. */
  readonly text: string;
  /** Part of the question that the words between two offsets of `text` come from; null where there is no word. */
  spanOf(from: number, to: number): Span | null;
}

/** A word as it is compared and what it comes from; one word of a question may become several. */
export interface Placed extends Span {
  readonly word: string;
}

export function wordingOf(words: readonly Placed[]): Wording {
  return {
    text: words.length === 0 ? " " : ` ${words.map(({ word }) => word).join(" ")} `,
    spanOf(from, to) {
      let at = 1;
      let start: number | null = null;
      let end = 0;
      for (const placed of words) {
        const after = at + placed.word.length;
        if (after > from && at < to) {
          start ??= placed.start;
          end = placed.end;
        }
        at = after + 1;
      }
      return start === null ? null : { start, end };
    },
  };
}
