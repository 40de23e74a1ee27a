import type { Span } from "../../domain/sentence.ts";
import { readStance } from "../stance.ts";

const VERB =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|did|does|says?|said|told|left|got|went|came|made|took|gave|held|put|saw|found|began|fell|rose|met|won|led|\p{Ll}{2,}ed)\b/u;
const AFTER_PREPOSITION =
  /\b(?:of|in|on|to|at|against|from|with|for|about|into|near|over|under|outside)\s+(?:the\s+)?$/iu;
const AGENT = /\bby\s+(?:the\s+)?(?:\p{Lu}?[\p{L}'’-]+\s+){0,3}$/u;
/** Words that stand for what the sentence before is about. */
const PERSONAL = /^(?:He|She|They|It)\s/u;

/** Whether what stands at a span does or says what a sentence tells, rather than being mentioned in it. */
export function acts(text: string, { start, end }: Span): boolean {
  const before = text.slice(0, start);
  if (AGENT.test(before.slice(-40))) return true;
  if (!VERB.test(before) && !AFTER_PREPOSITION.test(before)) return true;
  const speaker = readStance(text)?.speaker ?? null;
  return speaker !== null && speaker.start < end && start < speaker.end;
}

/**
 * Whether a sentence goes on about the name with which the one before begins. Only where nothing else can be meant: the name
 * is that sentence's subject and no other name stands in it, and this one begins with a pronoun or with its noun ("the
 * ministry").
 *
 * @param span the name in `before`
 */
export function carriesOn(before: string, span: Span, text: string): boolean {
  if (span.start > "The ".length || !acts(before, span)) return false;
  const others = before.slice(span.end).matchAll(/(?<=[\p{L}\p{N},] )\p{Lu}[\p{L}'’-]+/gu);
  for (const { 0: word } of others) if (!CALENDAR.test(word)) return false;
  if (PERSONAL.test(text)) return true;
  const noun =
    /(?<noun>\p{L}+)(?:['’]s)?$/u.exec(before.slice(span.start, span.end))?.groups?.["noun"]?.toLowerCase() ?? "";
  return BODY.has(noun) && text.toLowerCase().startsWith(`the ${noun} `);
}

const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)/u;
/** Nouns that names of bodies end in. */
const BODY: ReadonlySet<string> = new Set(
  "ministry government agency company union bank party court council committee group team police embassy parliament authority department office institute university".split(
    " ",
  ),
);
