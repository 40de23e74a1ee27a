import { basename, extname } from "node:path";
import type { LeftOut } from "../domain/import-report.ts";
import type { GivenFields, ImportDraft } from "../domain/intake.ts";
import type { Problem, ProblemDetail } from "../domain/problem.ts";
import { findBylineDate } from "./byline-date.ts";
import { checkBody } from "./check-body.ts";
import { cleanPage } from "./clean-page.ts";
import { isJsonLinesName } from "./json-lines-name.ts";
import { corpusLimits } from "./limits.ts";
import { articleOf, checkArticleFields, isArticleId, parseArticleText } from "./parse-article.ts";
import { parseJsonLine, unknownPublisher } from "./parse-json-line.ts";
import { readTextFile } from "./read-text-file.ts";
import { nameOfPath } from "./schema-problems.ts";
import { slugOf } from "./slug.ts";

/** What a source file holds. */
export interface ImportSource {
  readonly drafts: readonly ImportDraft[];
  readonly problems: readonly Problem[];
}

/** Reads a source file by the kind its name tells. What cannot be read is told in `problems`. @param today `YYYY-MM-DD` */
export async function readImportSource(path: string, given: GivenFields, today: string): Promise<ImportSource> {
  const name = basename(path);
  const extension = extname(name).toLowerCase();
  const isLines = isJsonLinesName(name);
  const isText = [".txt", ".text", ".md", ".markdown", ""].includes(extension);
  // A hidden file is somebody's settings, never an article.
  if (name.startsWith(".") || !(isLines || isText)) {
    return refused(path, { id: "format-unsupported", format: name.startsWith(".") ? name : extension });
  }
  const limit = isLines ? corpusLimits.importedJsonLinesBytes : corpusLimits.importedTextBytes;
  const text = await readTextFile(path, limit);
  if (!text.ok) return refused(path, text.error);
  if (text.value.trim() === "") return refused(path, { id: "body-empty" });
  if (isLines) return readLines(text.value, path, given, today);
  const disguise = /^\s*(<!doctype html|<html|<\?xml|%PDF-|\{\\rtf)/iu.exec(text.value.slice(0, 1000))?.[1];
  if (disguise !== undefined) return refused(path, { id: "format-unsupported", format: disguise });
  return /^---[^\n]*\r?\n/u.test(text.value) && extension.startsWith(".m")
    ? readOwnFormat(text.value, path, given, today)
    : readPage(text.value, path, given, today);
}

function refused(file: string, detail: ProblemDetail): ImportSource {
  return { drafts: [], problems: [{ severity: "error", file, line: null, field: null, detail }] };
}

function stemOf(path: string): string {
  return basename(path, extname(path));
}

/** Markdown with front matter of ours: taken over as it is. */
function readOwnFormat(text: string, path: string, given: GivenFields, today: string): ImportSource {
  const stem = stemOf(path);
  const id = isArticleId(stem) ? stem : slugOf(stem);
  const { value, problems } = parseArticleText(text, { file: path, id, today, overrides: given });
  return { drafts: value ? [{ article: value, leftOut: [] }] : [], problems };
}

/** Plain text or bare Markdown: a saved page. */
function readPage(text: string, path: string, given: GivenFields, today: string): ImportSource {
  const { headline, body, leftOut } = cleanPage(text, given.title ?? null);
  const problems: Problem[] = [];
  const report = (severity: Problem["severity"], field: string | null, detail: ProblemDetail) => {
    problems.push({ severity, file: path, line: null, field, detail });
  };
  const assume = (field: string, value: string) => {
    report("warning", field, { id: "value-assumed", value });
    return value;
  };
  const unknown = (field: "url" | "published") => {
    report("warning", field, { id: "value-unknown", value: field });
    return null;
  };
  const publishedOf = (paragraphs: readonly LeftOut[]) => {
    const bylines = paragraphs.filter(({ reason }) => reason === "byline").map((byline) => byline.text);
    const date = findBylineDate(bylines, today);
    return date === null ? unknown("published") : assume("published", date);
  };
  const stem = stemOf(path);
  const title = given.title ?? headline?.slice(0, 300) ?? assume("title", stem.replaceAll(/[-_\s]+/gu, " ").trim());
  const { fields, problems: fieldProblems } = checkArticleFields(
    {
      language: "en",
      kind: "original",
      ...given,
      url: given.url ?? unknown("url"),
      published: given.published ?? publishedOf(leftOut),
      title,
      publisher: given.publisher ?? assume("publisher", publisherOf(given.url)),
    },
    today,
  );
  for (const { severity, path: place, detail } of fieldProblems) report(severity, nameOfPath(place), detail);
  // The source's lines are not the article's, so none is named.
  for (const { severity, detail } of checkBody(body, path, 1, false)) report(severity, null, detail);
  if (!fields || problems.some(({ severity }) => severity === "error")) return { drafts: [], problems };
  const id = slugOf(given.title ?? headline ?? stem);
  return { drafts: [{ article: articleOf(fields, id, body, { file: path, bodyLine: 1 }), leftOut }], problems };
}

function publisherOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return unknownPublisher;
  const host = new URL(url).hostname.replace(/^www\./u, "");
  // Addresses such as `mailto:` have no host.
  return host === "" ? unknownPublisher : host;
}

function readLines(text: string, path: string, given: GivenFields, today: string): ImportSource {
  const drafts: ImportDraft[] = [];
  const problems: Problem[] = [];
  let omitted = 0;
  for (const [index, json] of text.split("\n").entries()) {
    if (json.trim() === "") continue;
    const { draft, problems: found } = readLine(json, path, index + 1, given, today);
    if (draft) drafts.push(draft);
    if (problems.length < corpusLimits.problemsPerJsonLinesFile) problems.push(...found);
    else omitted += found.length;
  }
  if (omitted === 0) return { drafts, problems };
  const { problems: rest } = refused(path, { id: "problems-omitted", count: omitted });
  return { drafts, problems: [...problems, ...rest] };
}

function sharedFields({ publisher, published, language, kind }: GivenFields): object {
  return { publisher, published, language, kind };
}

function readLine(
  json: string,
  path: string,
  line: number,
  given: GivenFields,
  today: string,
): { readonly draft: ImportDraft | null; readonly problems: readonly Problem[] } {
  const { value, problems } = parseJsonLine(json, path, line, today, sharedFields(given));
  if (!value) return { draft: null, problems };
  // An id that climbs out of a folder is no slip of the pen.
  if (/(^|[\\/])\.{1,2}([\\/]|$)|^[\\/]|^\./u.test(value.id)) {
    const detail: ProblemDetail = { id: "id-invalid", received: value.id };
    return { draft: null, problems: [...problems, { severity: "error", file: path, line, field: "id", detail }] };
  }
  const { body, leftOut } = cleanPage(value.body, value.title);
  const bodyProblems = checkBody(body, path, line, false).filter(({ severity }) => severity === "error");
  if (bodyProblems.length > 0) return { draft: null, problems: [...problems, ...bodyProblems] };
  const id = isArticleId(value.id) ? value.id : slugOf(value.id);
  return { draft: { article: { ...value, id, body }, leftOut }, problems };
}
