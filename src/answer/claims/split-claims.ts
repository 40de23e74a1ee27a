import type { Span } from "../../domain/sentence.ts";
import { findDates } from "../../text/dates.ts";
import { splitSentences } from "../../text/sentences.ts";
import { STOP_WORDS } from "../../text/stop-words.ts";
import { cleanWords } from "../clean-words.ts";

/** Most characters of a text that are looked at, and most claims of it. */
export const MAX_TEXT = 6_000;
export const MAX_CLAIMS = 12;

/** What a text claims; offsets into it. */
export interface SplitText {
  readonly claims: readonly Span[];
  /** Claims beyond those. */
  readonly passedOver: number;
}

/** What claims nothing: code and commands as quoted, addresses, mentions, emoji by name, marks of Markdown. */
const NOT_TEXT: readonly RegExp[] = [
  /```[\s\S]*?(?:```|$)/gu,
  /`[^`\n]*`/gu,
  /<(?:@[!&]?|#|a?:\w+:|t:|\/)[^>\n]*>/gu,
  /\b(?:https?:\/\/|www\.)\S+/giu,
  /:\w{2,32}:/gu,
  /^[ \t]*(?:[>*#-]+|\d{1,2}[.)])[ \t]+/gmu,
  /[*_~|]{2,}/gu,
];
/** A line that is typed to a bot. */
const COMMAND = /^\s*[/!$.][a-z][\w-]*/iu;
const GREETING =
  /^(?:(?:hi|hello|hey|heya|yo|good\s+(?:morning|evening|afternoon|night)|thanks|thank\s+you|thx|ty|cheers|welcome|greetings|dear|congrats|congratulations|please|sorry|bye|goodbye|see\s+you)\b[^.!?\n]{0,40})$/iu;
/** Said before a claim, and no part of it; some words only where something parts them from it: "no, …", but not "no ship …". */
const OPENING =
  /^(?:(?:hi|hello|hey|yo|lol|lmao|wow|omg|fyi|btw|psa|yeah|nope|tbh|imo|imho|anyway)\b(?:\s+(?:all|everyone|guys|folks))?[\s,:!.–—-]*|(?:all|everyone|guys|folks|so|well|ok|okay|look|listen|breaking|update|news|no|yes|actually|apparently)\b\s*[,:!–—]\s*)+/iu;
const REACTION =
  /^(?:(?:this|that|it|what|so|i|im|i'm|we|you|how)\b.{0,60}\b(?:crazy|insane|wild|sad|funny|great|awful|terrible|amazing|scary|believe|love|hate|hope|wish|feel|lol|lmao|wow|agree|disagree|sure|sorry|happy|shocked|surprised|guess|wonder)\b.{0,40}|(?:same|true|exactly|agreed|nice|cool|facts|source\??|lol+|wow|omg|rip|based|cringe|this|that|indeed|right)[\s\p{P}\p{S}]*)$/iu;
const QUESTION = /\?["”’)\s]*$/u;
const ASKING =
  /^(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|should|would|will|anyone|any\s+idea)\s+(?:\p{L}+\s+){0,3}(?:know|think|heard|is|are|was|were|do|does|did|you|we|they|it|he|she|this|that|the|there|anyone|any)\b/iu;

/** Fewer telling words than this are no claim, unless one of them is a name or a number. */
const FEW_WORDS = 3;
const FEWEST = 2;

/** Parts a text into its claims: sentences, without greetings, questions, reactions, and what nobody said. */
export function splitClaims(text: string): SplitText {
  const masked = NOT_TEXT.reduce(
    (rest, pattern) => rest.replaceAll(pattern, (match) => match.replaceAll(/[^\n]/gu, " ")),
    text.slice(0, MAX_TEXT),
  );
  const claims: Span[] = [];
  // In a chat every line is at least a sentence.
  for (const { 0: line, index } of masked.matchAll(/[^\n\r]+/gu)) {
    if (COMMAND.test(line)) continue;
    for (const { start, end } of splitSentences(line)) claims.push(...partsOf(masked, index + start, index + end));
  }
  return { claims: claims.slice(0, MAX_CLAIMS), passedOver: Math.max(0, claims.length - MAX_CLAIMS) };
}

/** Two clauses with a semicolon between them are two claims. */
function partsOf(text: string, start: number, end: number): readonly Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const { 0: piece } of text.slice(start, end).matchAll(/[^;]+(?:;|$)/gu)) {
    const claim = claimIn(text, from, from + piece.length);
    if (claim !== null) parts.push(claim);
    from += piece.length;
  }
  return parts;
}

function claimIn(text: string, from: number, to: number): Span | null {
  const written = text.slice(from, to);
  if (QUESTION.test(written) || GREETING.test(written.replace(/[\s\p{P}\p{S}]+$/u, "").trim())) return null;
  let start = from + (/^\s*/u.exec(written)?.[0].length ?? 0);
  start += OPENING.exec(text.slice(start, to))?.[0].length ?? 0;
  const end = to - (/[\s;]*$/u.exec(text.slice(start, to))?.[0].length ?? 0);
  const claim = text.slice(start, end);
  if (REACTION.test(claim) || ASKING.test(claim) || !claimsSomething(claim)) return null;
  return { start, end };
}

function claimsSomething(claim: string): boolean {
  const telling = cleanWords(claim).filter((word) => !STOP_WORDS.has(word)).length;
  if (telling >= FEW_WORDS) return true;
  return (
    telling >= FEWEST && (/\d|(?<=\S\s)\p{Lu}|\p{Lu}{2}|^\p{Lu}/u.test(claim) || findDates(claim, null).length > 0)
  );
}
