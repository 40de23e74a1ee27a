import type { DateMention, Span } from "../domain/sentence.ts";
import type { QuestionKind } from "./question-kind.ts";

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
  /\b(?:because(?: of)?|due to|in (?:response|retaliation|revenge|answer) (?:to|for)|in order to|so that|citing|blam(?:ed|ing)|on the grounds? that|the reason|out of|owing to|prompted by|over (?=(?:the|a|an|its|his|her|their)\b)|after (?=(?:the|an?|inquiries|investigations?)\b))/giu;

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
  dates: readonly DateMention[],
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
      return spansOf(REASON, sentence);
    }
    case "other": {
      return [];
    }
  }
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
