import type { DateMention, Span } from "../../domain/sentence.ts";
import type { Words } from "../../domain/words.ts";
import { spellOut } from "./dates.ts";

/** A piece of a sentence as it is shown. */
export interface Piece {
  readonly text: string;
  /** `plain` and `strong` are the article's words; `added` is ours, in brackets, never the article's. */
  readonly role: "plain" | "strong" | "added";
}

/**
 * Cuts a sentence into pieces: words to set off, and what a relative date means put in brackets after it:
 * "on Saturday [10 September 2022]".
 *
 * @param strong spans to set off, in order, not overlapping; offsets into `text`
 */
export function pieces(
  words: Words,
  text: string,
  strong: readonly Span[],
  dates: readonly DateMention[],
): readonly Piece[] {
  const additions = dates.flatMap((mention) => {
    const meaning = spellOut(words, mention);
    return meaning === null ? [] : [{ at: mention.end, text: ` [${meaning}]` }];
  });
  const cuts = [0, text.length, ...strong.flatMap(({ start, end }) => [start, end]), ...additions.map(({ at }) => at)];
  const edges = [...new Set(cuts)].sort((a, b) => a - b);
  const result: Piece[] = [];
  for (const [place, start] of edges.entries()) {
    const end = edges[place + 1] ?? start;
    if (end > start) {
      const isStrong = strong.some((span) => span.start <= start && end <= span.end);
      result.push({ text: text.slice(start, end), role: isStrong ? "strong" : "plain" });
    }
    for (const addition of additions) if (addition.at === end) result.push({ text: addition.text, role: "added" });
  }
  return result;
}
