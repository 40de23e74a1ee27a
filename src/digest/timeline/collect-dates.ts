import type { Sentence } from "../../domain/sentence.ts";
import type { DatedMention, ReadSentence } from "./read-article.ts";
import { isAtEdge } from "./date-role.ts";
import { type TermVector, TermSpace, centroidOf } from "./vectors.ts";
import { pause } from "../pause.ts";

/** A sentence that may be told in a timeline. */
export interface Candidate extends ReadSentence {
  /** How far it is about what the timeline is of, above 0; 1 for an average sentence. */
  readonly relevance: number;
}

/** A sentence beside a date. */
export interface Telling {
  readonly candidate: Candidate;
  /** Null for one of an article's first sentences, which name no date, beside the day of publication. */
  readonly mention: DatedMention | null;
  readonly vector: TermVector;
  /** How sure it is that the sentence tells of this date, 0 to 1. */
  readonly fit: number;
}

/** A date that sentences mention. */
export interface MentionedDate {
  readonly from: string;
  readonly to: string;
  readonly precision: DatedMention["precision"];
  readonly tellings: readonly Telling[];
}

/** What is looked at for a timeline. */
export interface Dated {
  /** By day, month, year or range, in no order. */
  readonly dates: readonly MentionedDate[];
  readonly space: TermSpace;
  /** What all of it is about. */
  readonly centre: TermVector;
}

const FIT = { told: 0.8, said: 0.65, reported: 0.5, passing: 0.3, ahead: 0.1 } as const;
/** What is added for a date that stands alone in its sentence, and at the start or end of it or of a clause. */
const ALONE = 0.1;
const AT_EDGE = 0.1;
const CHUNK = 500;

/** A date's name among all: its first and last day. */
export function dateKey({ from, to }: { readonly from: string; readonly to: string }): string {
  return `${from}/${to}`;
}

/**
 * Puts sentences to the dates that they mention. A sentence without a date is put to none: when an article appeared tells
 * when something was told, not when it happened.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function collectDates(candidates: readonly Candidate[], signal: AbortSignal): Promise<Dated> {
  const space = new TermSpace();
  for (const [place, { terms }] of candidates.entries()) {
    if (place % CHUNK === 0) await pause(signal);
    if (terms.length > 0) space.add(terms);
  }
  const dates = new Map<string, MentionedDate & { readonly tellings: Telling[] }>();
  const vectors: [TermVector, number][] = [];
  for (const [place, candidate] of candidates.entries()) {
    if (place % CHUNK === 0) await pause(signal);
    if (candidate.mentions.length === 0) continue;
    const vector = space.vectorOf(candidate.terms);
    vectors.push([vector, candidate.relevance]);
    for (const mention of candidate.mentions) {
      const key = dateKey(mention);
      const { from, to, precision } = mention;
      const date = dates.get(key) ?? { from, to, precision, tellings: [] };
      dates.set(key, date);
      if (date.tellings.some(({ candidate: other }) => other === candidate)) continue;
      date.tellings.push({ candidate, mention, vector, fit: fitOf(candidate.sentence, candidate.mentions, mention) });
    }
  }
  return { dates: [...dates.values()], space, centre: centroidOf(vectors) };
}

function fitOf({ text }: Sentence, mentions: readonly DatedMention[], mention: DatedMention): number {
  const fit = FIT[mention.role];
  if (mention.role !== "told" && mention.role !== "said") return fit;
  return fit + (mentions.length === 1 ? ALONE : 0) + (isAtEdge(text, mention) ? AT_EDGE : 0);
}
