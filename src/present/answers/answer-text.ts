import type { Answer, Disagreement, Passage, Point } from "../../domain/answer.ts";
import type { Article } from "../../domain/article.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { conditionsLine } from "./conditions.ts";
import { toldDisagreement } from "./disagreements.ts";
import { languageLines } from "../text/language-line.ts";
import { pieces } from "../text/quote.ts";
import {
  type Footnote,
  articlesBehind,
  asOf,
  counts,
  evidenceBehind,
  footnoteNumbers,
  footnotesOf,
  publishedOn,
  publisherOf,
} from "./sources.ts";
import { quoted, readAs, unknownWords, unusableQuestion } from "../text/words.ts";

/**
 * An answer as plain text for a terminal: sentences with `[1]`, then the footnotes, then how well founded it is.
 *
 * @param languages BCP 47 tags of the languages the articles are written in
 * @param independentSources how many of some articles are independent of each other
 */
export function answerText(
  words: Words,
  answer: Answer,
  newest: string | null,
  languages: readonly string[] = ["en"],
  independentSources: (articles: readonly Article[]) => number = ({ length }) => length,
): string {
  switch (answer.status) {
    case "answered": {
      const { points, disagreements } = answer;
      const notes = footnotesOf(evidenceBehind(points));
      return blocks([
        sentences(words, points, notes),
        ...disagreements.map((one) => sideBySide(words, one, points, notes)),
        footnotes(words, notes),
        [counts(words, articlesBehind(evidenceBehind(points)), independentSources), asOf(words, newest)]
          .filter((part) => part !== "")
          .join(" · "),
        readings(words, answer, languages),
      ]);
    }
    case "not-in-articles": {
      const { closest, contradiction } = answer;
      const otherwise = contradiction === null ? [] : [contradiction];
      const notes = footnotesOf(evidenceBehind([...otherwise, ...closest]));
      const unknown = answer.unknownWords.slice(0, 3);
      return blocks([
        [words.say("answer.silence"), unknown.length > 0 ? cleanText(unknownWords(words, unknown)) : ""]
          .join(" ")
          .trim(),
        otherwise.length > 0 ? `${words.say("answer.contradicted")}\n\n${sentences(words, otherwise, notes)}` : "",
        closest.length > 0 ? `${words.say("answer.closest")}\n\n${sentences(words, closest, notes)}` : "",
        footnotes(words, notes),
        asOf(words, newest),
        readings(words, answer, languages),
      ]);
    }
    case "unusable-question": {
      return cleanText(unusableQuestion(words, answer.reason));
    }
  }
}

/** What stands around a sentence in its article, the sentence itself between arrows. */
export function passageText(words: Words, { article, before, sentence, after }: Passage): string {
  const line = (text: string): string => cleanText(text).trim();
  return [
    `${line(publisherOf(article))}, ${quoted(words, line(article.title))}, ${publishedOn(words, article)}`,
    ...before.map(({ text }) => `    ${line(text)}`),
    `  → ${line(sentence.text)}`,
    ...after.map(({ text }) => `    ${line(text)}`),
  ].join("\n");
}

export function sentences(words: Words, points: readonly Point[], notes: readonly Footnote[]): string {
  return points
    .map((point) => {
      const { sentence, dates } = point.evidence;
      const text = pieces(words, sentence.text, [], dates)
        .map((piece) => piece.text)
        .join("");
      return `${cleanText(text).trim()} ${bracketed(footnoteNumbers(notes, [point]))}`;
    })
    .join("\n");
}

function sideBySide(
  words: Words,
  disagreement: Disagreement,
  points: readonly Point[],
  notes: readonly Footnote[],
): string {
  const { heading, sides } = toldDisagreement(words, disagreement, points, notes);
  return [heading, ...sides.map(({ label, footnotes: own }) => `- ${label} ${bracketed(own)}`)].join("\n");
}

export function bracketed(numbers: readonly number[]): string {
  return numbers.map((number) => `[${String(number)}]`).join("");
}

export function footnotes(words: Words, notes: readonly Footnote[]): string {
  return notes.map((footnote) => footnoteText(words, footnote)).join("\n");
}

function footnoteText(words: Words, { number, article }: Footnote): string {
  const title = quoted(words, article.title);
  const line = `[${String(number)}] ${publisherOf(article)}, ${title}, ${publishedOn(words, article)}`;
  return article.url === null ? cleanText(line) : `${cleanText(line)}\n    ${cleanText(article.url)}`;
}

function readings(
  words: Words,
  answer: Exclude<Answer, { status: "unusable-question" }>,
  languages: readonly string[],
): string {
  const { conditions, corrections } = answer;
  return [
    ...languageLines(words, answer, languages),
    conditionsLine(words, conditions),
    ...corrections.map(({ asked, read }) => readAs(words, asked, read)),
  ]
    .filter((line) => line !== "")
    .map((line) => cleanText(line))
    .join("\n");
}

export function blocks(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
