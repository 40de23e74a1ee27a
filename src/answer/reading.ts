import type { Condition, UnusableReason } from "../domain/answer.ts";
import type { Result } from "../domain/result.ts";
import { conditionsOf } from "../search/restriction.ts";
import type { SentenceIndex } from "../search/sentence-index.ts";
import { type Syntax, readSyntax } from "../search/syntax.ts";

/** Longest question looked up, in characters: a long sentence, not a pasted page. */
export const MAX_QUESTION_LENGTH = 1_000;

/** A question with its operators read. */
export interface Reading {
  readonly syntax: Syntax;
  readonly conditions: readonly Condition[];
}

/** Reads a question, or says why it cannot be looked up. */
export function readQuestion(index: SentenceIndex, text: string): Result<Reading, UnusableReason> {
  if (text.trim() === "") return { ok: false, error: { id: "empty" } };
  if (text.length > MAX_QUESTION_LENGTH) return { ok: false, error: { id: "too-long" } };
  const syntax = readSyntax(text);
  if (syntax.malformed !== null) return { ok: false, error: { id: "date-unreadable", ...syntax.malformed } };
  const conditions = conditionsOf(index.articles, syntax);
  for (const condition of conditions) {
    if (condition.kind === "publisher" && condition.names.length === 0) {
      return { ok: false, error: { id: "publisher-unknown", typed: condition.typed } };
    }
  }
  return { ok: true, value: { syntax, conditions } };
}

/** What is missing from a question in which no word can be looked up. */
export function wordless(conditions: readonly Condition[]): UnusableReason {
  return { id: conditions.every((condition) => isPhrase(condition)) ? "no-words" : "only-conditions" };
}

/** Whether a sentence must hold a phrase, and not go without it. */
export function isPhrase(condition: Condition): condition is Extract<Condition, { kind: "phrase" }> {
  return condition.kind === "phrase" && !condition.excluded;
}
