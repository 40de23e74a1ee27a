import type { Article } from "../../domain/article.ts";
import { canonicalUrl } from "./canonical-url.ts";

const contentFields = [
  "title",
  "publisher",
  "agency",
  "authors",
  "url",
  "published",
  "language",
  "kind",
  "note",
  "reprintOf",
  "body",
] as const satisfies readonly (keyof Article)[];

/** Names of the fields in which two articles differ; where their files are and what their ids are does not count. */
export function differingFields(a: Article, b: Article): readonly string[] {
  return contentFields.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}

/**
 * The new version of an article. It says what the draft says; what the draft does not know stays as it was, and so does
 * an address that differs only in ways that do not count. What kind of text it is goes with the text: while that is the
 * same, a maintainer's word on it stands.
 */
export function newVersion(existing: Article, draft: Article): Article {
  const isSameUrl =
    existing.url !== null && draft.url !== null && canonicalUrl(existing.url) === canonicalUrl(draft.url);
  return {
    ...draft,
    id: existing.id,
    agency: draft.agency ?? existing.agency,
    authors: draft.authors.length > 0 ? draft.authors : existing.authors,
    url: isSameUrl ? existing.url : (draft.url ?? existing.url),
    published: draft.published ?? existing.published,
    kind: draft.body === existing.body ? existing.kind : draft.kind,
    note: draft.note ?? existing.note,
    reprintOf: draft.reprintOf ?? existing.reprintOf,
  };
}
