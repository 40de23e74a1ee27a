import type { Article } from "../../domain/article.ts";
import type { Choice } from "../../domain/command.ts";
import type { Words } from "../../domain/words.ts";
import { cleanText } from "./clean.ts";
import { cut } from "./cut.ts";
import { LIMITS } from "./limits.ts";
import { publishedOn, publisherOf } from "../answers/sources.ts";

/** An article as it is proposed while someone types: date and publisher, then as much of the title as fits. */
export function articleChoice(words: Words, article: Article): Choice {
  const label = cleanText(`${publishedOn(words, article)} · ${publisherOf(article)} · ${article.title}`).trim();
  return { label: cut(label, LIMITS.autocomplete.labelLength), value: article.id };
}

/**
 * What a question may become, as it is proposed while someone types. What was typed comes first, so that pressing Enter asks
 * it as it stands; where it is too long to be proposed, nothing is.
 */
export function questionChoices(typed: string, proposals: readonly string[], maxLength: number): readonly Choice[] {
  const most = Math.min(maxLength, LIMITS.autocomplete.valueLength);
  if (typed.length > most) return [];
  const values = [...new Set([typed.trim(), ...proposals])].filter((value) => value !== "" && value.length <= most);
  return values
    .slice(0, LIMITS.autocomplete.choices)
    .map((value) => ({ label: cut(cleanText(value).trim(), LIMITS.autocomplete.labelLength), value }));
}
