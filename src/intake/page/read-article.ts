import { checkBody } from "../../corpus/check-body.ts";
import { articleOf, checkArticleFields } from "../../corpus/parse-article.ts";
import { nameOfPath } from "../../corpus/schema-problems.ts";
import { slugOf } from "../../corpus/slug.ts";
import type { GivenFields, SourceReading } from "../../domain/intake.ts";
import type { Problem, ProblemDetail } from "../../domain/problem.ts";
import { addressOf } from "./address.ts";
import { agencyOf } from "./agency.ts";
import { authorsOf } from "./authors.ts";
import type { FieldValue } from "./choose-value.ts";
import { readJsonLd } from "./json-ld.ts";
import { findJsonLdArticle } from "./json-ld-article.ts";
import { languageOf } from "./language.ts";
import { metaOf, microdataArticle, type PageSources } from "./page-facts.ts";
import { pageLimits } from "./page-limits.ts";
import { publishedOf } from "./published.ts";
import { publisherOf, siteNames } from "./publisher.ts";
import { readBody } from "./read-body.ts";
import { readTree } from "./read-tree.ts";
import { shownHeadlines, titleCandidates, titleOf } from "./title.ts";

/** A page to read, besides its HTML. */
export interface PageRequest {
  /** As whoever gave it calls it, for messages. */
  readonly name: string;
  /** Address it was fetched from, or null. */
  readonly url: string | null;
  readonly given: GivenFields;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/**
 * Reads the article of a page, in the thread that calls. One draft, or an error; what is uncertain is told in warnings.
 * It takes up to seconds for a page made to be slow: `readPage` bounds that.
 */
export function readArticle(html: string, { name, url, given, today }: PageRequest): SourceReading {
  const problems: Problem[] = [];
  const report = (severity: Problem["severity"], field: string | null, detail: ProblemDetail): void => {
    problems.push({ severity, file: name, line: null, field, detail });
  };
  const refuse = (detail: ProblemDetail): SourceReading => {
    report("error", null, detail);
    return { drafts: [], entries: [], problems };
  };
  const found = <T>(field: keyof GivenFields, value: T | undefined, read: () => FieldValue<T>): T => {
    if (value !== undefined) return value;
    const { value: own, doubts } = read();
    for (const detail of doubts) report("warning", field, detail);
    return own;
  };
  const tree = readTree(html);
  if (!tree.ok) return refuse(tree.error);
  const root = tree.value;
  const meta = metaOf(root);
  const article = findJsonLdArticle(readJsonLd(root), [...shownHeadlines(root), ...(meta.get("og:title") ?? [])]);
  const sources: PageSources = { root, article, meta, microdata: microdataArticle(root), url, today };
  const names = siteNames(sources);
  const candidates = titleCandidates(sources, names);
  const { titles } = candidates;
  const page = readBody(root, article, given.title === undefined ? titles : [given.title, ...titles]);
  const body = page?.paragraphs.join("\n\n") ?? "";
  if (page === null || body.length < pageLimits.leastText) return refuse({ id: "no-article" });
  for (const detail of page.doubts) report("warning", null, detail);
  if (body.length < pageLimits.shortText) report("warning", null, { id: "text-short", length: body.length });
  const facts = { ...sources, head: page.head, paragraphs: page.paragraphs };
  const address = found<string | null>("url", given.url, () => addressOf(sources));
  const publisher = found(
    "publisher",
    given.publisher,
    () => publisherOf(names, address) ?? assumed("Unknown publisher"),
  );
  const { fields, problems: fieldProblems } = checkArticleFields(
    {
      title: found("title", given.title, () => titleOf(candidates) ?? assumed(firstWords(page.paragraphs))),
      publisher,
      agency: agencyOf(facts, publisher),
      authors: authorsOf(facts, [...names, publisher]),
      url: address,
      published: found<string | null>("published", given.published, () => publishedOf(facts, address)),
      language: found("language", given.language, () => languageOf(sources, body)),
      kind: given.kind ?? "original",
    },
    today,
  );
  for (const { severity, path, detail } of fieldProblems) report(severity, nameOfPath(path), detail);
  // The page's lines are not the article's, so none is named.
  for (const { severity, detail } of checkBody(body, name, 1, false)) report(severity, null, detail);
  if (!fields || problems.some(({ severity }) => severity === "error")) return { drafts: [], entries: [], problems };
  const draft = articleOf(fields, slugOf(fields.title), body, { file: name, bodyLine: 1 });
  return { drafts: [{ article: draft, leftOut: page.leftOut }], entries: [], problems };
}

function assumed(value: string): FieldValue<string> {
  return { value, doubts: [{ id: "value-assumed", value }] };
}

function firstWords([first = ""]: readonly string[]): string {
  return first.length <= 80 ? first : `${first.slice(0, 80).replace(/\s+\S*$/u, "")}…`;
}
