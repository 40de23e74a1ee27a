import type { Evidence, Point } from "../../domain/answer.ts";
import { supports } from "../../answer/same-point.ts";
import { type Statement, readStatement } from "../../answer/statement.ts";
import type { RetellingSource } from "../retelling.ts";
import { readable } from "./readable.ts";

/** Characters of a sentence that are looked up: a question may not be longer, and a long one's beginning tells what it is about. */
const LOOKED_UP = 300;
/** Sentences looked at. */
const LOOKED_AT = 40;
/** Share of the shorter one's words from which on a sentence is about the same thing. */
const SAME_THING = 0.25;

/**
 * Other sentences that say what a sentence says, first those of other articles in nearly the same words, then those that
 * tell of the same thing and can be read alone, by how likely they answer to it.
 */
export function otherWordings(
  { index, answerer, sentenceOf, refOf }: RetellingSource,
  ref: string,
  without: readonly string[],
  limit: number,
): readonly Point[] {
  const sentence = sentenceOf(ref);
  if (sentence === undefined || limit < 1) return [];
  const { hits } = answerer.search(
    // Quotes and signs of the sentence are no operators.
    { text: sentence.text.slice(0, LOOKED_UP).replaceAll(/["“”„«»:]|(?<=\s)-/gu, " "), context: [] },
    { offset: 0, limit: LOOKED_AT + without.length, quotes: "preferred" },
  );
  const known = new Set([ref, ...without]);
  const read = hits
    .filter((hit) => !known.has(refOf(hit.sentence)))
    .map((evidence) => readStatement(index.analyzer, evidence));
  const own = hits.find((hit) => refOf(hit.sentence) === ref);
  const statement = own === undefined ? null : readStatement(index.analyzer, own);
  if (statement === null) return read.slice(0, limit).map((one) => pointOf(one.evidence, one));
  const same = read.filter((one) => supports(one, statement) || supports(statement, one));
  const next = read.filter(
    (one) => !same.includes(one) && readable(one.evidence.sentence.text).standing > 0 && isOfTheSame(one, statement),
  );
  return [...same, ...next].slice(0, limit).map((one) => pointOf(one.evidence, one));
}

function isOfTheSame(one: Statement, other: Statement): boolean {
  const shared = [...one.words].filter((word) => other.words.has(word)).length;
  return shared >= SAME_THING * Math.min(one.words.size, other.words.size);
}

function pointOf(evidence: Evidence, { stance }: Statement): Point {
  return { evidence, also: [], stance };
}
