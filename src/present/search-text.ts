import type { SearchPage } from "../domain/answer.ts";
import { cleanText } from "./clean.ts";
import { count, publishedOn, publisherOf } from "./sources.ts";
import { readAs } from "./words.ts";

/** Ranked passages as plain text for a terminal. */
export function searchText(page: SearchPage): string {
  const corrections = page.corrections.map(({ asked, read }) => cleanText(readAs(asked, read)));
  if (page.hits.length === 0) return ["No article holds these words.", ...corrections].join("\n");
  const passages = page.hits.map(({ sentence }, place) => {
    const { article } = sentence;
    const source = cleanText(`${publisherOf(article)}, “${article.title}”, ${publishedOn(article)}`);
    return `${String(page.offset + place + 1).padStart(3)}. ${cleanText(sentence.text).trim()}\n     ${source}`;
  });
  return [...passages, "", `${count(page.total, "passage")} in all`, ...corrections].join("\n");
}
