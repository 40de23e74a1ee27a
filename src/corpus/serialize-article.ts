import { stringify } from "yaml";
import type { Article } from "../domain/article.ts";

/** An article as the text of its file, such that `parseArticle` reads it back equal. Fields without a value are left out. */
export function serializeArticle(article: Article): string {
  const { title, publisher, agency, authors, url, published, language, kind, note, reprintOf, body } = article;
  const fields = {
    title,
    publisher,
    ...(agency === null ? {} : { agency }),
    ...(authors.length === 0 ? {} : { authors }),
    url,
    published,
    language,
    kind,
    ...(note === null ? {} : { note }),
    ...(reprintOf === null ? {} : { reprintOf }),
  };
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body}\n`;
}
