import type { Result } from "../../src/domain/result.ts";
import type { AskedBefore, Feedback, Follow, StoreFailure } from "../../src/domain/store.ts";

/** What succeeded; fails with the reason otherwise. */
export async function done<T>(stored: Promise<Result<T, StoreFailure>>): Promise<T> {
  const result = await stored;
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}

export function feedbackOf(changed: Partial<Feedback> = {}): Feedback {
  return {
    person: "100",
    server: "7",
    event: "ferry",
    question: "Who sank the ferry?",
    verdict: "not-right",
    reason: "it was the other ship",
    shown: ["abc:12", "def:0"],
    corpusVersion: "0123456789ab",
    at: "2026-05-01T10:00:00.000Z",
    ...changed,
  };
}

export function questionOf(changed: Partial<AskedBefore> = {}): AskedBefore {
  return {
    text: "How deep is the harbour?",
    server: "7",
    event: "ferry",
    outcome: "not-in-articles",
    confidence: 0.2,
    corpusVersion: "0123456789ab",
    day: "2026-05-01",
    ...changed,
  };
}

export function followOf(changed: Partial<Omit<Follow, "id">> = {}): Omit<Follow, "id"> {
  return {
    person: "100",
    event: "ferry",
    question: "Who sank the ferry?",
    context: ["Was there a ferry?", "The ferry left at nine."],
    seen: "fingerprint",
    language: "de",
    since: "2026-05-01T10:00:00.000Z",
    ...changed,
  };
}
