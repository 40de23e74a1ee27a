import { fold } from "./fold.ts";
import { APOSTROPHE, THOUSANDS } from "./token-pattern.ts";

/** What of a token as written is compared: nearly always all of it. */
export interface TokenPart {
  /** Characters of the token as written that it takes up; parts follow one another. */
  readonly length: number;
  /** The form that is compared, 1 to 64 characters. */
  readonly folded: string;
}

/** Longest folded form; what is longer is no word, and is cut. */
const MAX_LENGTH = 64;

const NUMBER = new RegExp(`^\\d[\\d.${THOUSANDS}]*$`, "u");
const POSSESSIVE = new RegExp(`[${APOSTROPHE}][sS]$`, "u");
const APOSTROPHES = new RegExp(`[${APOSTROPHE}]`, "gu");
const NOT_COMPARED = /[^\p{L}\p{N}]+/gu;
const ORDINAL = /^(\d+)(?:st|nd|rd|th)$/u;
const WITH_UNIT = /^(\d+)(bn|tn|mn|m|k|km|kg|mb|gb|tb|am|pm)$/iu;

/**
 * How a token is compared, wherever it stands: "Albania’s" → `albania`, "$50m" → `50` and `m`. None for marks without a
 * letter.
 */
export function partsOf(written: string): readonly TokenPart[] {
  const number = WITH_UNIT.exec(written)?.[1];
  if (number !== undefined) {
    const unit = written.slice(number.length);
    return [
      { length: number.length, folded: number },
      { length: unit.length, folded: fold(unit) },
    ];
  }
  const folded = foldToken(written);
  return folded === "" ? [] : [{ length: written.length, folded }];
}

function foldToken(written: string): string {
  if (NUMBER.test(written)) return written.replace(/[^\d.]/gu, "").slice(0, MAX_LENGTH);
  if (written.includes("&")) return fold(written);
  const short = written.slice(0, 4 * MAX_LENGTH).replace(POSSESSIVE, "");
  const folded = fold(short).replace(APOSTROPHES, "").replace(NOT_COMPARED, "");
  return wellFormedStart(ORDINAL.exec(folded)?.[1] ?? folded);
}

function wellFormedStart(folded: string): string {
  return folded.slice(0, MAX_LENGTH).replace(/[\uD800-\uDBFF]$/u, "");
}
