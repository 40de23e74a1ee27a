import type { Span } from "../domain/sentence.ts";
import { fold } from "../text/fold.ts";
import { stem } from "../text/stems.ts";
import { STOP_WORDS } from "../text/stop-words.ts";

/** A number of something, as a sentence gives it. */
export interface Quantity extends Span {
  /** With "million" and the like multiplied in. */
  readonly value: number;
  /** Stems of the words after the number, the first three: what it may count. "%" for shares, "$" and the like for money. */
  readonly units: ReadonlySet<string>;
  /** "About", "more than", "at least": the number is not meant exactly. */
  readonly hedged: boolean;
  /** What stands right before it. */
  readonly before: string;
}

const SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  bn: 1e9,
  m: 1e6,
  k: 1e3,
};
const NUMBER =
  /(?<![\p{L}\p{N}.,:/_\-–])([$€£]\s?)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:[\s-]?(hundred|thousand|million|billion|bn|m|k)\b)?(\s?(?:%|percent\b|per\s+cent\b))?(?![\p{L}\p{N}/:]|-\p{L}|[.,]\d)/giu;
const HEDGE =
  /\b(?:about|around|roughly|approximately|some|nearly|almost|over|under|up\s+to|(?:more|fewer|less)\s+than|at\s+(?:least|most)|an\s+estimated|close\s+to)\s+(?:\$|€|£)?$/iu;
/** "Another 20 sailors" come on top of others; "20 of the sailors" are a part of them. */
const FURTHER =
  /\b(?:another|other|further|additional|extra|remaining|first|last|next|every|per|page|room|article|number)\s+$/iu;
const PART = /^\s+(?:of\b|more\b|other\b|further\b|additional\b|a\.?m\b|p\.?m\b|o['’]clock)/iu;

/**
 * The exact numbers of a sentence with what they count. Years, hours, ages, numbers within identifiers and vague ones
 * ("dozens") are left out, and so are parts of a whole and what comes on top of something.
 *
 * @param except spans to leave out: dates
 */
export function quantitiesIn(text: string, except: readonly Span[]): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const { 0: written, 1: currency = "", 2: digits = "", 3: scale = "", 4: percent = "", index: start } = match;
    const end = start + written.length;
    const before = text.slice(Math.max(0, start - 24), start);
    const after = text.slice(end, end + 60);
    if (except.some((span) => start < span.end && span.start < end)) continue;
    if (FURTHER.test(before) || PART.test(after)) continue;
    if (/^(?:19|20)\d{2}$/u.test(written)) continue;
    const units = currency === "" ? (percent === "" ? unitsIn(after) : ["%"]) : [currency.trim()];
    found.push({
      start,
      end,
      value: numberOf(digits) * (SCALES[scale.toLowerCase()] ?? 1),
      units: new Set(units),
      hedged: HEDGE.test(before),
      before,
    });
  }
  return found;
}

function numberOf(digits: string): number {
  const small = SMALL.indexOf(digits.toLowerCase());
  return small === -1 ? Number(digits.replaceAll(",", "")) : small;
}

const UNIT_WORDS = 3;

/** "3,000 paying members of": up to three words, until one without content. */
function unitsIn(after: string): readonly string[] {
  const clause = /^[^,.;:()"“”]*/u.exec(after)?.[0] ?? "";
  const words = (clause.match(/[\p{L}\p{M}'’]+/gu) ?? []).map((word) => fold(word));
  const end = words.findIndex((word) => STOP_WORDS.has(word));
  return words.slice(0, end === -1 ? UNIT_WORDS : Math.min(end, UNIT_WORDS)).map((word) => stem(word));
}

/** Two numbers this close are one, where either is round or hedged. */
const ROUNDING = 0.05;
const HEDGE_ROOM = 0.25;

/** Whether two numbers count the same. */
export function countTheSame(a: Quantity, b: Quantity): boolean {
  return [...a.units].some((unit) => b.units.has(unit));
}

/** Whether two numbers can both be right: equal, or one of them rounded. */
export function agree(a: Quantity, b: Quantity): boolean {
  if (a.value === b.value) return true;
  const gap = Math.abs(a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value));
  if (a.hedged || b.hedged) return gap <= HEDGE_ROOM;
  return gap <= ROUNDING && (isRound(a.value) || isRound(b.value));
}

/** At most two digits before the noughts. */
function isRound(value: number): boolean {
  return value >= 100 && Number(value.toPrecision(2)) === value;
}
