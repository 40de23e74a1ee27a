import type { Article } from "../domain/article.ts";
import type { Problem } from "../domain/problem.ts";
import { findHiddenCharacters } from "./characters.ts";
import { checkBody } from "./check-body.ts";
import { articleFields, type ArticleFields } from "./field-schemas.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { corpusLimits } from "./limits.ts";
import { isInFuture } from "./partial-date.ts";
import { nameOfPath, problemsOfIssues, problemsOfUnknownKeys, type FieldProblem } from "./schema-problems.ts";
import { readYaml } from "./yaml-fields.ts";

/** What a piece of a corpus is, or null where errors keep it out, with all that is wrong with it. */
export interface Parsed<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** Whether `id` can be an article's file name: 1 to 59 lower-case letters, digits and hyphens. */
export function isArticleId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,58}$/u.test(id);
}

/**
 * Reads one article from a file's text. Pure: the same text gives the same article.
 * @param text the file as decoded; @param file its path, whose last part without `.md` is the article's id
 * @param today `YYYY-MM-DD`; later dates are warned of
 */
export function parseArticle(text: string, file: string, today: string): Parsed<Article> {
  const id = (file.split("/").at(-1) ?? "").replace(/\.md$/u, "");
  const parsed = parseArticleText(text, { file, id, today, overrides: {} });
  if (isArticleId(id)) return parsed;
  const problem = { severity: "error", file, line: null, field: null, detail: { id: "file-name-invalid" } } as const;
  return { value: null, problems: [problem, ...parsed.problems] };
}

/** Where a text comes from, and what is known of it already. */
interface ArticleTextContext {
  readonly file: string;
  readonly id: string;
  readonly today: string;
  /** Fields that count more than those of the text. */
  readonly overrides: object;
}

/** As `parseArticle`, for a text whose id is not its file's name. */
export function parseArticleText(text: string, context: ArticleTextContext): Parsed<Article> {
  const { file, id, today, overrides } = context;
  const refuse = (detail: Problem["detail"]): Parsed<Article> => {
    return { value: null, problems: [{ severity: "error", file, line: 1, field: null, detail }] };
  };
  const parts = splitFrontMatter(text.replaceAll("\r\n", "\n"));
  if (!parts.ok) return refuse(parts.error);
  const { yaml, body, bodyLine } = parts.value;
  if (yaml.length > corpusLimits.frontMatterLength) {
    return refuse({ id: "yaml-invalid", reason: `it is longer than ${corpusLimits.frontMatterLength} characters` });
  }
  const problems: Problem[] = [];
  const { data, lineOf, problems: yamlProblems } = readYaml(yaml, 2);
  for (const { line, field, detail } of yamlProblems) problems.push({ severity: "error", file, line, field, detail });
  const checked = data === undefined ? undefined : checkArticleFields(overridden(data, overrides), today);
  for (const { severity, path, detail } of checked?.problems ?? []) {
    const line = detail.id === "field-missing" && path.length === 1 ? 1 : lineOf(path);
    problems.push({ severity, file, line, field: path.length === 0 ? null : nameOfPath(path), detail });
  }
  problems.push(...checkBody(body, file, bodyLine, true));
  if (!checked?.fields || problems.some(({ severity }) => severity === "error")) return { value: null, problems };
  return { value: articleOf(checked.fields, id, body, { file, bodyLine }), problems };
}

/** An empty file of fields is read as null; what is no set of fields at all stays, to be refused. */
function overridden(data: unknown, overrides: object): unknown {
  if (data === null) return overrides;
  return typeof data === "object" && !Array.isArray(data) ? { ...data, ...overrides } : data;
}

/** Checks the fields of an article, whatever they were read from. */
export function checkArticleFields(
  data: unknown,
  today: string,
): { readonly fields: ArticleFields | null; readonly problems: readonly FieldProblem[] } {
  const parsed = articleFields.safeParse(data);
  const problems: FieldProblem[] = [];
  if (typeof data === "object" && data !== null && !Array.isArray(data)) {
    problems.push(...problemsOfUnknownKeys(data, Object.keys(articleFields.shape)));
  }
  if (!parsed.success) return { fields: null, problems: [...problemsOfIssues(parsed.error.issues, data), ...problems] };
  const fields = parsed.data;
  if (fields.published !== null && isInFuture(fields.published, today)) {
    const detail = { id: "date-in-future", received: fields.published } as const;
    problems.push({ severity: "warning", path: ["published"], detail });
  }
  for (const [field, value] of Object.entries(fields)) {
    const [hidden] = findHiddenCharacters(typeof value === "string" ? value : "", []);
    if (hidden) problems.push({ severity: hidden.severity, path: [field], detail: hidden.detail });
  }
  return { fields, problems };
}

/** Puts an article together from checked parts. */
export function articleOf(fields: ArticleFields, id: string, body: string, source: Article["source"]): Article {
  const { title, publisher, agency, authors, url, published, language, kind, note, reprintOf } = fields;
  return {
    id,
    title,
    publisher,
    agency: agency ?? null,
    authors: authors ?? [],
    url,
    published,
    language,
    kind,
    note: note ?? null,
    reprintOf: reprintOf ?? null,
    body,
    source,
  };
}
