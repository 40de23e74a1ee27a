import type { ZodMiniType } from "zod/mini";
import type { core } from "zod/mini";
import type * as spec from "discord-api-spec/zod";
import { isRecord, type Path } from "./json.ts";
import type { Report } from "./report.ts";

type Issue = core.$ZodIssue;

/** Discord's published API description as zod schemas. It takes about 0.1 s to load, so nothing waits for it at start. */
export type Spec = typeof spec;

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
    case "not_multiple_of":
    case "unrecognized_keys":
    case "invalid_key":
    case "invalid_element":
    case "custom":
      report.add(path, noDictionary.code, noDictionary.says);
  }
}

function tellType(issue: core.$ZodIssueInvalidType, path: Path, report: Report): void {
  if (issue.input === undefined) return report.required(path);
  const shown = JSON.stringify(issue.input).slice(0, 50);
  const { code, says } = typeErrors[issue.expected] ?? noDictionary;
  report.add(
    path,
    code,
    says.replace("{}", () => shown),
  );
}

const noDictionary = { code: "DICT_TYPE_CONVERT", says: "Only dictionaries may be used in a DictType" };
const noInteger = { code: "NUMBER_TYPE_COERCE", says: "Value {} is not int." };
const typeErrors: Readonly<Record<string, { readonly code: string; readonly says: string }>> = {
  string: { code: "STRING_TYPE_CONVERT", says: "Could not interpret {} as string." },
  boolean: { code: "BOOLEAN_TYPE_CONVERT", says: "Must be either true or false." },
  array: { code: "LIST_TYPE_CONVERT", says: "Only iterables may be used in a ListType" },
  number: noInteger,
  int: noInteger,
};

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
