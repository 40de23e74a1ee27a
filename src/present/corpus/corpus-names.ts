import type { Article } from "../../domain/article.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { cut } from "../text/cut.ts";
import { publisherOf } from "../answers/sources.ts";
import { quoted } from "../text/words.ts";

const TITLE_LENGTH = 120;
const PUBLISHER_LENGTH = 60;

/** An article within a sentence, plain text: “Union calls strike” (Coast Radio). Without a publisher the title alone. */
export function articleNamed(
  words: Words,
  article: Pick<Article, "title" | "publisher" | "agency">,
  length = TITLE_LENGTH,
): string {
  const publisher = shortText(publisherOf(article), Math.min(length, PUBLISHER_LENGTH));
  const title = titled(words, article.title, length);
  return publisher === "" ? title : `${title} (${publisher})`;
}

/** A title in quotation marks, plain text. */
export function titled(words: Words, title: string, length = TITLE_LENGTH): string {
  return quoted(words, shortText(title, length));
}

/** A stranger's text on one line, cut short; plain text. */
export function shortText(text: string, length: number): string {
  return cut(cleanText(text).trim(), length);
}
