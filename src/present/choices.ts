import type { Article } from "../domain/article.ts";
import type { Choice } from "../domain/command.ts";
import { cleanText } from "./clean.ts";
import { cut } from "./cut.ts";
import { publishedOn, publisherOf } from "./sources.ts";

/** Longest proposal Discord shows. */
const CHOICE_LENGTH = 100;

/** An article as it is proposed while someone types: date and publisher, then as much of the title as fits. */
export function articleChoice(article: Article): Choice {
  const label = cleanText(`${publishedOn(article)} · ${publisherOf(article)} · ${article.title}`).trim();
  return { label: cut(label, CHOICE_LENGTH), value: article.id };
}
