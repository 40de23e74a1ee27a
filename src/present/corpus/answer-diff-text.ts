import type { Point } from "../../domain/answer.ts";
import type { AnswerComparison, AnswerDifference, AnswerDifferenceKind } from "../../domain/answer-difference.ts";
import type { ArticleChange } from "../../domain/gold.ts";
import { cleanText } from "../text/clean.ts";
import { count } from "../text/count.ts";
import { publisherOf } from "../answers/sources.ts";

const KINDS: Readonly<Record<AnswerDifferenceKind, string>> = {
  "answered-now": "answered now",
  "silent-now": "no longer answered",
  "text-changed": "the sentence was changed",
  "other-sentence": "another sentence stands first",
  "other-articles": "other articles are cited",
  "further-sentences": "other sentences follow",
  contradiction: "what contradicts it is another",
};

const SIGNS = { added: "+", changed: "~", withdrawn: "-" } as const;
/** Articles named one by one. */
const MAX_NAMED = 50;

/** Articles that two states differ in, a line each, then how many. */
export function articleChangesText(changes: readonly ArticleChange[]): string {
  const named = changes.slice(0, MAX_NAMED).map(({ id, how }) => `${SIGNS[how]} ${cleanText(id)}`);
  const rest = changes.length - named.length;
  const of = (how: ArticleChange["how"]): string => String(changes.filter((one) => one.how === how).length);
  return [
    ...named,
    ...(rest > 0 ? [`… and ${String(rest)} more`] : []),
    `Articles: ${of("added")} added, ${of("changed")} changed, ${of("withdrawn")} withdrawn.`,
  ].join("\n");
}

/** Questions that two states answer differently: the first sentence before, and the one now, each with its source. */
export function answerDiffText({ differences, asked }: AnswerComparison): string {
  const end =
    differences.length === 0
      ? `${count(asked, "question")} asked: all are answered as before.`
      : `${count(asked, "question")} asked: ${String(differences.length)} answered differently.`;
  return [...differences.map((one) => differenceText(one)), end].join("\n");
}

function differenceText({ question, kind, before, now }: AnswerDifference): string {
  return [
    `${cleanText(question.text)} (${KINDS[kind]})`,
    `    before: ${pointText(before)}`,
    `    now:    ${pointText(now)}`,
  ].join("\n");
}

function pointText(point: Point | null): string {
  if (point === null) return "the articles do not say";
  const { article, text } = point.evidence.sentence;
  return cleanText(`${text.trim()} [${publisherOf(article)}, ${article.published ?? "undated"}, ${article.id}]`);
}
