import type { Article } from "../domain/article.ts";
import type { Choice } from "../domain/command.ts";
import { cleanText } from "./clean.ts";
import { cut } from "./cut.ts";
import { LIMITS } from "./limits.ts";
import { publishedOn, publisherOf } from "./sources.ts";

/** An article as it is proposed while someone types: date and publisher, then as much of the title as fits. */
export function articleChoice(article: Article): Choice {
  const label = cleanText(`${publishedOn(article)} · ${publisherOf(article)} · ${article.title}`).trim();
  return { label: cut(label, LIMITS.autocomplete.labelLength), value: article.id };
}
