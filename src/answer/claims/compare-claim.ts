import type { DateMention } from "../../domain/sentence.ts";
import { dateGapIsSmall } from "../conflicts.ts";
import { datesAgree, stanceClass } from "../differences.ts";
import { isDerived } from "../name-forms.ts";
import { areOpposed } from "../opposites.ts";
import { type Quantity, agree, countTheSame } from "../quantities.ts";
import type { Statement } from "../statement.ts";
import { haveSameRoles, pivotsOf } from "./roles.ts";
import { type PlacedDate, type Told, type Word, alike } from "./told.ts";

/** What a sentence says of a claim: the same, something else in its place, or nothing. */
export type Finding = "said" | "otherwise" | "nothing";

/** A sentence to hold a claim against. */
export interface Against {
  readonly told: Told;
  readonly statement: Statement;
}

/** Deeds that are told as happenings: their date is that of what happened. */
const HAPPENING = /\b(?:occurred|hit|attacked|conducted|suffered|began|started|launched|dates?)\b/iu;
/** Deeds that one alone does, or that happen in one place alone. */
const EXCLUSIVE = /\b(?:led|leads?|heads?|headed|won|bought|founded|owns?|owned|killed|hosts?|hosted|ordered|attacked|hit|conducted|sank|occurred|held|launched|lies|severed)\b/iu;
const UNBOUND = /^(?:he|she|it|they|we|i|you|this|that|these|those|there|his|her|their|its)\b/iu;
const MONEY = /^(?:[$€£]|dollar|euro|pound|usd|eur)$/u;
const MORE = /\b(?:more\s+than|over|at\s+least|above)\s+(?:[$€£])?$/iu;
const LESS = /\b(?:less\s+than|fewer\s+than|under|at\s+most|up\s+to|below)\s+(?:[$€£])?$/iu;
/** Words that a claim must share for another name or date to be of the same thing. */
const ENOUGH = 3;

/** Holds a claim against a sentence. Rather nothing than "said": every idea, number, date and name of the claim has to be there. */
export function compareClaim(claim: Told, { told, statement }: Against): Finding {
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
  if (isDenied(claim, told, statement, missing) && dates !== "conflict" && numbers !== "conflict") return "otherwise";
  if (!isSame || isNegated || leans.length > 0) return "nothing";
  if (missing.length === 0) {
    if (dates === "agree" && numbers === "conflict") return "otherwise";
    if (dates === "conflict" && numbers === "agree" && isOfOneHappening(claim, told)) return "otherwise";
    return "nothing";
  }
  const [only, ...more] = missing;
  if (only === undefined || more.length > 0 || numbers !== "agree" || dates === "conflict") return "nothing";
  if (areOpposed(new Set([only.term]), new Set(unmatched(claim, told).map(({ term }) => term)))) return "otherwise";
  return dates === "agree" && namesAnother(claim, told, only) ? "otherwise" : "nothing";
}

/** Words of a claim for which the sentence has none. */
function missingWords(claim: Told, told: Told): readonly Word[] {
  return claim.words.filter((word) => !word.isLight && !told.words.some((other) => stands(word, other, claim)) && !isFurther(word, told));
}

function isFurther({ keys, of, isName }: Word, { further }: Told): boolean {
  return !(isName && of === null) && alike(keys, further);
}

/** Whether a word of a sentence says what one of a claim does; a name that only owns something is not that name. */
function stands(word: Word, other: Word, claim: Told): boolean {
  if (!alike(word.keys, other.keys) && !(word.isName && other.isName && isDerived(word.folded, other.folded))) return false;
  if (!word.isName || word.of !== null || other.of === null) return true;
  const { of } = other;
  return claim.words.some(({ folded }) => folded === of);
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
    (word) => word.isVerb && !word.isLight && word.start > first && word.end < last && !matched.includes(word),
  );
}

/** A claim about all needs a sentence about all; one without "some" needs one without. */
function isMeantWhole(claim: Told, told: Told): boolean {
  return (!told.isPartial || claim.isPartial) && [...claim.universals].every((word) => told.universals.has(word));
}

/** What is denied, claimed or confirmed is not simply so; what is said to be so is, and the reply shows who says it. */
function isOfOneStance(claim: Told, { stance }: Statement): boolean {
  const how = stanceClass(stance);
  return how === "reported" || how === "confirmed" || claim.leanings.has("accused") || claim.isNegative;
}

type Agreement = "agree" | "conflict" | "absent";

function datesOf(claim: Told, told: Told): Agreement {
  const { dates } = claim;
  if (dates.every((date) => told.dates.some((other) => isWithin(other, date) && isOfTheSame(date, other, claim, told)))) {
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

/** Whether the sentence denies the claim: most of it is what is denied, and nobody is named besides. */
function isDenied(claim: Told, told: Told, { stance }: Statement, missing: readonly Word[]): boolean {
  if (stanceClass(stance) !== "denied" || claim.isNegative) return false;
  const needed = claim.words.filter(({ isLight }) => !isLight);
  if (missing.some(({ isName }) => isName) || needed.length - missing.length < ENOUGH) return false;
  // "Iran carried out the attack" is denied by "Iran denied that it had been behind the attack".
  return missing.length === 0 && told.isNegative;
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
function namesAnother(claim: Told, told: Told, name: Word): boolean {
  if (!name.isName || claim.words.filter(({ isLight }) => !isLight).length <= ENOUGH) return false;
  const [pivot] = pivotsOf(claim, told);
  if (pivot === undefined) return false;
  if (!EXCLUSIVE.test(claim.text) && claim.dates.length === 0) return false;
  const isBefore = name.start < pivot.claimed.start;
  const rivals = unmatched(claim, told).filter(
    (other) => other.isName && other.of === null && other.start < pivot.told.start === isBefore,
  );
  return rivals.length === 1;
}
