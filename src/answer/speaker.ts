import type { Span } from "../domain/sentence.ts";
import type { Cue } from "./stance-cues.ts";

/** More words than this are a clause, not somebody. */
const MAX_WORDS = 9;

/** What stands between a subject and its verb: "has also repeatedly", "on Monday". */
const BETWEEN =
  /(?:\s+(?:has|have|had|also|later|then|since|already|again|earlier|first|too|both|\p{L}+ly|on\s+\p{Lu}\p{L}+day|in\s+(?:a\s+)?(?:statement|court|parliament)))+\s*$/iu;
/** Where the clause of a verb begins. */
const CLAUSE_START =
  /[;:–—()]|\b(?:but|while|whereas|although|though|because|since|that|after|before|when|as|if|whether|said|says|told|adding|reported)\s/giu;
/** What may stand before a subject without belonging to it. */
const OPENING =
  /^(?:(?:on|last|this|early|late)\s+\p{L}+(?:\s+\d{1,2})?|in\s+(?:\d{4}|\p{Lu}\p{L}+)|yesterday|today|earlier|later|meanwhile|however|still|then|also|but|and|for\s+(?:his|her|its|their)\s+part)(?:,\s*|\s+)(?=\S)/iu;
const PRONOUN =
  /^(?:he|she|it|they|we|i|you|who|which|this|that|these|those|there|one|both|some|many|others|him|her|them|nobody|no\s+one|neither)$/iu;
/** Where whoever stands after a verb ends: "said the mayor in a statement". */
const END_AFTER =
  /[.,;:!?()–—]|\s(?:on|in|at|after|before|when|while|who|which|that|during|told|as|of\s+\p{Ll}+ing|last|this|and\s+(?:said|added)|but|with|to)\s|\sfor\s+\p{Ll}+ing\s|["“”]/iu;
const VERB_BEFORE_AND = /\b(?:was|were|is|are|had|has|have|will|left|went|made|began|fell|rose|\p{Ll}+ed)\b/u;
const VERB_INSIDE = /\b(?:was|were|is|are|had|has|have|will|would|did|left|went|made|began)\b/iu;

/**
 * Who says what a cue stands for: a name or "the company", as it stands in the sentence; null for pronouns and where it
 * does not say.
 *
 * @param text the sentence with what it quotes blanked out
 */
export function speakerOf(text: string, cue: Cue): Span | null {
  switch (cue.speaker) {
    case "nowhere": {
      return null;
    }
    case "after": {
      return partyAfter(text, cue.end);
    }
    case "by": {
      const by = /^(.*?)\bby\s+/iu.exec(text.slice(cue.end));
      if (by === null) return null;
      const party = partyAfter(text, cue.end + by[0].length);
      const isBeforeCharge = /^accused$/iu.test(text.slice(cue.start, cue.end)) && by[1]?.trim() === "";
      return party !== null && isBeforeCharge ? withoutCharge(text, party) : party;
    }
    case "before": {
      return isInverted(text, cue) ? partyAfter(text, cue.end) : subjectBefore(text, cue.start);
    }
  }
}

/** "Accused by the mayor of delay": what somebody is accused of is no part of who accuses. */
function withoutCharge(text: string, { start, end }: Span): Span {
  const charge = text.slice(start, end).lastIndexOf(" of ");
  return { start, end: charge === -1 ? end : start + charge };
}

/** Whether the verb stands before its subject, as after a quotation: "…, said Hoel". */
function isInverted(text: string, { start, end }: Cue): boolean {
  if (!/(?:^|,|[”"»]|\s{3})\s*$/u.test(text.slice(0, start))) return false;
  if (!/^\s+(?:the\s|an?\s|\p{Lu}|officials|police)/u.test(text.slice(end))) return false;
  // "Ida Brandt, the mayor, said the port …": an insertion ends here, and the subject stands before it.
  const segments = text.slice(0, start).split(",");
  return segments.length < 3 || !isParty(segments.at(-3) ?? "");
}

function partyAfter(text: string, from: number): Span | null {
  const rest = text.slice(from);
  const lead = /^\s*/u.exec(rest)?.[0].length ?? 0;
  const told = rest.slice(lead);
  // The dot of "Mr." or of an initial ends nobody's name.
  const abbreviated = told.replaceAll(/\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St|\p{Lu})\./gu, (match) =>
    "x".repeat(match.length),
  );
  const end = END_AFTER.exec(abbreviated)?.index ?? told.length;
  return trimmed(text, from + lead, from + lead + end);
}

function subjectBefore(text: string, verb: number): Span | null {
  let end = verb - (BETWEEN.exec(text.slice(0, verb))?.[0].length ?? 0);
  let start = 0;
  const clause = text.slice(0, end);
  if (/,\s*$/u.test(clause)) {
    // An insertion, "Hoel, who leads the union, said": the subject stands before it.
    const inner = clause.replace(/,\s*$/u, "");
    const opening = inner.lastIndexOf(",");
    if (opening === -1) return null;
    end = opening;
  }
  for (const { 0: mark, index } of text.slice(0, end).matchAll(CLAUSE_START)) start = index + mark.length;
  const comma = text.slice(0, end).lastIndexOf(",");
  if (comma >= start) start = comma + 1;
  const and = text.slice(start, end).lastIndexOf(" and ");
  // "The mayor and the union said" are two; "the strike ended and the union said" is one.
  if (and !== -1 && VERB_BEFORE_AND.test(text.slice(start, start + and))) start += and + " and ".length;
  return trimmed(text, start, end);
}

/** The span without white space, opening words and quotation marks; null where it is nobody. */
function trimmed(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  const lead = /^[\s“”"'’]+/u.exec(text.slice(start, end))?.[0].length ?? 0;
  start += lead;
  start += OPENING.exec(text.slice(start, end))?.[0].length ?? 0;
  end -= /[\s“”"]+$/u.exec(text.slice(start, end))?.[0].length ?? 0;
  return isParty(text.slice(start, end)) ? { start, end } : null;
}

function isParty(text: string): boolean {
  const words = text.trim();
  return (
    /\p{L}/u.test(words) && words.split(/\s+/u).length <= MAX_WORDS && !PRONOUN.test(words) && !VERB_INSIDE.test(words)
  );
}
