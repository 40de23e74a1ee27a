import { tokenize } from "../../src/text/tokens.ts";

/** A sentence that counts as right, ready to be compared with many. */
export interface Gold {
  readonly text: string;
  readonly tokens: ReadonlySet<string>;
}

/** Share of tokens in common from which on two sentences are the same: splitters differ. */
const SAME_TOKENS = 0.8;

export function goldOf(text: string): Gold {
  const plain = spaced(text);
  return { text: plain, tokens: tokensOf(plain) };
}

/**
 * Whether a retrieved sentence is a gold sentence: it contains one, is contained in one, or shares at least 80 % of its
 * tokens with one (of the larger set of tokens). White space does not count; a text without words is never right.
 */
export function isRight(sentence: string, golds: readonly Gold[]): boolean {
  const found = goldOf(sentence);
  return golds.some((gold) => isSame(found, gold));
}

/** Whether two sentences are the same, by the rule of {@link isRight}. */
export function isSame(a: Gold, b: Gold): boolean {
  if (a.tokens.size === 0 || b.tokens.size === 0) return false;
  if (a.text.includes(b.text) || b.text.includes(a.text)) return true;
  const common = [...a.tokens].filter((token) => b.tokens.has(token)).length;
  return common / Math.max(a.tokens.size, b.tokens.size) >= SAME_TOKENS;
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

function tokensOf(text: string): ReadonlySet<string> {
  return new Set(tokenize(text).map(({ folded }) => folded));
}
