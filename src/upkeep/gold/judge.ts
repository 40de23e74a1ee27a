import type { Answer } from "../../domain/answer.ts";
import type { GoldFailure, GoldQuestion, GoldResult, ShownSentence } from "../../domain/gold.ts";
import { fold } from "../../text/fold.ts";

/** Whether an answer is what a gold question expects. */
export function judge(gold: GoldQuestion, answer: Answer): GoldResult {
  const shown = shownIn(answer);
  return { gold, failure: failureOf(gold, answer, shown), shown };
}

/** Every sentence that an answer cites, in the order of its points; none where it is silent. */
export function shownIn(answer: Answer): readonly ShownSentence[] {
  if (answer.status !== "answered") return [];
  return answer.points.flatMap(({ evidence, also }) =>
    [evidence, ...also].map(({ sentence: { article, text } }) => ({ articleId: article.id, text })),
  );
}

function failureOf(gold: GoldQuestion, answer: Answer, shown: readonly ShownSentence[]): GoldFailure | null {
  if (answer.status === "unusable-question") return { id: "unusable" };
  if (gold.expect === "not-in-articles") {
    return answer.status === "answered" ? { id: "answered-though-silent-expected" } : null;
  }
  if (answer.status !== "answered") return { id: "not-answered" };
  const { articles, contains } = gold;
  if (articles.length > 0 && !shown.some(({ articleId }) => articles.includes(articleId))) {
    return { id: "other-article", expected: articles };
  }
  const texts = shown.map(({ text }) => plain(text));
  const missing = contains.filter((wanted) => !texts.some((text) => text.includes(plain(wanted))));
  return missing.length > 0 ? { id: "words-missing", missing } : null;
}

/** A text as it is compared: without case, accents, kinds of apostrophes and runs of white space. */
function plain(text: string): string {
  return fold(text)
    .replaceAll(/[‘’ʼ`´]/gu, "'")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
