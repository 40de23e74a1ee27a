import { createHash } from "node:crypto";
import type { Article } from "../domain/article.ts";
import type { NewsEvent } from "../domain/corpus.ts";

/**
 * First 12 hex digits of a SHA-256 over everything a reader could see: the event and every article, whatever the order
 * of the files, their paths or the folder's name.
 */
export function corpusVersion(event: NewsEvent, articles: readonly Article[]): string {
  const hash = createHash("sha256");
  const { name, description, languages, timeZone, glossary, examples } = event;
  hash.update(JSON.stringify([name, description, languages, timeZone, glossary, examples]));
  for (const article of articles.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { id, title, publisher, agency, authors, url, published, language, kind, note, body, reprintOf } = article;
    const shown = [id, title, publisher, agency, authors, url, published, language, kind, note, body];
    // Left out where there is none: versions written down before there were such links stay true.
    hash.update(JSON.stringify(reprintOf === null ? shown : [...shown, reprintOf]));
  }
  return hash.digest("hex").slice(0, 12);
}
