import { APOSTROPHE, THOUSANDS, TOKEN, WORD } from "./token-pattern.ts";

/** Visits every token of a text as written, in order: `text.slice(start, end)`. Linear in the length of `text`. */
export type TokenScanner = (text: string, visit: (start: number, end: number) => void) => void;

const UNKNOWN = 0;
const BREAK = 1;
const IN_WORD = 2;
/** Belongs to a word between two characters of it. */
const WITHIN = 3;
/** Full stops and the like: it takes the pattern to tell whether they hold a token together. */
const UNCLEAR = 4;
const SURROGATE = 5;

const MAX_CODE_UNIT = 0xffff;

/**
 * Finds what the pattern {@link TOKEN} matches, many times faster: runs of word characters are told by a table, and only
 * what could be an abbreviation, a number with separators or a character beyond the Basic Multilingual Plane is shown to the
 * pattern itself.
 */
export function createTokenScanner(): TokenScanner {
  const kinds = new Uint8Array(MAX_CODE_UNIT + 1);
  const pattern = new RegExp(TOKEN, "uy");

  function kindAt(text: string, index: number): number {
    const code = text.charCodeAt(index);
    const known = kinds[code] ?? BREAK;
    return known === UNKNOWN ? (kinds[code] = kindOf(code)) : known;
  }

  /** Where the token that starts at `start` ends; `start` if none does. */
  function endByPattern(text: string, start: number): number {
    pattern.lastIndex = start;
    return pattern.test(text) ? pattern.lastIndex : start;
  }

  /** The same, where `start` holds a word character. */
  function endOfToken(text: string, start: number): number {
    let end = start + 1;
    while (end < text.length) {
      const kind = kindAt(text, end);
      if (kind === BREAK) return end;
      if (kind === SURROGATE) return endByPattern(text, start);
      if (kind !== IN_WORD) {
        const next = end + 1 < text.length ? kindAt(text, end + 1) : BREAK;
        if (next === SURROGATE || (next === IN_WORD && kind === UNCLEAR)) return endByPattern(text, start);
        if (next !== IN_WORD) return end;
      }
      end += 1;
    }
    return end;
  }

  return (text, visit) => {
    let at = 0;
    while (at < text.length) {
      const kind = kindAt(text, at);
      const end = kind === IN_WORD ? endOfToken(text, at) : kind === SURROGATE ? endByPattern(text, at) : at;
      if (end > at) {
        visit(at, end);
        at = end;
      } else {
        at += kind === SURROGATE && isPair(text, at) ? 2 : 1;
      }
    }
  };
}

const WORD_CHARACTER = new RegExp(WORD, "u");
const APOSTROPHE_CHARACTER = new RegExp(`[${APOSTROPHE}]`, "u");
const JOINING_CHARACTER = new RegExp(`[.&${THOUSANDS}]`, "u");

function kindOf(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return SURROGATE;
  const character = String.fromCharCode(code);
  if (WORD_CHARACTER.test(character)) return IN_WORD;
  if (APOSTROPHE_CHARACTER.test(character)) return WITHIN;
  return JOINING_CHARACTER.test(character) ? UNCLEAR : BREAK;
}

function isPair(text: string, index: number): boolean {
  return (text.codePointAt(index) ?? 0) > MAX_CODE_UNIT;
}
