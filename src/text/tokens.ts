import type { Span } from "../domain/sentence.ts";
import { fold } from "./fold.ts";

/** A word or number of a text: `text === source.slice(start, end)`. */
export interface Token extends Span {
  readonly text: string;
  /** The form that is compared, 1 to 64 characters. */
  readonly folded: string;
}

/** Longest folded form; what is longer is no word, and is cut. */
const MAX_LENGTH = 64;

const APOSTROPHE = "'’ʼ‘ʹ＇`´";
const WORD = "[\\p{L}\\p{M}\\p{Nl}\\p{No}\\d]";

/**
 * In order: dotted abbreviations (U.S., e.g.), names with an ampersand (AT&T), numbers with thousands parted by commas or
 * unbreakable spaces, decimals and versions, and words, apostrophes inside.
 */
const TOKEN = new RegExp(
  [
    `(?<dotted>\\p{L}(?:\\.\\p{L})+(?!${WORD})\\.?)`,
    `(?<ampersand>\\p{L}{1,3}&\\p{L}{1,3}(?!${WORD}))`,
    `(?<number>\\d{1,3}(?:[,\\u00A0\\u2009\\u202F]\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)+)`,
    `(?<word>${WORD}+(?:[${APOSTROPHE}]${WORD}+)*)`,
  ].join("|"),
  "gu",
);

const POSSESSIVE = new RegExp(`[${APOSTROPHE}][sS]$`, "u");
const APOSTROPHES = new RegExp(`[${APOSTROPHE}]`, "gu");
const NOT_COMPARED = /[^\p{L}\p{N}]+/gu;
const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/u;
const WITH_UNIT = /^(\d+)(bn|tn|mn|m|k|km|kg|mb|gb|tb|am|pm)$/iu;

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
 * Linear in the length of `text`.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const casing = casingOf(text);
  for (const match of text.matchAll(TOKEN)) {
    const written = match[0];
    const start = match.index;
    const unit = WITH_UNIT.exec(written);
    if (unit?.[1] !== undefined) {
      const middle = start + unit[1].length;
      tokens.push(tokenAt(text, start, middle, unit[1]));
      tokens.push(tokenAt(text, middle, start + written.length, fold(text.slice(middle, start + written.length))));
      continue;
    }
    const folded = foldToken(written, match.groups ?? {});
    if (folded === "") continue;
    const before = tokens.at(-1)?.folded;
    tokens.push(tokenAt(text, start, start + written.length, acronym(written, folded, before, casing)));
  }
  return tokens;
}

function tokenAt(source: string, start: number, end: number, folded: string): Token {
  return { text: source.slice(start, end), folded, start, end };
}

function foldToken(written: string, groups: Readonly<Record<string, string | undefined>>): string {
  if (groups["number"] !== undefined) return written.replace(/[^\d.]/gu, "").slice(0, MAX_LENGTH);
  if (groups["ampersand"] !== undefined) return fold(written);
  const short = written.slice(0, 4 * MAX_LENGTH).replace(POSSESSIVE, "");
  const folded = fold(short).replace(APOSTROPHES, "").replace(NOT_COMPARED, "");
  return wellFormedStart(ORDINAL.exec(folded)?.[1] ?? folded);
}

function wellFormedStart(folded: string): string {
  return folded.slice(0, MAX_LENGTH).replace(/[\uD800-\uDBFF]$/u, "");
}

type Casing = "mixed" | "none";

/** "none" where capitals tell nothing: all lower case, as people type, or all capitals, as headlines shout. */
function casingOf(text: string): Casing {
  return /\p{Ll}/u.test(text) ? (/\p{Lu}/u.test(text) ? "mixed" : "none") : /\p{Lu}{4}/u.test(text) ? "none" : "mixed";
}

/** Words after which a caseless "us" is the pronoun: "tell us", "of us". */
const BEFORE_PRONOUN: ReadonlySet<string> = new Set(
  "tell tells told give gives gave let lets show shows help helps make makes of to for with between among like".split(
    " ",
  ),
);

/**
 * Tells the country from the pronoun. With capitals in the text, "US", "U.S." and "the us" are the country; without, "us"
 * is, except after a word that takes a pronoun. "IT" needs its capitals or dots.
 */
function acronym(written: string, folded: string, before: string | undefined, casing: Casing): string {
  if (folded === "it") return written.includes(".") || (casing === "mixed" && written === "IT") ? "i.t" : folded;
  if (folded !== "us") return folded;
  if (written.includes(".") || before === "the") return "u.s";
  if (casing === "mixed") return written.startsWith("US") ? "u.s" : folded;
  return before !== undefined && BEFORE_PRONOUN.has(before) ? folded : "u.s";
}
