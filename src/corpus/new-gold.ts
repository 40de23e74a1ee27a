import type { GoldQuestion } from "../domain/gold.ts";
import { goldLimits } from "./parse-gold.ts";
import { numberedId, slugOf } from "./slug.ts";

/**
 * A gold question of one that was asked, on one line, with an id made of its words that none of the others has.
 *
 * @param given what is known of the answer; the rest is left open
 */
export function newGold(
  question: string,
  given: Partial<Omit<GoldQuestion, "id" | "question">>,
  others: readonly GoldQuestion[],
): GoldQuestion {
  const text = question.replaceAll(/\s+/gu, " ").trim().slice(0, goldLimits.questionLength);
  const taken = new Set(others.map(({ id }) => id));
  let attempt = 0;
  while (taken.has(numberedId(slugOf(text), attempt))) attempt += 1;
  return {
    id: numberedId(slugOf(text), attempt),
    question: text,
    expect: given.expect ?? "answered",
    articles: given.articles ?? [],
    contains: given.contains ?? [],
    note: given.note ?? null,
    added: given.added ?? null,
  };
}
