import type { SearchPage } from "../../domain/answer.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "../text/clean.ts";
import { conditionsLine, withoutQuotesLine } from "./conditions.ts";
import { countFound, publishedOn, publisherOf } from "./sources.ts";
import { nothingHolds, quoted, readAs, unusableQuestion } from "../text/words.ts";

/** Ranked passages as plain text for a terminal. */
export function searchText(words: Words, page: SearchPage): string {
  if (page.unusable !== null) return cleanText(unusableQuestion(words, page.unusable));
  const readings = [
    conditionsLine(words, page.conditions),
    ...page.corrections.map(({ asked, read }) => readAs(words, asked, read)),
  ]
    .filter((line) => line !== "")
    .map((line) => cleanText(line));
  if (page.hits.length === 0) return [nothingHolds(words, page.conditions), ...readings].join("\n");
  const passages = page.hits.map(({ sentence }, place) => {
    const { article } = sentence;
    const source = cleanText(
      `${publisherOf(article)}, ${quoted(words, article.title)}, ${publishedOn(words, article)}`,
    );
    return `${String(page.offset + place + 1).padStart(3)}. ${cleanText(sentence.text).trim()}\n     ${source}`;
  });
  const above = page.unquoted.length === 0 ? [] : [cleanText(withoutQuotesLine(words, page.unquoted)), ""];
  const total = `${countFound(words, page)} in all`;
  return [...above, ...passages, "", total, ...readings].join("\n");
}
