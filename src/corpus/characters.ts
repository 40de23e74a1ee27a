import type { ProblemDetail } from "../domain/problem.ts";

/** A character a reader cannot see, with its place in the text. */
export interface HiddenCharacter {
  readonly offset: number;
  readonly severity: "error" | "warning";
  readonly detail: ProblemDetail;
}

/*
 * Refused: control characters, halves of surrogate pairs, and the two overrides (U+202D, U+202E) that make a screen show
 * other words than are there. Warned of: what has no business in a quotation yet occurs in saved pages (zero-width space,
 * soft hyphen, embeddings, isolates, tags). Allowed: what real writing needs, the joiners U+200C and U+200D (Persian,
 * emoji) and the marks U+200E and U+200F.
 */
const hidden = /[\p{Cc}\p{Cs}\u202A-\u202E\u2060-\u2069\u200B\u00AD\uFEFF\u{E0000}-\u{E007F}]/gu;
const refused = /[\p{Cc}\p{Cs}\u202D\u202E]/u;

/**
 * The first character to refuse and the first to warn of, if any.
 * @param allowed control characters that may stand in this text, such as line feed in a body
 */
export function findHiddenCharacters(text: string, allowed: readonly string[]): readonly HiddenCharacter[] {
  const found = new Map<HiddenCharacter["severity"], HiddenCharacter>();
  for (const match of text.matchAll(hidden)) {
    const [character] = match;
    if (allowed.includes(character)) continue;
    const severity = refused.test(character) ? "error" : "warning";
    if (found.has(severity)) continue;
    const id = severity === "error" ? "control-character" : "invisible-character";
    found.set(severity, { offset: match.index, severity, detail: { id, character: codePointName(character) } });
    if (found.size === 2) break;
  }
  return [...found.values()];
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
