import type { Evidence, Point } from "../../domain/answer.ts";
import type { Article, PartialDate } from "../../domain/article.ts";
import type { Span } from "../../domain/sentence.ts";
import type { Words } from "../../domain/words.ts";
import { ageBefore } from "./age.ts";
import { cutAtWord } from "./cut.ts";
import { escapeMarkdown, link, linkTarget } from "./markdown.ts";
import { pieces } from "./quote.ts";
import {
  type Footnote,
  footnoteNumbers,
  publishedOn,
  publisherOf,
  superscript,
  superscripts,
} from "../answers/sources.ts";
import { quoted } from "./words.ts";

/** A sentence as Discord Markdown, on one line, with the given words set off and its dates spelled out. */
export function sentenceMarkdown(words: Words, { sentence, dates }: Evidence, strong: readonly Span[]): string {
  return pieces(words, sentence.text, strong, dates)
    .map(({ text, role }) => {
      const escaped = escapeMarkdown(text);
      return role === "strong" && escaped.trim() !== "" ? `**${escaped}**` : escaped;
    })
    .join("")
    .trim();
}

/** A sentence cut to at most `length` characters, without what stood beyond. */
export function shortened(evidence: Evidence, length: number): Evidence {
  if (evidence.sentence.text.length <= length) return evidence;
  const text = cutAtWord(evidence.sentence.text, length);
  const inside = ({ end }: Span): boolean => end < text.length;
  return {
    ...evidence,
    sentence: { ...evidence.sentence, text },
    matches: evidence.matches.filter((match) => inside(match)),
    answers: evidence.answers.filter((answer) => inside(answer)),
    dates: evidence.dates.filter((date) => inside(date)),
  };
}

/** A point with the numbers of its footnotes; what the question asks for is set off. */
export function citedPoint(words: Words, point: Point, footnotes: readonly Footnote[]): string {
  const { evidence } = point;
  return sentenceMarkdown(words, evidence, evidence.answers) + superscripts(footnoteNumbers(footnotes, [point]));
}

/** What a footnote tells of an article, which may have gone since. */
type Noted = Pick<Footnote, "number" | "url"> & {
  readonly article: Pick<Article, "title" | "publisher" | "agency" | "url" | "published">;
};

/**
 * One footnote: number, publisher, title with its link, date, and how much older it is than the newest article.
 *
 * @param room characters shown of the title and of the publisher's name; longest address that is linked
 */
export function footnoteLine(
  words: Words,
  { number, article, url }: Noted,
  room: { readonly title: number; readonly url: number },
  newest: PartialDate | null = null,
): string {
  const publisher = escapeMarkdown(cutAtWord(publisherOf(article), room.title));
  // Rather the article as a whole than no link at all.
  const target = [url, article.url].find((one) => one !== null && (linkTarget(one) ?? "").length <= room.url) ?? null;
  const title = link(quoted(words, cutAtWord(article.title, room.title)), target);
  const age = ageBefore(words, article.published, newest);
  const date = publishedOn(words, article) + (age === "" ? "" : ` · ${age}`);
  return `-# ${superscript(number)} ${publisher}, ${title}, ${date}`;
}
