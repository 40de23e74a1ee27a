import type { Evidence } from "../domain/answer.ts";
import type { Span } from "../domain/sentence.ts";
import { escapeMarkdown, link } from "./markdown.ts";
import { pieces } from "./quote.ts";
import { type Footnote, footnoteNumber, publishedOn, publisherOf, superscript } from "./sources.ts";

/** A sentence as Discord Markdown, on one line, with the given words set off and its dates spelled out. */
export function sentenceMarkdown({ sentence, dates }: Evidence, strong: readonly Span[]): string {
  return pieces(sentence.text, strong, dates)
    .map(({ text, role }) => {
      const escaped = escapeMarkdown(text);
      return role === "strong" && escaped.trim() !== "" ? `**${escaped}**` : escaped;
    })
    .join("")
    .trim();
}

/** A sentence of an answer with its footnote number; what the question asks for is set off. */
export function citedSentence(evidence: Evidence, footnotes: readonly Footnote[]): string {
  return `${sentenceMarkdown(evidence, evidence.answers)}${superscript(footnoteNumber(footnotes, evidence))}`;
}

/** One footnote: number, publisher, title with its link, date. */
export function footnoteLine({ number, article }: Footnote): string {
  const publisher = escapeMarkdown(publisherOf(article));
  return `-# ${superscript(number)} ${publisher}, ${link(`“${article.title}”`, article.url)}, ${publishedOn(article)}`;
}
