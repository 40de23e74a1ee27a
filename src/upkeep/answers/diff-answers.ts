import type { Answer, Point } from "../../domain/answer.ts";
import type {
  AnswerComparison,
  AnswerDifference,
  AnswerDifferenceKind,
  ComparedQuestion,
} from "../../domain/answer-difference.ts";
import type { Library } from "../../domain/command.ts";
import { cleanWords } from "../../answer/clean-words.ts";
import type { Progress } from "../gold/run-gold.ts";
import { shownIn } from "../gold/judge.ts";

/** What is asked of each of the two states that are compared. */
export type Compared = Pick<Library, "ask" | "fingerprint" | "changeSince" | "article">;

/**
 * Asks both states every question, one after the other, and tells which answers differ for whoever reads them.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function diffAnswers(
  before: Compared,
  now: Compared,
  questions: readonly ComparedQuestion[],
  { signal, onProgress }: Progress = {},
): Promise<AnswerComparison> {
  const different = new Map(questions.toReversed().map((one) => [cleanWords(one.text).join(" "), one]));
  const asked = questions.filter((one) => different.get(cleanWords(one.text).join(" ")) === one);
  const differences: AnswerDifference[] = [];
  for (const [done, question] of asked.entries()) {
    signal?.throwIfAborted();
    const wanted = { text: question.text, context: [] };
    const [earlier, later] = [await before.ask(wanted), await now.ask(wanted)];
    const kind = differenceOf({ before: earlier, now: later }, now, before.fingerprint(earlier));
    if (kind !== null) differences.push({ question, kind, before: firstOf(earlier), now: firstOf(later) });
    onProgress?.(done + 1, asked.length);
  }
  return { differences, asked: asked.length };
}

function differenceOf(
  answers: { readonly before: Answer; readonly now: Answer },
  now: Compared,
  seen: string,
): AnswerDifferenceKind | null {
  const [before, later] = [firstOf(answers.before), firstOf(answers.now)];
  const change = now.changeSince(seen, answers.now);
  if (before === null || later === null) {
    if (later !== null) return "answered-now";
    if (before !== null) return "silent-now";
    return change === "same" ? null : "contradiction";
  }
  const [{ sentence: old }, { sentence: fresh }] = [before.evidence, later.evidence];
  if (old.text !== fresh.text) {
    const article = now.article(old.article.id);
    const isRewritten = article !== undefined && !article.body.includes(old.text);
    return isRewritten ? "text-changed" : "other-sentence";
  }
  if (articlesIn(answers.before) !== articlesIn(answers.now)) return "other-articles";
  if (textsIn(answers.before) !== textsIn(answers.now)) return "further-sentences";
  return change === "same" ? null : "contradiction";
}

function firstOf(answer: Answer): Point | null {
  return answer.status === "answered" ? (answer.points[0] ?? null) : null;
}

function articlesIn(answer: Answer): string {
  return [...new Set(shownIn(answer).map(({ articleId }) => articleId))].sort().join("\n");
}

function textsIn(answer: Answer): string {
  return shownIn(answer)
    .map(({ text }) => text)
    .sort()
    .join("\n");
}
