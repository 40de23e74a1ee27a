import type { QuestionKind } from "../question.ts";

/**
 * A kind and how a question shows it, over plain words with a blank on either side (`plain-words.ts`). What the groups
 * `asks`, `asks2` and `asks3` match says no more than what is asked; the rest may be part of what it is asked about.
 */
export type Sign = readonly [kind: QuestionKind, sign: RegExp];

/** What kind of answer a question seeks, and the part of it that says no more than that. */
export interface KindFound {
  readonly kind: QuestionKind;
  /** Offsets into the wording. */
  readonly from: number;
  readonly to: number;
}

/** The first of some signs that a wording shows from an offset on. */
export function signed(signs: readonly Sign[], wording: string, offset: number): KindFound | null {
  const rest = wording.slice(offset);
  for (const [kind, sign] of signs) {
    const found = sign.exec(rest);
    if (found === null) continue;
    const asks = found.groups?.["asks"] ?? found.groups?.["asks2"] ?? found.groups?.["asks3"] ?? "";
    const from = offset + found.index + (found[0].startsWith(asks) ? 0 : found[0].lastIndexOf(asks));
    return { kind, from, to: from + asks.length };
  }
  return null;
}
