import type { Article } from "../../domain/article.ts";
import type { ActionRef, Form, FormField } from "../../domain/reply.ts";
import type { Words } from "../../domain/words.ts";

/** Names of the fields. */
export const ARTICLE_FIELDS = {
  title: "title",
  publisher: "publisher",
  published: "published",
  url: "url",
  language: "language",
} as const;

const TITLE_LENGTH = 300;
const PUBLISHER_LENGTH = 100;
const DATE_LENGTH = 60;
const URL_LENGTH = 2_000;
const LANGUAGE_LENGTH = 35;

/** Asks what a page says otherwise of itself, or not at all. What is left empty stays as it was. */
export function correctForm(words: Words, article: Article, action: ActionRef): Form {
  const field = (
    name: keyof typeof ARTICLE_FIELDS,
    label: string,
    maxLength: number,
    value: string | null,
  ): FormField => ({
    name,
    label,
    lines: "one",
    required: false,
    maxLength,
    value: value === null || value.length > maxLength ? null : value,
  });
  return {
    title: words.say("form.correct"),
    action,
    fields: [
      field("title", words.say("form.article-title"), TITLE_LENGTH, article.title),
      field("publisher", words.say("form.article-publisher"), PUBLISHER_LENGTH, article.publisher),
      field("published", words.say("form.article-date"), DATE_LENGTH, article.published),
      field("url", words.say("form.article-address"), URL_LENGTH, article.url),
      field("language", words.say("form.article-language"), LANGUAGE_LENGTH, article.language),
    ],
  };
}
