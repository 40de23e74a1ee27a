import type { Span } from "../domain/sentence.ts";
import { acronym, casingOf, isUnclear } from "./acronyms.ts";
import { partsOf } from "./token-parts.ts";
import { TOKEN } from "./token-pattern.ts";

/** A word or number of a text: `text === source.slice(start, end)`. */
export interface Token extends Span {
  readonly text: string;
  /** The form that is compared, 1 to 64 characters. */
  readonly folded: string;
}

/**
 * The words and numbers of a text, in order, not overlapping. Everything else, emoji included, is left out.
 *
 * - Accents, case and apostrophes do not count: "Ka'nani" → `kanani`; a possessive is dropped: "Albania's" → `albania`.
 * - Parts of a compound or an identifier are tokens of their own: "cyber-attack" → `cyber`, `attack`; "CVE-2019-0604" →
 *   `cve`, `2019`, `0604`. There is no token for the whole: its rarest part tells it apart, and nothing counts twice.
 * - Dotted abbreviations are one token without dots: "U.N." → `un`. Two would be lost among pronouns and keep theirs:
 *   "U.S." and "US" → `u.s`, "I.T." and "IT" → `i.t`; see {@link acronym} for when capitals or their lack decide.
 * - Numbers lose their separators, "3,000" → `3000`, and ordinals their ending, "7th" → `7`; units stand apart, "$50m" →
 *   `50`, `m`; decimals are kept, "1.5".
 *
 * Linear in the length of `text`. Where speed counts, an analyzer finds the same tokens.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const casing = casingOf(text);
  for (const match of text.matchAll(new RegExp(TOKEN, "gu"))) {
    const written = match[0];
    let start = match.index;
    for (const part of partsOf(written)) {
      const end = start + part.length;
      const before = tokens.at(-1)?.folded;
      const folded = isUnclear(part.folded) ? acronym(written, part.folded, before, casing) : part.folded;
      tokens.push({ text: text.slice(start, end), folded, start, end });
      start = end;
    }
  }
  return tokens;
}
