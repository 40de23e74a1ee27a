import type { Article } from "../../domain/article.ts";
import type { ArticleVersion, WithdrawnArticle } from "../../domain/keeping.ts";
import { count } from "../text/count.ts";
import { plain } from "../text/plain-line.ts";

/** Characters of the longest date. */
const DATE = 10;

/** An article in a line of a list, for a terminal. */
export function articleLine({ id, published, publisher, title, reprintOf }: Article): string {
  const of = reprintOf === null ? "" : ` (reprint of ${plain(reprintOf)})`;
  return `${(published ?? "-").padEnd(DATE)}  ${plain(id)}  ${plain(publisher)}: ${plain(title, 300)}${of}`;
}

export function withdrawnLine({ id, article, on, reason }: WithdrawnArticle): string {
  const title = article === null ? "its file cannot be read" : plain(article.title, 300);
  return `withdrawn   ${plain(id)}  ${title} (${on ?? "-"}: ${plain(reason ?? "-", 300)})`;
}

/** An article with its fields and its text, for a terminal. */
export function articleText(article: Article): string {
  const { id, title, publisher, agency, authors, url, published, language, kind, note, reprintOf, body } = article;
  const fields = [
    ["id", id],
    ["title", title],
    ["publisher", publisher],
    ["agency", agency],
    ["authors", authors.length === 0 ? null : authors.join(", ")],
    ["url", url],
    ["published", published],
    ["language", language],
    ["kind", kind],
    ["note", note],
    ["reprintOf", reprintOf],
  ] as const;
  const told = fields.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${plain(value, 2_000)}`]));
  const lines = body.split("\n").map((line) => plain(line, line.length + 1));
  return [...told, "", ...lines].join("\n");
}

/** The earlier versions of an article, the last that was replaced first. */
export function versionsText(versions: readonly ArticleVersion[]): string {
  const lines = versions.map(({ version, keptAt, bytes }) => `${version}  replaced ${keptAt}  ${count(bytes, "byte")}`);
  return [...lines, count(versions.length, "earlier version")].join("\n");
}
