import { setImmediate as otherWork } from "node:timers/promises";
import type { Evidence, Point } from "../../domain/answer.ts";
import type { CheckedClaim, CheckedText } from "../../domain/reading.ts";
import type { DateMention } from "../../domain/sentence.ts";
import type { SentenceIndex } from "../../search/sentence-index.ts";
import { findDates } from "../../text/dates.ts";
import type { Answerer } from "../answerer.ts";
import { cleanWords } from "../clean-words.ts";
import { type ReadPoint, choosePoints, groupPoints } from "../points.ts";
import { type Statement, readStatement } from "../statement.ts";
import { MAX_POINTS } from "../tell.ts";
import { type Finding, compareClaim } from "./compare-claim.ts";
import { type Sides, readingsOf, sidesOf } from "./sides.ts";
import { splitClaims } from "./split-claims.ts";

/** Sentences that a claim is held against. */
const COMPARED = 24;
/** Longest claim, in characters: a question may have no more. */
const MAX_CLAIM = 1_000;
/** Sentences of which the nearest are shown where no article says so. */
const NEAR = 12;
/** Words of a claim that a passage must hold to be near, and their share. */
const NEAR_WORDS = 2;
const NEAR_SHARE = 0.3;
const DATED =
  /\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/iu;
const FINDINGS: readonly Finding[] = ["said", "denied", "otherwise"];
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
  const own = claim.replace(HEARSAY, "");
  // Dates without a year are read by the day of the article beside which the claim stands.
  const sides = new Map<string | null, Sides>();
  const claimedOn = (published: string | null): Sides => {
    const known = sides.get(published) ?? sidesOf(index.analyzer, own, datesIn(own, published));
    sides.set(published, known);
    return known;
  };
  const found = new Map(read.map((one) => [one, findingOf(index, claim, claimedOn, one)]));
  const those = (finding: Finding): readonly Point[] =>
    read.filter((one) => found.get(one) === finding).map(({ point }) => point);
  const [denied, said, otherwise] = [those("denied"), those("said"), those("otherwise")];
  // What one article says and another denies is not simply so.
  if (denied.length > 0) return { claim, verdict: "otherwise", points: [...denied, ...said].slice(0, MAX_POINTS) };
  if (said.length > 0) return { claim, verdict: "said", points: said.slice(0, MAX_POINTS) };
  if (otherwise.length > 0) return { claim, verdict: "otherwise", points: otherwise.slice(0, MAX_POINTS) };
  return { claim, verdict: "unsaid", points: nearest(read) };
}

function findingOf(
  { analyzer }: SentenceIndex,
  claim: string,
  claimedOn: (published: string | null) => Sides,
  { statement }: ReadPoint,
): Finding {
  const { sentence, contributions } = statement.evidence;
  if (cleanWords(claim).join(" ") === statement.folded) return "said";
  if (!contributions.some(({ field }) => field === "sentence")) return "nothing";
  const claimed = claimedOn(sentence.article.published);
  const findings = new Set(
    readingsOf(sentence.text).map((reading) =>
      compareClaim(claimed, sidesOf(analyzer, reading, datesLeft(reading, statement)), statement),
    ),
  );
  return FINDINGS.find((finding) => findings.has(finding)) ?? "nothing";
}

/** The dates of a sentence that are not cut away from a reading of it. */
function datesLeft(reading: string, { evidence }: Statement): readonly DateMention[] {
  return evidence.dates.filter(({ start, end, text }) => reading.slice(start, end) === text);
}

/** "On 15 July" is that of the article's year; "yesterday" is counted from a day that is not known here. */
function datesIn(text: string, published: string | null): readonly DateMention[] {
  return DATED.test(text) ? findDates(text, published).filter(({ text: date }) => DATED.test(date)) : [];
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
