import type { Article } from "../domain/article.ts";
import type { Sentence } from "../domain/sentence.ts";
import { splitSentences } from "./sentences.ts";

/** The sentences of an article's body, in order; `article.body.slice(start, end) === text` for each. */
export function sentencesOf(article: Article): readonly Sentence[] {
  return splitSentences(article.body).map(({ start, end, paragraph }, position) => ({
    article,
    position,
    paragraph,
    text: article.body.slice(start, end),
    start,
    end,
  }));
}
