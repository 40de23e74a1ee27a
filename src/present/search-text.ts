import type { SearchPage } from "../domain/answer.ts";
import { cleanText } from "./clean.ts";
import { conditionsLine, withoutQuotesLine } from "./conditions.ts";
import { countFound, publishedOn, publisherOf } from "./sources.ts";
import { nothingHolds, readAs, unusableQuestion } from "./words.ts";

/** Ranked passages as plain text for a terminal. */
export function searchText(page: SearchPage): string {
  if (page.unusable !== null) return cleanText(unusableQuestion(page.unusable));
  const readings = [conditionsLine(page.conditions), ...page.corrections.map(({ asked, read }) => readAs(asked, read))]
    .filter((line) => line !== "")
    .map((line) => cleanText(line));
  if (page.hits.length === 0) return [nothingHolds(page.conditions), ...readings].join("\n");
  const passages = page.hits.map(({ sentence }, place) => {
    const { article } = sentence;
    const source = cleanText(`${publisherOf(article)}, “${article.title}”, ${publishedOn(article)}`);
    return `${String(page.offset + place + 1).padStart(3)}. ${cleanText(sentence.text).trim()}\n     ${source}`;
  });
  const above = page.unquoted.length === 0 ? [] : [cleanText(withoutQuotesLine(page.unquoted)), ""];
  const total = `${countFound(page.total, page.totalIsExact, "passage")} in all`;
  return [...above, ...passages, "", total, ...readings].join("\n");
}
