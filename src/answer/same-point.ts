import { datesAgree, differences } from "./differences.ts";
import { agree, countTheSame } from "./quantities.ts";
import type { Statement } from "./statement.ts";

/** Share of the shorter sentence's words that the longer must hold, and of the longer's that the shorter must. */
const SHORTER_SHARE = 0.85;
const LONGER_SHARE = 0.7;
/** Fewer words than this must be the same words. */
const FEW_WORDS = 6;

/**
 * Whether one sentence can stand as a footnote to another: it is of another article, says the same in nearly the same
 * words, and leaves out none of the numbers, dates and names that are quoted. A wire's report that says besides who
 * reported it is the same; a sentence that differs in a number, a date, a name or a "not" never is.
 *
 * Two measures of overlap, since each alone is fooled: the overlap coefficient (Szymkiewicz and Simpson) by short
 * sentences within long ones, the share of the longer by additions.
 */
export function supports(other: Statement, quoted: Statement): boolean {
  if (other.evidence.sentence.article.id === quoted.evidence.sentence.article.id) return false;
  if (sameText(other, quoted)) return true;
  return (
    sharesWords(other, quoted) &&
    sharesSource(other, quoted) &&
    differences(other, quoted).size === 0 &&
    quoted.quantities.every((one) => other.quantities.some((its) => countTheSame(one, its) && agree(one, its))) &&
    quoted.dates.every((one) => other.dates.some((its) => datesAgree(one, its))) &&
    quoted.names.every(({ term }) => other.words.has(term)) &&
    inSameOrder(other, quoted)
  );
}

/** Whether two sentences are the same, word by word. */
export function sameText(a: Statement, b: Statement): boolean {
  return a.folded === b.folded;
}

function sharesWords(a: Statement, b: Statement): boolean {
  const common = [...a.words].filter((word) => b.words.has(word)).length;
  const shorter = Math.min(a.words.size, b.words.size);
  const longer = Math.max(a.words.size, b.words.size);
  if (shorter < FEW_WORDS) return common === longer;
  return common >= shorter * SHORTER_SHARE && common >= longer * LONGER_SHARE;
}

/** Whether two sentences are not put into different mouths. Newspapers that relay something are not where it is from. */
function sharesSource({ source: a }: Statement, { source: b }: Statement): boolean {
  if (a === null || b === null || a.relays || b.relays) return true;
  return [...b.words].some((word) => a.words.has(word));
}

/** "Norvik bought Bluewater" and "Bluewater bought Norvik" have the same words. */
function inSameOrder(a: Statement, b: Statement): boolean {
  const order = (one: Statement, other: Statement): string => {
    const names = new Set(other.names.map(({ term }) => term));
    return [...new Set(one.names.map(({ term }) => term))].filter((term) => names.has(term)).join(" ");
  };
  return order(a, b) === order(b, a);
}
