import type { Answer, Disagreement, Passage, Point } from "../domain/answer.ts";
import { cleanText } from "./clean.ts";
import { conditionsLine } from "./conditions.ts";
import { toldDisagreement } from "./disagreements.ts";
import { languageLine } from "./language-line.ts";
import { pieces } from "./quote.ts";
import {
  type Footnote,
  asOf,
  evidenceBehind,
  footnoteNumbers,
  footnotesOf,
  foundation,
  publishedOn,
  publisherOf,
} from "./sources.ts";
import { CLOSEST, CONTRADICTED, NOT_IN_ARTICLES, readAs, unknownWords, unusableQuestion } from "./words.ts";

/** An answer as plain text for a terminal: sentences with `[1]`, then the footnotes, then how well founded it is. */
export function answerText(answer: Answer, newest: string | null, languages: readonly string[] = ["en"]): string {
  switch (answer.status) {
    case "answered": {
      const { points, disagreements } = answer;
      const notes = footnotesOf(evidenceBehind(points));
      return blocks([
        sentences(points, notes),
        ...disagreements.map((one) => sideBySide(one, points, notes)),
        footnotes(notes),
        foundation(evidenceBehind(points), newest),
        readings(answer, languages),
      ]);
    }
    case "not-in-articles": {
      const { closest, contradiction } = answer;
      const otherwise = contradiction === null ? [] : [contradiction];
      const notes = footnotesOf(evidenceBehind([...otherwise, ...closest]));
      const unknown = answer.unknownWords.slice(0, 3);
      return blocks([
        [NOT_IN_ARTICLES, unknown.length > 0 ? cleanText(unknownWords(unknown)) : ""].join(" ").trim(),
        otherwise.length > 0 ? `${CONTRADICTED}\n\n${sentences(otherwise, notes)}` : "",
        closest.length > 0 ? `${CLOSEST}\n\n${sentences(closest, notes)}` : "",
        footnotes(notes),
        asOf(newest),
        readings(answer, languages),
      ]);
    }
    case "unusable-question": {
      return cleanText(unusableQuestion(answer.reason));
    }
  }
}

/** What stands around a sentence in its article, the sentence itself between arrows. */
export function passageText({ article, before, sentence, after }: Passage): string {
  const line = (text: string): string => cleanText(text).trim();
  return [
    `${line(publisherOf(article))}, “${line(article.title)}”, ${publishedOn(article)}`,
    ...before.map(({ text }) => `    ${line(text)}`),
    `  → ${line(sentence.text)}`,
    ...after.map(({ text }) => `    ${line(text)}`),
  ].join("\n");
}

function sentences(points: readonly Point[], notes: readonly Footnote[]): string {
  return points
    .map((point) => {
      const { sentence, dates } = point.evidence;
      const text = pieces(sentence.text, [], dates)
        .map((piece) => piece.text)
        .join("");
      return `${cleanText(text).trim()} ${bracketed(footnoteNumbers(notes, [point]))}`;
    })
    .join("\n");
}

function sideBySide(disagreement: Disagreement, points: readonly Point[], notes: readonly Footnote[]): string {
  const { heading, sides } = toldDisagreement(disagreement, points, notes);
  return [heading, ...sides.map(({ label, footnotes: own }) => `- ${label} ${bracketed(own)}`)].join("\n");
}

function bracketed(numbers: readonly number[]): string {
  return numbers.map((number) => `[${String(number)}]`).join("");
}

function footnotes(notes: readonly Footnote[]): string {
  return notes.map((footnote) => footnoteText(footnote)).join("\n");
}

function footnoteText({ number, article }: Footnote): string {
  const line = `[${String(number)}] ${publisherOf(article)}, “${article.title}”, ${publishedOn(article)}`;
  return article.url === null ? cleanText(line) : `${cleanText(line)}\n    ${cleanText(article.url)}`;
}

function readings(answer: Exclude<Answer, { status: "unusable-question" }>, languages: readonly string[]): string {
  const { conditions, corrections } = answer;
  return [
    languageLine(answer, languages),
    conditionsLine(conditions),
    ...corrections.map(({ asked, read }) => readAs(asked, read)),
  ]
    .filter((line) => line !== "")
    .map((line) => cleanText(line))
    .join("\n");
}

function blocks(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
