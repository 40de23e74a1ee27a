import type { ZodMiniType } from "zod/mini";
import type { core } from "zod/mini";
import { isRecord, type Path } from "./json.ts";
import type { Report } from "./report.ts";

type Issue = core.$ZodIssue;

/** Discord's published API description as zod schemas. It takes about 0.1 s to load, so nothing waits for it at start. */
export type Spec = typeof import("discord-api-spec/zod");

export function loadSpec(): Promise<Spec> {
  return import("discord-api-spec/zod");
}

/**
 * Checks a body against a schema of the published description and reports what is wrong in Discord's words.
 * @returns the body without unknown keys, or undefined where something was reported.
 */
export function checkAgainst<T>(schema: ZodMiniType<T>, body: unknown, path: Path, report: Report): T | undefined {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) tell(issue, path, report);
  return undefined;
}

function tell(issue: Issue, base: Path, report: Report): void {
  const path = [...base, ...issue.path.map((part) => (typeof part === "number" ? part : String(part)))];
  switch (issue.code) {
    case "invalid_type":
      tellType(issue, path, report);
      return;
    case "too_big":
      if (issue.origin === "number" || issue.origin === "int") {
        report.add(path, "NUMBER_TYPE_MAX", `int value should be less than or equal to ${issue.maximum}.`);
      } else report.tooLong(path, Number(issue.maximum));
      return;
    case "too_small":
      tellTooSmall(issue, path, report);
      return;
    case "invalid_value":
      if (issue.input === undefined) report.required(path);
      else report.add(path, "BASE_TYPE_CHOICES", `Value must be one of {${issue.values.map(String).join(", ")}}.`);
      return;
    case "invalid_union":
      tellUnion(issue, path, report);
      return;
    case "invalid_format":
      if (issue.format === "url") report.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
      else report.add(path, "STRING_TYPE_REGEX", "String value did not match validation regex.");
      return;
    default:
      report.add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
  }
}

function tellType(issue: core.$ZodIssueInvalidType, path: Path, report: Report): void {
  if (issue.input === undefined) return report.required(path);
  const shown = `Value "${typeof issue.input === "object" ? "{…}" : String(issue.input).slice(0, 50)}"`;
  switch (issue.expected) {
    case "string":
      return report.add(path, "STRING_TYPE_CONVERT", `${shown} is not a string.`);
    case "boolean":
      return report.add(path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
    case "array":
      return report.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
    case "number":
    case "int":
      return report.add(path, "NUMBER_TYPE_COERCE", `${shown} is not int.`);
    default:
      return report.add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
  }
}

function tellTooSmall(issue: core.$ZodIssueTooSmall, path: Path, report: Report): void {
  const least = Number(issue.minimum);
  if (issue.origin === "number" || issue.origin === "int") {
    report.add(path, "NUMBER_TYPE_MIN", `int value should be greater than or equal to ${least}.`);
  } else if (least === 1) report.required(path);
  else report.add(path, "BASE_TYPE_MIN_LENGTH", `Must be ${least} or more in length.`);
}

/** Of a union's branches, tells the errors of the one meant: the one whose `type` fits, or else the nearest. */
function tellUnion(issue: core.$ZodIssueInvalidUnion, path: Path, report: Report): void {
  if (issue.input === undefined) return report.required(path);
  const fitting = issue.errors.filter(
    (branch) => !branch.some((inner) => inner.path.length === 1 && inner.path[0] === "type"),
  );
  const typed = isRecord(issue.input) && issue.errors.length > fitting.length;
  if (typed && fitting.length === 0) {
    const given = isRecord(issue.input) ? issue.input["type"] : undefined;
    if (given === undefined) return report.required([...path, "type"]);
    return report.add(
      [...path, "type"],
      "UNION_TYPE_CHOICES",
      `Value of field "type" is not one of those allowed here.`,
    );
  }
  const nearest = fitting.toSorted((a, b) => a.length - b.length)[0] ?? [];
  for (const inner of nearest) tell(inner, path, report);
}
