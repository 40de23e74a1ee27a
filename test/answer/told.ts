import type { Answer, Evidence, Point } from "../../src/domain/answer.ts";
import type { Article } from "../../src/domain/article.ts";
import type { GlossaryEntry } from "../../src/domain/corpus.ts";
import { findDates } from "../../src/text/dates.ts";
import { article, corpusOf } from "../fixtures/articles.ts";
import { answererOf, shippedModels } from "../fixtures/models.ts";

/** A sentence of an article of its own, as ranking hands it on; it holds the given words of the question. */
export function evidenceOf(
  text: string,
  given: Partial<Article> & { readonly score?: number } = {},
  asked = "",
): Evidence {
  const of = article({ id: text.slice(0, 40), body: text, ...given });
  const carried = asked.split(" ").filter((word) => text.toLowerCase().includes(word.slice(0, 4)) && word !== "");
  return {
    sentence: { article: of, position: 0, paragraph: 0, start: 0, end: text.length, text },
    score: given.score ?? 1,
    matches: [],
    answers: [],
    contributions: carried.map((word) => ({ asked: word, matched: word, how: "exact", field: "sentence", score: 1 })),
    dates: findDates(text, of.published),
    passageUrl: null,
  };
}

/** Sentences of something else, so that the words of a question are as rare as they are in a corpus. */
const FILLER: readonly string[] = ["rye", "oats", "barley", "hops", "flax", "hemp"].flatMap((crop) => [
  `Farmers of the inland valleys sowed less ${crop} than their parents.`,
  `Prices for ${crop} moved little while frost lasted.`,
  `A museum of ${crop} opens its doors to pupils.`,
  `Researchers bred ${crop} that withstands drought.`,
]);

type Told = string | (Partial<Article> & { readonly body: string });

/** Asks a corpus of these articles. */
export function answerFrom(
  told: readonly Told[],
  question: string,
  threshold = 0.5,
  glossary: readonly GlossaryEntry[] = [],
): Answer {
  const articles = [...told, ...FILLER].map((one, number) =>
    article({ id: `a${String(number)}`, title: "News", ...(typeof one === "string" ? { body: one } : one) }),
  );
  return answererOf(shippedModels(), corpusOf(articles, glossary), { threshold }).ask({ text: question, context: [] });
}

/** The answer to a question that must have one. */
export function answered(answer: Answer): Extract<Answer, { status: "answered" }> {
  if (answer.status !== "answered") throw new Error(answer.status);
  return answer;
}

/** The silence to a question that must not have an answer. */
export function unanswered(answer: Answer): Extract<Answer, { status: "not-in-articles" }> {
  if (answer.status !== "not-in-articles") throw new Error(answer.status);
  return answer;
}

export const textOf = ({ evidence }: Point): string => evidence.sentence.text;
