import { z } from "zod";
import type { Article } from "../domain/article.ts";
import type { Problem, ProblemDetail } from "../domain/problem.ts";
import { findHiddenCharacters } from "./characters.ts";
import { checkBody } from "./check-body.ts";
import { corpusLimits } from "./limits.ts";
import { articleOf, checkArticleFields, type Parsed } from "./parse-article.ts";
import { nameOfPath, wrongType } from "./schema-problems.ts";

/** Said where a record names no publisher. */
export const unknownPublisher = "Unknown publisher";

const record = z.record(z.string(), z.unknown());

/**
 * Reads one line of a JSON Lines file of `{id, title, publisher, url, published, text}`, with `language` (else `en`),
 * `kind` (else `original`), `agency`, `authors`, `note` and `reprintOf` as in front matter. Further keys are ignored. Such files are
 * other people's data, so the body is the text exactly as it stands but for line ends, any printable id is taken, the
 * time of day of `published` is left out, and a missing title or publisher is made up for with a warning. Pure.
 * @param line line of the file, counted from 1; @param defaults fields to take where the line has none
 */
export function parseJsonLine(
  json: string,
  file: string,
  line: number,
  today: string,
  defaults: object = {},
): Parsed<Article> {
  const fail = (field: string | null, detail: ProblemDetail): Parsed<Article> => {
    return { value: null, problems: [{ severity: "error", file, line, field, detail }] };
  };
  let data: z.infer<typeof record>;
  try {
    const parsed = record.safeParse(JSON.parse(json));
    if (!parsed.success) return fail(null, { id: "json-invalid", reason: "it is not an object" });
    const lacking = Object.entries(defaults).filter(([field]) => isBlank(parsed.data[field]));
    data = { ...parsed.data, ...Object.fromEntries(lacking) };
  } catch (error) {
    return fail(null, { id: "json-invalid", reason: error instanceof Error ? error.message : String(error) });
  }
  const id = typeof data["id"] === "number" ? String(data["id"]) : data["id"];
  const idProblem = problemOfId(id);
  const { text } = data;
  if (typeof id !== "string" || idProblem) return fail("id", idProblem ?? { id: "field-missing" });
  if (text === undefined || text === null) return fail("text", { id: "field-missing" });
  if (typeof text !== "string") return fail("text", wrongType("text", text));

  const problems: Problem[] = [];
  const report = (severity: Problem["severity"], field: string, detail: ProblemDetail) => {
    problems.push({ severity, file, line, field, detail });
  };
  const valueOr = (field: string, assumed: string) => {
    if (!isBlank(data[field])) return data[field];
    report("warning", field, { id: "value-assumed", value: assumed });
    return assumed;
  };
  const { fields, problems: fieldProblems } = checkArticleFields(
    {
      title: valueOr("title", id),
      publisher: valueOr("publisher", unknownPublisher),
      agency: blankToNull(data["agency"]),
      authors: data["authors"],
      url: blankToNull(data["url"]),
      published: withoutTime(blankToNull(data["published"])),
      language: blankToNull(data["language"]) ?? "en",
      kind: blankToNull(data["kind"]) ?? "original",
      note: blankToNull(data["note"]),
      reprintOf: blankToNull(data["reprintOf"]),
    },
    today,
  );
  for (const { severity, path, detail } of fieldProblems) report(severity, nameOfPath(path), detail);
  const body = text.replaceAll("\r\n", "\n");
  problems.push(...checkBody(body, file, line, false));
  if (!fields || problems.some(({ severity }) => severity === "error")) return { value: null, problems };
  return { value: articleOf(fields, id, body, { file, bodyLine: line }), problems };
}

function problemOfId(id: unknown): ProblemDetail | undefined {
  if (id === undefined || id === null) return { id: "field-missing" };
  if (typeof id !== "string") return wrongType("text", id);
  if (id.trim() === "") return { id: "field-empty" };
  const limit = corpusLimits.jsonIdLength;
  if (id.length > limit) return { id: "field-too-long", length: id.length, limit };
  return findHiddenCharacters(id, [])[0]?.detail;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

function blankToNull(value: unknown): unknown {
  return isBlank(value) ? null : value;
}

function withoutTime(value: unknown): unknown {
  return typeof value === "string" ? value.replace(/^(\d{4}-\d{2}-\d{2})[T ]\d{2}:.*$/su, "$1") : value;
}
