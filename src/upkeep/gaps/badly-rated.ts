import type { BadlyRatedQuestion } from "../../domain/gap.ts";
import type { Feedback } from "../../domain/store.ts";
import { wordingKey } from "./wording.ts";

/** Questions whose answers people said were not right, each once; who said so, and why, stays out of it. */
export function badlyRatedQuestions(feedback: readonly Feedback[]): readonly BadlyRatedQuestion[] {
  const questions = new Map<string, BadlyRatedQuestion>();
  for (const { question, verdict, at } of feedback) {
    if (verdict !== "not-right") continue;
    const day = at.slice(0, "2026-01-31".length);
    const known = questions.get(wordingKey(question)) ?? { text: question, times: 0, firstDay: day, lastDay: day };
    questions.set(wordingKey(question), {
      text: known.text,
      times: known.times + 1,
      firstDay: day < known.firstDay ? day : known.firstDay,
      lastDay: day > known.lastDay ? day : known.lastDay,
    });
  }
  return [...questions.values()];
}
