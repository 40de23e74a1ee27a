import type { DateMention } from "../../domain/sentence.ts";
import { dateGapIsSmall } from "../conflicts.ts";
import { datesAgree, stanceClass } from "../differences.ts";
import { type Quantity, agree, countTheSame } from "../quantities.ts";
import type { Statement } from "../statement.ts";
import type { Sides } from "./sides.ts";
import { areOpposites, haveSameRoles, pivotsOf } from "./roles.ts";
import { NAMING, type PlacedDate, type Told, type Word, alike, stands } from "./told.ts";

/** What a sentence says of a claim: the same, that somebody denies it, something else in its place, or nothing. */
export type Finding = "said" | "denied" | "otherwise" | "nothing";

/** Deeds that are told as happenings: their date is that of what happened. */
const HAPPENING = /\b(?:occurred|hit|attacked|conducted|suffered|began|started|launched|dates?)\b/iu;
/** Deeds that one alone does, or that happen in one place alone. */
const EXCLUSIVE =
  /\b(?:led|leads?|heads?|headed|won|bought|founded|owns?|owned|killed|hosts?|hosted|ordered|attacked|hit|conducted|sank|occurred|held|launched|lies|severed)\b/iu;
const UNBOUND = /^(?:he|she|it|they|we|i|you|this|that|these|those|there|his|her|their|its)\b/iu;
const NOT = /\b(?:not|no|never|nobody|none|nothing)\b|n['’]t\b/iu;
const MONEY = /^(?:[$€£]|dollar|euro|pound|usd|eur)$/u;
const MORE = /\b(?:more\s+than|over|at\s+least|above)\s+(?:[$€£])?$/iu;
const LESS = /\b(?:less\s+than|fewer\s+than|under|at\s+most|up\s+to|below)\s+(?:[$€£])?$/iu;
/** Words that a claim must share for another name or date to be of the same thing. */
const ENOUGH = 3;

/** Holds a claim against a sentence. Rather nothing than "said": every idea, number, date and name of the claim has to be there. */
export function compareClaim(claimed: Sides, sentence: Sides, statement: Statement): Finding {
  const { told: claim } = claimed;
  const { told } = sentence;
  if (![...claimed.party].every((term) => sentence.party.has(term))) return "nothing";
  if (!claimed.saidOn.every((date) => sentence.saidOn.some((other) => isWithin(other, date)))) return "nothing";
  const missing = missingWords(claim, told);
  const dates = datesOf(claim, told);
  const numbers = numbersOf(claim, told);
  const isNegated = claim.isNegative !== told.isNegative;
  const leans = [...told.leanings].filter((name) => !claim.leanings.has(name));
  const isSame =
    [...claim.leanings].every((name) => told.leanings.has(name)) &&
    isMeantWhole(claim, told) &&
    haveSameRoles(claim, told) &&
    !hasFurtherDeed(claim, told);
  if (missing.length === 0 && dates === "agree" && numbers === "agree" && isSame && leans.length === 0) {
    if (isNegated) return "otherwise";
    return UNBOUND.test(claim.text.trim()) || !isOfOneStance(claim, statement) ? "nothing" : "said";
  }
  if (UNBOUND.test(claim.text.trim())) return "nothing";
  if (isDenied(claim, statement, missing) && dates !== "conflict" && numbers !== "conflict") return "denied";
  if (!isSame || isNegated || leans.length > 0) return "nothing";
  if (missing.length === 0) {
    if (dates === "agree" && numbers === "conflict") return "otherwise";
    if (dates === "conflict" && numbers === "agree" && isOfOneHappening(claim, told)) return "otherwise";
    return "nothing";
  }
  if (numbers !== "agree" || dates === "conflict") return "nothing";
  const [only, ...more] = missing;
  if (only === undefined) return "nothing";
  if (more.length === 0 && unmatched(claim, told).some((other) => areOpposites(only, other))) return "otherwise";
  if (more.length === 0 && dates === "agree" && countsOtherwise(claim, told, only)) return "otherwise";
  return dates === "agree" && namesAnother(claim, told, missing) ? "otherwise" : "nothing";
}

/** Words of a claim for which the sentence has none. */
function missingWords(claim: Told, told: Told): readonly Word[] {
  return claim.words.filter(
    (word) => !word.isLight && !told.words.some((other) => stands(word, other, claim)) && !isFurther(word, told),
  );
}

function isFurther({ keys, of, isName }: Word, { further }: Told): boolean {
  return !(isName && of === null) && alike(keys, further);
}

/** Words of a sentence for which the claim has none. */
function unmatched(claim: Told, told: Told): readonly Word[] {
  return told.words.filter((other) => !claim.words.some((word) => stands(word, other, claim)));
}

/** Whether the sentence tells of another deed amid what the claim tells: then its words are not said of each other. */
function hasFurtherDeed(claim: Told, told: Told): boolean {
  const matched = told.words.filter((other) => claim.words.some((word) => stands(word, other, claim)));
  const first = matched[0]?.start ?? 0;
  const last = matched.at(-1)?.end ?? 0;
  return told.words.some(
    (word) =>
      word.isVerb &&
      !word.isLight &&
      !NAMING.test(word.folded) &&
      word.start > first &&
      word.end < last &&
      !matched.includes(word) &&
      !claim.words.some((other) => areOpposites(word, other)),
  );
}

/** A claim about all needs a sentence about all; one without "some" needs one without. */
function isMeantWhole(claim: Told, told: Told): boolean {
  return (!told.isPartial || claim.isPartial) && [...claim.universals].every((word) => told.universals.has(word));
}

/** What is denied, claimed or confirmed is not simply so; what is said to be so is, and the reply shows who says it. */
function isOfOneStance(claim: Told, { stance }: Statement): boolean {
  const how = stanceClass(stance);
  return how === "reported" || how === "confirmed" || how === stanceClass(claim.stance);
}

type Agreement = "agree" | "conflict" | "absent";

function datesOf(claim: Told, told: Told): Agreement {
  const { dates } = claim;
  if (
    dates.every((date) => told.dates.some((other) => isWithin(other, date) && isOfTheSame(date, other, claim, told)))
  ) {
    return "agree";
  }
  const [date, ...more] = dates;
  const rivals = told.dates.filter((other) => date !== undefined && isOfTheSame(date, other, claim, told));
  const [rival] = rivals;
  if (date === undefined || rival === undefined || more.length > 0 || rivals.length > 1) return "absent";
  return datesAgree(date, rival) ? "absent" : "conflict";
}

function isWithin(inner: DateMention, outer: DateMention): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether two dates are said of the same: of the same noun, or each of when it was. */
function isOfTheSame(date: PlacedDate, other: PlacedDate, claim: Told, told: Told): boolean {
  if (date.of === null && other.of === null) return true;
  if (date.of !== null && other.of !== null) return alike(date.of, other.of);
  const noun = date.of ?? other.of;
  const clause = date.of === null ? claim : told;
  if (noun === null) return false;
  return clause.words.some(({ isVerb, keys }) => isVerb && alike(keys, noun)) || HAPPENING.test(clause.text);
}

function numbersOf(claim: Told, told: Told): Agreement {
  if (claim.numbers.every((number) => told.numbers.some((other) => isEqual(number, other)))) return "agree";
  const apart = claim.numbers.filter((number) => !told.numbers.some((other) => isEqual(number, other)));
  const [number, ...more] = apart;
  if (number === undefined || more.length > 0) return "absent";
  const rivals = told.numbers.filter((other) => countAlike(number, other));
  const [rival] = rivals;
  if (rival === undefined || rivals.length > 1) return "absent";
  return agree(number, rival) ? "absent" : "conflict";
}

function isEqual(a: Quantity, b: Quantity): boolean {
  const isRounded = a.hedged && agree(a, b);
  return countAlike(a, b) && (a.value === b.value || isRounded) && boundOf(a) === boundOf(b);
}

function countAlike(a: Quantity, b: Quantity): boolean {
  const isMoney = ({ units }: Quantity): boolean => [...units].some((unit) => MONEY.test(unit));
  return countTheSame(a, b) || (isMoney(a) && isMoney(b)) || (a.units.size === 0 && b.units.size === 0);
}

/** "More than" and "fewer than" are no "about". */
function boundOf({ before }: Quantity): "more" | "less" | "about" {
  if (MORE.test(before)) return "more";
  return LESS.test(before) ? "less" : "about";
}

/** Whether somebody denies the claim, all of it. */
function isDenied(claim: Told, { stance }: Statement, missing: readonly Word[]): boolean {
  if (stanceClass(stance) !== "denied" || stanceClass(claim.stance) === "denied" || NOT.test(claim.text)) return false;
  return missing.length === 0 && claim.words.filter(({ isLight }) => !isLight).length > 1;
}

/** Whether the sentence has another figure where the claim has one, where figures say what nothing is counted by: "9 percent more". */
function countsOtherwise(claim: Told, told: Told, only: Word): boolean {
  const rivals = unmatched(claim, told).filter(({ folded }) => /^\d/u.test(folded));
  return /^\d/u.test(only.folded) && rivals.length === 1;
}

/** Whether there is but one such happening that the two could tell of: "the attack", and one close in time where it is "an attack". */
function isOfOneHappening(claim: Told, told: Told): boolean {
  const [date] = claim.dates;
  const [rival] = told.dates;
  if (date === undefined || rival === undefined) return false;
  if (claim.words.filter(({ isLight }) => !isLight).length < ENOUGH) return false;
  const isOneOfMany = /^\s*an?\s|\banother\b|\bagain\b/iu.test(claim.text) || /\banother\b|\bagain\b/iu.test(told.text);
  return !isOneOfMany || (date.precision === rival.precision && dateGapIsSmall(date, rival));
}

/** Whether the sentence names another where the claim has a name, of a deed that only one did or on a day they share. */
function namesAnother(claim: Told, told: Told, missing: readonly Word[]): boolean {
  const [name] = missing;
  const last = missing.at(-1);
  if (name === undefined || last === undefined || !missing.every(({ isName }) => isName)) return false;
  // "Ida Brandt" is one.
  const isOne = /^[\p{L}\p{M}.'’-]+(?: [\p{L}\p{M}.'’-]+)*$/u.test(claim.text.slice(name.start, last.end));
  const shared = claim.words.filter((word) => !word.isLight && !missing.includes(word)).length;
  if (!isOne || shared < (EXCLUSIVE.test(claim.text) ? ENOUGH - 1 : ENOUGH)) return false;
  const [pivot] = pivotsOf(claim, told);
  if (pivot === undefined || (!EXCLUSIVE.test(claim.text) && claim.dates.length === 0)) return false;
  const isBefore = name.start < pivot.claimed.start;
  const rivals = unmatched(claim, told).filter(
    (other) => other.isName && other.of === null && other.start < pivot.told.start === isBefore,
  );
  return rivals.length === 1;
}
