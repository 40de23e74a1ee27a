import type { Span } from "../domain/sentence.ts";
import type { Name } from "./alias-names.ts";
import type { Word } from "./words.ts";

/** A word of a text. */
export interface PlacedWord extends Span {
  readonly word: Word;
}

/** A name that words of a text spell. */
export interface NameMatch {
  readonly name: Name;
  /** Index of the first word after the name. */
  readonly after: number;
}

/** Most characters between two words of one alias: "Ministry of Intelligence, and" but not across a parenthesis. */
const MAX_GAP = 3;

/** The longest name that begins with the word at `from`, if one does. */
export function longestName(words: readonly PlacedWord[], from: number): NameMatch | null {
  let found: NameMatch | null = null;
  let node = words[from]?.word.begins ?? null;
  for (let after = from + 1; node !== null; after += 1) {
    if (node.name !== null) found = { name: node.name, after };
    const next = words[after];
    if (next === undefined || next.start - (words[after - 1]?.end ?? 0) > MAX_GAP) break;
    node = node.next.get(next.word.term) ?? null;
  }
  return found;
}
