import { areOpposed } from "../opposites.ts";
import { type Told, type Word, alike, stands } from "./told.ts";

const BE = /\b(?:is|are|was|were|be|been|being|has|have|had)\b/iu;
const PASSIVE =
  /\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:(?:not|also|first|then|later|since|already|\p{L}+ly)\s+)*$/iu;
const AFTER_PREPOSITION =
  /\b(?:in|at|on|near|from|with|for|of|to|into|against|over|after|before|during|about|through|under|since|until|as|by)\s+(?:(?:the|an?|its|his|her|their|all|\p{L}+['’]s|\p{Lu}\p{L}+)\s+){0,3}$/u;
const BY = /\bby\s+(?:(?:the|an?|its|his|her|their|\p{L}+['’]s|\p{L}+)\s+){0,3}$/iu;

/** A deed that two texts share, with where it stands in each. */
interface Pivot {
  readonly claimed: Pick<Word, "start" | "end">;
  readonly told: Pick<Word, "start" | "end">;
}

/**
 * Whether a sentence gives what it shares with a claim the same parts: who does it before an active verb or behind "by", to
 * whom it is done behind an active verb or before a passive one. What stands behind a preposition has no part to lose.
 */
export function haveSameRoles(claim: Told, sentence: Told): boolean {
  const pivots = pivotsOf(claim, sentence);
  return pivots.length > 0 && pivots.every((pivot) => fits(claim, sentence, pivot));
}

/** The deeds of a claim as the sentence tells them; where the claim has none, what it says that something is. */
export function pivotsOf(claim: Told, sentence: Told): readonly Pivot[] {
  const verbs = claim.words.filter(({ isVerb, isLight }) => isVerb && !isLight);
  if (verbs.length > 0) {
    return verbs.flatMap((claimed) => {
      const told =
        sentence.words.find((word) => word.isVerb && alike(word.keys, claimed.keys)) ??
        sentence.words.find((word) => alike(word.keys, claimed.keys)) ??
        sentence.words.find((word) => areOpposites(word, claimed));
      return told === undefined ? [] : [{ claimed, told }];
    });
  }
  const [claimed, told] = [beIn(claim.text), beIn(sentence.text)];
  return claimed === null || told === null ? [] : [{ claimed, told }];
}

function beIn(text: string): Pick<Word, "start" | "end"> | null {
  const match = BE.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

function fits(claim: Told, sentence: Told, { claimed, told }: Pivot): boolean {
  const isPassive = PASSIVE.test(claim.text.slice(0, claimed.start));
  const isToldPassive = PASSIVE.test(sentence.text.slice(0, told.start));
  return claim.words.every((word) => {
    if (word.isLight || word.isVerb || word.start === claimed.start) return true;
    const before = claim.text.slice(0, word.start);
    const isBehind = word.start > claimed.start;
    const isAgent = isPassive ? isBehind && BY.test(before) : !isBehind;
    if (!isAgent && AFTER_PREPOSITION.test(before)) return true;
    if (isAgent && !isPassive && AFTER_PREPOSITION.test(before)) return true;
    if (!isAgent && !isPassive && !word.isName) return true;
    const places = sentence.words.filter((other) => stands(word, other, claim));
    if (places.length === 0) return true;
    return places.some((place) => {
      const isBy = BY.test(sentence.text.slice(0, place.start));
      const isAfter = place.start > told.start;
      if (isAgent) return isToldPassive ? isBy : !isAfter || isBy;
      return isToldPassive ? !isAfter : isAfter && !isBy;
    });
  });
}

/** Whether two deeds do not go together: "began", "ended". */
export function areOpposites(a: Word, b: Word): boolean {
  return areOpposed(new Set([a.term]), new Set([b.term]));
}
