import { setImmediate as otherWork } from "node:timers/promises";
import type { Evidence, Point } from "../../domain/answer.ts";
import type { CheckedClaim, CheckedText } from "../../domain/reading.ts";
import type { DateMention } from "../../domain/sentence.ts";
import type { SentenceIndex } from "../../search/sentence-index.ts";
import { findDates } from "../../text/dates.ts";
import type { Answerer } from "../answerer.ts";
import { type ReadPoint, choosePoints, groupPoints } from "../points.ts";
import { sourceFrame } from "../source-frame.ts";
import { readStatement } from "../statement.ts";
import { MAX_POINTS } from "../tell.ts";
import { type Finding, compareClaim } from "./compare-claim.ts";
import { splitClaims } from "./split-claims.ts";
import { readTold } from "./told.ts";

/** Sentences that a claim is held against. */
const COMPARED = 40;
/** Longest claim, in characters: a question may have no more. */
const MAX_CLAIM = 1_000;
/** Sentences of which the nearest are shown where no article says so. */
const NEAR = 12;
/** Words of a claim that a passage must hold to be near, and their share. */
const NEAR_WORDS = 2;
const NEAR_SHARE = 0.3;
/** Said before a claim, by whoever passes it on. */
const HEARSAY =
  /^(?:according\s+to\s+(?:the\s+)?(?:reports?|news|articles?|media)[^,]{0,30},\s*|(?:i\s+(?:think|believe|heard|read|know)|i['’]m\s+sure|they\s+say|people\s+(?:say|are\s+saying)|apparently|(?:the\s+)?(?:articles?|news|reports?)\s+(?:says?|said)|(?:it\s+is|it['’]s)\s+(?:clear|known|a\s+fact)|fact:|fun\s+fact:|did\s+you\s+know)\s*,?\s*(?:that\s+)?)/iu;

/**
 * Holds each claim of a text against what the articles say. Others have their turn between two claims.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function checkText(
  index: SentenceIndex,
  answerer: Answerer,
  text: string,
  signal: AbortSignal,
): Promise<CheckedText> {
  const { claims, passedOver } = splitClaims(text);
  const checked: CheckedClaim[] = [];
  for (const { start, end } of claims) {
    await otherWork();
    signal.throwIfAborted();
    checked.push(checkClaim(index, answerer, text.slice(start, end)));
  }
  return { claims: checked, passedOver };
}

function checkClaim(index: SentenceIndex, answerer: Answerer, claim: string): CheckedClaim {
  const { hits } = answerer.search({ text: plain(claim), context: [] }, { offset: 0, limit: COMPARED });
  const read = groupPoints(hits.map((evidence) => readStatement(index.analyzer, evidence)));
  const found = new Map<ReadPoint, Finding>();
  for (const one of read) found.set(one, findingOf(index, claim, one));
  for (const verdict of ["said", "otherwise"] as const) {
    const points = read.filter((one) => found.get(one) === verdict).slice(0, MAX_POINTS);
    if (points.length > 0) return { claim, verdict, points: points.map(({ point }) => point) };
  }
  return { claim, verdict: "unsaid", points: nearest(read) };
}

function findingOf({ analyzer }: SentenceIndex, claim: string, { statement }: ReadPoint): Finding {
  const { evidence } = statement;
  const { text, article } = evidence.sentence;
  const own = claim.replace(HEARSAY, "");
  const claimed = readTold(analyzer, own, datesIn(own, article.published));
  // Who says so counts only where the claim tells who says so.
  const frame = sourceFrame(own) === null ? sourceFrame(text) : null;
  const isApart = ({ start, end }: DateMention): boolean => frame === null || end <= frame.start || frame.end <= start;
  const bare =
    frame === null
      ? text
      : text.slice(0, frame.start) + " ".repeat(frame.end - frame.start) + text.slice(frame.end);
  const told = readTold(analyzer, bare, evidence.dates.filter((date) => isApart(date)));
  return compareClaim(claimed, { told, statement });
}

/** "On 15 July" is that of the article's year; "yesterday" is counted from a day that is not known here. */
function datesIn(text: string, published: string | null): readonly DateMention[] {
  return findDates(text, published).filter(
    ({ text: date }) => /\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/iu.test(date),
  );
}

/** A claim as words to look for: what is an operator in a question is none in what somebody said. */
function plain(claim: string): string {
  return claim
    .slice(0, MAX_CLAIM)
    .replaceAll(/["“”„«»]/gu, " ")
    .replaceAll(/(?<!\S)-(?=\p{L})/gu, " ")
    .replaceAll(/\b(publisher|before|after):/giu, "$1 ");
}

/** What comes close, as far as it holds words of the claim. */
function nearest(read: readonly ReadPoint[]): readonly Point[] {
  const near = read.slice(0, NEAR).filter(({ statement: { carried, evidence } }) => isNear(carried.size, evidence));
  return choosePoints(near, MAX_POINTS).map(({ point }) => point);
}

function isNear(carried: number, { contributions }: Evidence): boolean {
  const asked = new Set(contributions.map(({ asked }) => asked.toLowerCase())).size;
  return carried >= NEAR_WORDS && carried >= asked * NEAR_SHARE;
}
