import type { Answer, Evidence, Passage, Point } from "../domain/answer.ts";
import { cleanText } from "./clean.ts";
import { conditionsLine } from "./conditions.ts";
import { pieces } from "./quote.ts";
import { type Footnote, foundation, footnoteNumber, footnotesOf, asOf, publishedOn, publisherOf } from "./sources.ts";
import { CLOSEST, NOT_IN_ARTICLES, readAs, unknownWords, unusableQuestion } from "./words.ts";

/** An answer as plain text for a terminal: sentences with `[1]`, then the footnotes, then how well founded it is. */
export function answerText(answer: Answer, newest: string | null): string {
  switch (answer.status) {
    case "answered": {
      return blocks([
        sentences(quoted(answer.points)),
        footnotes(quoted(answer.points)),
        foundation(quoted(answer.points), newest),
        readings(answer),
      ]);
    }
    case "not-in-articles": {
      const unknown = answer.unknownWords.slice(0, 3);
      return blocks([
        [NOT_IN_ARTICLES, unknown.length > 0 ? cleanText(unknownWords(unknown)) : ""].join(" ").trim(),
        answer.closest.length > 0 ? `${CLOSEST}\n\n${sentences(quoted(answer.closest))}` : "",
        footnotes(quoted(answer.closest)),
        asOf(newest),
        readings(answer),
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

function quoted(points: readonly Point[]): readonly Evidence[] {
  return points.map(({ evidence }) => evidence);
}

function sentences(evidence: readonly Evidence[]): string {
  const notes = footnotesOf(evidence);
  return evidence
    .map((one) => {
      const text = pieces(one.sentence.text, [], one.dates)
        .map((piece) => piece.text)
        .join("");
      return `${cleanText(text).trim()} [${String(footnoteNumber(notes, one))}]`;
    })
    .join("\n");
}

function footnotes(evidence: readonly Evidence[]): string {
  return footnotesOf(evidence)
    .map((footnote) => footnoteText(footnote))
    .join("\n");
}

function footnoteText({ number, article }: Footnote): string {
  const line = `[${String(number)}] ${publisherOf(article)}, “${article.title}”, ${publishedOn(article)}`;
  return article.url === null ? cleanText(line) : `${cleanText(line)}\n    ${cleanText(article.url)}`;
}

function readings({ conditions, corrections }: Exclude<Answer, { status: "unusable-question" }>): string {
  return [conditionsLine(conditions), ...corrections.map(({ asked, read }) => readAs(asked, read))]
    .filter((line) => line !== "")
    .map((line) => cleanText(line))
    .join("\n");
}

function blocks(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
