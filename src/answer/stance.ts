import type { Stance } from "../domain/answer.ts";
import type { Span } from "../domain/sentence.ts";
import { speakerOf } from "./speaker.ts";
import { type Cue, stanceCues } from "./stance-cues.ts";

/** Longer quotations are what somebody said, whose own verbs are not the sentence's; "“baseless”" is the sentence's. */
const QUOTATION = /["“„«][^"“”«»]{24,}(?:["”»“]|$)/gu;

/** A stance with where what it is about stands in the sentence. */
export interface PlacedStance extends Stance {
  readonly about: Span;
}

/**
 * Whether a sentence states what it tells or says that somebody claims, denies, confirms or reports it. The first claim,
 * denial or confirmation decides, and only without one a plain "said", so that "Hoel said the company denied it" is a
 * denial.
 *
 * @returns null for a plain statement
 */
export function readStance(sentence: string): PlacedStance | null {
  const text = sentence.replaceAll(QUOTATION, (quotation) => " ".repeat(quotation.length));
  const cues = stanceCues(text);
  const plain = cues.find(({ how }) => how === "reported");
  const cue = cues.find(({ how }) => how !== "reported") ?? plain;
  if (cue === undefined) return null;
  const about = cue.speaker === "by" ? { start: 0, end: cue.start } : { start: cue.end, end: text.length };
  return { how: cue.how, speaker: speakerOf(text, cue) ?? fallback(text, cue, plain), about };
}

/** Whoever is said to say it, where the claim itself has a pronoun or nobody: "Hoel said he denied it". */
function fallback(text: string, cue: Cue, plain: Cue | undefined): Stance["speaker"] {
  return plain === undefined || plain === cue ? null : speakerOf(text, plain);
}
