import type { Answer } from "../../domain/answer.ts";
import type { Words } from "../../domain/words.ts";
import { shownPoints } from "../answers/shown-points.ts";

type Asked = Exclude<Answer, { status: "unusable-question" }>;

/**
 * Says, each in a line, that a question was asked in another language than the articles are written in, or that what is
 * quoted is in another than the reader's.
 *
 * @param languages BCP 47 tags of the articles' languages
 */
export function languageLines(words: Words, answer: Asked, languages: readonly string[]): readonly string[] {
  const { language } = answer.explanation;
  if (languages.length > 0 && !languages.some((one) => baseOf(one) === baseOf(language))) {
    const written = words.list(
      languages.map((tag) => words.languageName(tag)),
      "and",
    );
    return [words.say("answer.question-language", { written, asked: words.languageName(language) })];
  }
  const quoted = [...new Set(shownPoints(answer).map(({ evidence }) => baseOf(evidence.sentence.article.language)))];
  if (answer.status !== "answered" || quoted.includes(baseOf(words.language))) return [];
  const names = quoted.map((tag) => words.languageName(tag));
  return [words.say("answer.language", { language: words.list(names, "and") })];
}

function baseOf(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? tag;
}
