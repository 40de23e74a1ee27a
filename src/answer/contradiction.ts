import type { Query } from "../search/query.ts";
import { findDates } from "../text/dates.ts";
import { dateGapIsSmall } from "./conflicts.ts";
import { datesAgree, stanceClass } from "./differences.ts";
import { agree, countTheSame, quantitiesIn } from "./quantities.ts";
import { NEGATION, type Statement } from "./statement.ts";

/** A question, as far as sentences can contradict it. */
export interface Asked {
  readonly text: string;
  /** Its ideas in order, as asked. */
  readonly ideas: readonly { readonly asked: string; readonly isName: boolean }[];
}

/** Ideas a sentence must hold besides the one it contradicts: fewer meet by chance. */
const MIN_HELD = 2;
const MIN_HELD_FOR_NAME = 3;
/** Share of the question's ideas that a sentence must hold to deny it. */
const DENIED_SHARE = 0.75;
/** From the first of the question's words in a sentence to the last, in characters. */
const MAX_SPREAD = 120;
const DENIAL = /\b(?:not|never|nobody|no|deny|denies|denied|denial|reject\p{L}*|dismiss\p{L}*)\b|n['’]?t\b/iu;
/** How far before the question's words a "not" stands that belongs to them, in characters. */
const NEGATED_REACH = 20;

export function askedOf(text: string, { concepts }: Query): Asked {
  return {
    text,
    ideas: concepts.map(({ asked, alternatives }) => ({
      asked,
      isName: /^\p{Lu}/u.test(asked) || alternatives.flat().some(({ how }) => how === "alias"),
    })),
  };
}

/**
 * Whether a sentence contradicts what a question takes for granted: it tells of the very thing, and says that it is not
 * so, or on another date, or in another number, or of somebody else. Simple on purpose, and rather silent than wrong.
 */
export function contradicts(statement: Statement, asked: Asked): boolean {
  if (!standTogether(statement)) return false;
  return isDenied(statement, asked) || hasOtherValue(statement, asked) || namesSomebodyElse(statement, asked);
}

/** Whether the question's words stand close to each other: in a long sentence they meet by chance. */
function standTogether({ evidence: { matches } }: Statement): boolean {
  const first = matches[0]?.start ?? 0;
  return Math.max(first, ...matches.map(({ end }) => end)) - first <= MAX_SPREAD;
}

function isDenied(statement: Statement, { text, ideas }: Asked): boolean {
  if (DENIAL.test(text)) return false;
  const { published } = statement.evidence.sentence.article;
  const deed = exceptDates(ideas, text, published);
  // Whatever else was denied that day is not what is asked about.
  if (deed.length < MIN_HELD) return false;
  const held = ideas.filter(({ asked }) => statement.carried.has(asked.toLowerCase())).length;
  if (held < MIN_HELD || held < ideas.length * DENIED_SHARE) return false;
  return stanceClass(statement.stance) === "denied" || isNegated(statement);
}

/** Ideas that are no part of a date. */
function exceptDates(ideas: Asked["ideas"], text: string, published: string | null): Asked["ideas"] {
  const dates = findDates(text, published).map(({ text: date }) => date.toLowerCase());
  return ideas.filter(({ asked }) => !dates.some((date) => date.includes(asked.toLowerCase())));
}

/** Whether a "not" stands right before one of the question's words, in the same clause. */
function isNegated({ evidence }: Statement): boolean {
  const { text } = evidence.sentence;
  return Array.from(text.matchAll(new RegExp(NEGATION, "giu"))).some(({ 0: word, index }) => {
    const from = index + word.length;
    return evidence.matches.some(
      ({ start }) => start >= from && start - from <= NEGATED_REACH && !/[,;:.()]/u.test(text.slice(from, start)),
    );
  });
}

/** Whether the sentence holds everything the question does, but for the date or number that it names. */
function hasOtherValue(statement: Statement, { text, ideas }: Asked): boolean {
  // The date of a denial is no other date of what is denied.
  if (stanceClass(statement.stance) !== "reported") return false;
  const { published } = statement.evidence.sentence.article;
  // Without a digit it is relative to the day of asking, which is not known here.
  const dates = /\d/u.test(text) ? findDates(text, published).filter(({ text: date }) => /\d/u.test(date)) : [];
  const numbers = quantitiesIn(text, dates);
  const values = [...dates, ...numbers].map(({ start, end }) => text.slice(start, end).toLowerCase());
  const others = ideas.filter(({ asked }) => !values.some((value) => value.includes(asked.toLowerCase())));
  if (others.length < MIN_HELD || !others.every(({ asked }) => statement.carried.has(asked.toLowerCase())))
    return false;
  const [date, ...moreDates] = dates;
  const [given, ...moreGiven] = statement.dates;
  if (date !== undefined && given !== undefined && moreDates.length + moreGiven.length === 0) {
    return date.precision === given.precision && !datesAgree(date, given) && dateGapIsSmall(date, given);
  }
  return numbers.some((number) => {
    const rivals = statement.quantities.filter((other) => countTheSame(number, other));
    return rivals.length === 1 && rivals.every((other) => !agree(number, other));
  });
}

/** Whether the sentence holds everything but the one name the question begins with, and begins with another. */
function namesSomebodyElse(statement: Statement, { ideas }: Asked): boolean {
  const missing = ideas.filter(({ asked }) => !statement.carried.has(asked.toLowerCase()));
  const [only] = missing;
  if (
    only === undefined ||
    missing.length > 1 ||
    !only.isName ||
    only !== ideas[0] ||
    ideas.length <= MIN_HELD_FOR_NAME
  ) {
    return false;
  }
  const held = statement.evidence.matches[0]?.start ?? 0;
  return statement.names.some(
    ({ start, folded }) => start < held && !ideas.some(({ asked }) => asked.toLowerCase().includes(folded)),
  );
}
