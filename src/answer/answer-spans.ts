import type { Span } from "../domain/sentence.ts";
import type { QuestionKind } from "../question/question.ts";

/** A word with a capital, its inner full stops, apostrophes and hyphens included. */
const CAPITALISED = String.raw`\p{Lu}[\p{L}\p{M}\p{N}]*(?:[.'’\-][\p{L}\p{M}\p{N}]+)*`;
/** A name: capitalised words, joined by the small words that names are joined with. */
const NAME = new RegExp(
  String.raw`${CAPITALISED}(?:\s+(?:(?:of|for|de|al|bin|von|van)\s+(?:the\s+)?)?${CAPITALISED})*`,
  "gu",
);
const PLACE = new RegExp(
  String.raw`(?<=\b(?:in|at|from|near|outside|into|to|of|across|around)\s+(?:the\s+)?)${CAPITALISED}(?:\s+${CAPITALISED})*`,
  "gu",
);
const QUANTITY =
  /(?:[$€£]\s?)?\d[\d.,]*(?:\s?(?:%|percent|per cent|million|billion|thousand|bn|m|k|[TGM]B|terabytes|gigabytes|megabytes))*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half)\b/giu;
const REASON =
  /\b(?:because(?: of)?|due to|in (?:response|retaliation|revenge|answer) (?:to|for)|in order to|so that|citing|blam(?:ed|ing)|on the grounds? that|the reason|out of|retaliat\p{L}*|revenge|motiv\p{L}*|aim(?:ed|s)?|purpose|owing to|prompted by|over (?=(?:the|a|an|its|his|her|their)\b)|after (?=(?:the|an?|inquiries|investigations?)\b))/giu;

const MANNER =
  /\b(?:by (?:(?:first|then|also|simply|secretly|mostly|partly|repeatedly)\s+)?\p{L}{2,}ing|through|via|using|with the (?:help|aid|use) of|by means of|thanks to)\b/giu;
const DEFINITION =
  /\b(?:(?:is|are|was|were)\s+(?:an?|the|one of)\b|stands? for|known as|called|refers? to|defined as|means|short for|abbreviat\p{L}*|describ\p{L}* as)|\(\p{Lu}[\p{L}.-]{1,9}\)|,\s+(?:an?|the)\s+\p{L}/giu;
const STATEMENT =
  /[“"«][^”"»]{3,}[”"»]|\b(?:said|says|told|wrote|added|announced|called|claimed|denied|condemned|warned|stated|described|tweeted|argued|insisted|vowed|promised|urged|praised|criticis\p{L}*|criticiz\p{L}*|accused|rejected|according to)\b/giu;
const TIME =
  /\b(?:(?:\d{1,2}\s+)?(?:jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may(?=\s+\d)|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:\s+\d{1,4}\b)?|1[0-9]\d\d|20\d\d|\d{1,2}(?:st|nd|rd|th)?\s+centur(?:y|ies)|\d{1,2}:\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|(?:last|next|this|the same|the following|the previous)\s+(?:night|day|week|weekend|month|year|spring|summer|autumn|fall|winter|decade|century)|(?:a|an|one|two|three|four|five|six|several|\d+)\s+(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)\s+(?:ago|later|earlier|before|after))\b/giu;

/**
 * The parts of a sentence that could be what a question of this kind asks for. Names that the question itself holds are
 * not an answer to it.
 *
 * @param dates the dates the sentence mentions
 * @param asked where the question's own words stand in the sentence
 * @returns spans in order, not overlapping; empty for questions of no particular kind
 */
export function answerSpans(
  kind: QuestionKind,
  sentence: string,
  dates: readonly Span[],
  asked: readonly Span[],
): readonly Span[] {
  switch (kind) {
    case "time": {
      return dates.map(({ start, end }) => ({ start, end }));
    }
    case "quantity": {
      return spansOf(QUANTITY, sentence).filter((span) => !overlapsAny(span, dates));
    }
    case "agent":
    case "person": {
      return namesIn(sentence).filter(
        (span) =>
          !overlapsAny(span, asked) &&
          !overlapsAny(span, dates) &&
          !isSentenceStart(sentence, span) &&
          !(kind === "agent" && (isSpeaker(sentence, span) || isTarget(sentence, span))),
      );
    }
    case "place": {
      return spansOf(PLACE, sentence).filter((span) => !overlapsAny(span, asked) && !overlapsAny(span, dates));
    }
    case "reason": {
      // What happened over the very thing that is asked about is no reason for it.
      return spansOf(REASON, sentence).filter((span) => !isAhead(span, asked));
    }
    case "manner": {
      return spansOf(MANNER, sentence);
    }
    case "definition": {
      return spansOf(DEFINITION, sentence).filter((span) => isBeside(span, asked));
    }
    case "statement": {
      return spansOf(STATEMENT, sentence);
    }
    case "thing":
    case "yes-no":
    case "list":
    case "comparison":
    case "timeline":
    case "other": {
      return [];
    }
  }
}

/** Kinds whose answers can be told by how they look. */
const RECOGNISED: ReadonlySet<QuestionKind> = new Set<QuestionKind>([
  "agent",
  "person",
  "time",
  "place",
  "quantity",
  "reason",
  "manner",
  "definition",
  "statement",
]);

/** Whether {@link answerSpans} can find anything for a kind of question. */
export function isRecognised(kind: QuestionKind): boolean {
  return RECOGNISED.has(kind);
}

/** What looks like a point or stretch of time: at a glance, for sentences that are only compared. */
export function timesAtAGlance(sentence: string): readonly Span[] {
  return spansOf(TIME, sentence);
}

/** Names without the article in front: "The US" is "US". */
function namesIn(sentence: string): readonly Span[] {
  return spansOf(NAME, sentence).map(({ start, end }) => {
    const article = /^(?:The|A|An)\s+/u.exec(sentence.slice(start, end));
    return { start: start + (article?.[0].length ?? 0), end };
  });
}

function spansOf(pattern: RegExp, text: string): readonly Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** How far from the thing defined its definition begins, in characters. */
const BESIDE = 16;

/** Whether something begins right after, or ends right before, one of the question's words. */
function isBeside(span: Span, asked: readonly Span[]): boolean {
  return asked.some(
    ({ start, end }) =>
      (span.start >= start && span.start - end <= BESIDE) || (start >= span.end && start - span.end <= BESIDE),
  );
}

/** How soon after a word that gives reasons its reason begins, in characters. */
const AHEAD = 24;

/** Whether one of the question's words follows closely. */
function isAhead({ end }: Span, asked: readonly Span[]): boolean {
  return asked.some(({ start }) => start >= end && start - end <= AHEAD);
}

function overlapsAny(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}

/** The capital at the start of a sentence tells nothing, unless a second capital follows or something belongs to it. */
function isSentenceStart(sentence: string, { start, end }: Span): boolean {
  return start === sentence.search(/[\p{L}\p{N}]/u) && !/\s\p{Lu}|\p{Lu}{2}|['’]s$/u.test(sentence.slice(start, end));
}

const SPEAKS =
  /^(?:'s|’s)?(?:\s+(?:had|has|have|later|also))?\s+(?:said|says|told|wrote|writes|reported|announced|called|confirmed|denied|condemned|judged|suggested|claimed|found|named|stated|speak|speaks|spoke)\b/u;
const SPOKEN_BY = /\b(?:according to|said|told|wrote|reported|for|says)\s+(?:the\s+)?$/iu;

/** Whether the one named is who reports the deed, and not who did it. */
function isSpeaker(sentence: string, { start, end }: Span): boolean {
  return SPEAKS.test(sentence.slice(end)) || SPOKEN_BY.test(sentence.slice(0, start));
}

/** Whether the one named is what the deed was done to: "the attack on the port", but not "blamed the attack on them". */
function isTarget(sentence: string, { start }: Span): boolean {
  const before = sentence.slice(0, start);
  return (
    /\b(?:in|against|at)\s+(?:the\s+)?$/iu.test(before) ||
    (/\bon\s+(?:the\s+)?$/iu.test(before) && !/\bblam/iu.test(before))
  );
}
