import type { Evidence, Point } from "../../domain/answer.ts";
import type { SummaryLine } from "../../domain/digest.ts";
import type { Sentence } from "../../domain/sentence.ts";
import { supports } from "../../answer/same-point.ts";
import { type Statement, readStatement } from "../../answer/statement.ts";
import type { Analyzer } from "../../text/analyzer.ts";
import { contestedAmong, contradict } from "./contest.ts";
import type { Told } from "./material.ts";
import { neighboursOf } from "./neighbours.ts";
import { inReadingOrder } from "./reading-order.ts";

/** What lines are made with. */
export interface LineMaking {
  readonly analyzer: Analyzer;
  readonly evidenceOf: (sentence: Sentence) => Evidence;
  /** All sentences there were to choose from. */
  readonly told: readonly Told[];
  /** Most lines wanted. */
  readonly wanted: number;
}

/** Sentences that are read closely beside each line. */
const NEIGHBOURS = 12;
/** Further sentences named for one line. */
const MAX_ALSO = 4;

interface Line {
  readonly statement: Statement;
  readonly also: readonly Evidence[];
}

/**
 * Makes lines of chosen sentences: each with the sentences of other articles that say the same, and, where one contradicts
 * it, with that one as a line of its own where there is room.
 */
export function tellLines(making: LineMaking, chosen: readonly Told[]): readonly SummaryLine[] {
  const { wanted } = making;
  const lines: Line[] = [];
  for (const told of chosen) {
    if (lines.length >= wanted) break;
    const { line, rival } = lineOf(making, told);
    if (lines.some((other) => saysTheSame(line, other))) continue;
    lines.push(line);
    if (rival === null || lines.length >= wanted) continue;
    const against: Line = { statement: rival, also: [] };
    if (!lines.some((other) => saysTheSame(against, other))) lines.push(against);
  }
  const ordered = inReadingOrder(lines.map(({ statement }) => statement));
  const contested = contestedAmong(ordered);
  const alsoOf = new Map(lines.map(({ statement, also }) => [statement, also]));
  return ordered.map((statement, place) => ({
    point: pointOf(statement, alsoOf.get(statement) ?? []),
    contested: contested[place] ?? [],
  }));
}

function lineOf(
  { analyzer, evidenceOf, told }: LineMaking,
  one: Told,
): { readonly line: Line; readonly rival: Statement | null } {
  const statement = readStatement(analyzer, evidenceOf(one.sentence));
  const near = neighboursOf(one, told, NEIGHBOURS).map((other) => ({
    statement: readStatement(analyzer, evidenceOf(other.sentence)),
    standing: other.standing,
  }));
  const also = new Map<string, Evidence>();
  for (const other of near) {
    const { evidence } = other.statement;
    const { id } = evidence.sentence.article;
    if (also.size < MAX_ALSO && !also.has(id) && supports(other.statement, statement)) also.set(id, evidence);
  }
  const rival = near.find((other) => other.standing === 1 && contradict(statement, other.statement));
  return { line: { statement, also: [...also.values()] }, rival: rival?.statement ?? null };
}

function saysTheSame(one: Line, other: Line): boolean {
  if (one.statement.folded === other.statement.folded) return true;
  return [other.statement.evidence, ...other.also].some(({ sentence }) => sentence === one.statement.evidence.sentence);
}

function pointOf({ evidence, stance }: Statement, also: readonly Evidence[]): Point {
  return { evidence, also, stance };
}
