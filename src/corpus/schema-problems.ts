import Fuse from "fuse.js";
import type { z } from "zod";
import type { Problem, ProblemDetail } from "../domain/problem.ts";
import { findHiddenCharacters } from "./characters.ts";
import { corpusLimits } from "./limits.ts";
import type { FieldPath } from "./yaml-fields.ts";

/** A problem of one field, not yet placed in a file. */
export interface FieldProblem {
  readonly severity: Problem["severity"];
  readonly path: FieldPath;
  readonly detail: ProblemDetail;
}

/** What a schema's refusal means, field by field. `data` is what was checked. */
export function problemsOfIssues(issues: readonly z.core.$ZodIssue[], data: unknown): readonly FieldProblem[] {
  const told = new Set<string>();
  return issues.flatMap((issue) => {
    const place = nameOfPath(issue.path);
    // One thing wrong with a field is enough: an empty address is also not an address.
    if (told.has(place)) return [];
    told.add(place);
    return [{ severity: "error", path: issue.path, detail: detailOfIssue(issue, valueAt(data, issue.path)) }];
  });
}

function detailOfIssue(issue: z.core.$ZodIssue, value: unknown): ProblemDetail {
  const received = shorten(typeof value === "string" ? value : typeNameOf(value));
  switch (issue.code) {
    case "invalid_type":
      if (value === undefined) return { id: "field-missing" };
      if (value === null) return { id: "field-empty" };
      return wrongType(typeNames[issue.expected] ?? issue.expected, value);
    case "too_small":
      return { id: "field-empty" };
    case "too_big": {
      const length = typeof value === "string" ? value.trim().length : Array.isArray(value) ? value.length : 0;
      return { id: "field-too-long", length, limit: Number(issue.maximum) };
    }
    case "invalid_value":
      if (value === undefined) return { id: "field-missing" };
      return { id: "field-not-one-of", allowed: issue.values.map(String), received };
    case "custom":
      return detailOfCheck(issue.message, received, value);
    case "invalid_format":
    case "invalid_key":
    case "invalid_element":
    case "invalid_union":
    case "not_multiple_of":
    case "unrecognized_keys":
      return { id: "field-type", expected: issue.message, received, remedy: null };
  }
}

/** A field that holds something else than `expected`, as people call it: "text", "a list". */
export function wrongType(expected: string, value: unknown): ProblemDetail {
  const quotes = expected === typeNames["string"] && typeof value === "number" ? "quotes" : null;
  const isOneOfList = expected === typeNames["array"] && typeof value === "string";
  return { id: "field-type", expected, received: typeNameOf(value), remedy: isOneOfList ? "list" : quotes };
}

function detailOfCheck(check: string, received: string, value: unknown): ProblemDetail {
  switch (check) {
    case "url-invalid":
    case "date-invalid":
    case "language-invalid":
    case "time-zone-invalid":
      return { id: check, received };
    default: {
      const hidden = findHiddenCharacters(typeof value === "string" ? value.trim() : "", []);
      return (
        hidden.find(({ severity }) => severity === "error")?.detail ?? {
          id: "field-type",
          expected: check,
          received,
          remedy: null,
        }
      );
    }
  }
}

/** A warning for each key that the format does not know, with the known name nearest to it, else all of them. */
export function problemsOfUnknownKeys(
  data: object,
  known: readonly string[],
  path: FieldPath = [],
): readonly FieldProblem[] {
  const unknown = Object.keys(data).filter((key) => !known.includes(key));
  if (unknown.length === 0) return [];
  const names = new Fuse(known, { ignoreLocation: true, threshold: 0.5 });
  return unknown.slice(0, corpusLimits.keysTold).map((key) => {
    const nearest = names.search(key.slice(0, 32), { limit: 1 }).map(({ item }) => item);
    const detail: ProblemDetail = { id: "field-unknown", known: nearest.length > 0 ? nearest : known };
    return { severity: "warning", path: [...path, key], detail };
  });
}

/** The path as people write it: `glossary[2].aliases`. */
export function nameOfPath(path: FieldPath): string {
  return path
    .map((step, index) =>
      typeof step === "number" ? `[${step}]` : `${index === 0 ? "" : "."}${shorten(String(step))}`,
    )
    .join("");
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "fields such as “title: …”",
};

function typeNameOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return "text";
  return Array.isArray(value) ? "a list" : "fields";
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    data,
  );
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
