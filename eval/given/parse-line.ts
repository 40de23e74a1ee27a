import type { z } from "zod";
import type { Result } from "../../src/domain/result.ts";

/** Reads a line of JSON; the error names the field. */
export function parseLine<T>(schema: z.ZodType<T>, line: string): Result<T, string> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return { ok: false, error: `not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: complaint(parsed.error) };
}

/** @param skipped how many parts of the path are of the program's making, not of the file's */
export function complaint(error: z.ZodError, within = "", skipped = 0): string {
  const [issue] = error.issues;
  const deepest = issue === undefined ? undefined : deepestOf(issue);
  const path = [...(within === "" ? [] : [within]), ...(deepest?.path ?? []).slice(skipped)].map(String).join(".");
  return `${path === "" ? "the line" : path}: ${deepest?.message ?? "cannot be read"}`;
}

/** Of what may have several forms, what was wrong with the form that came nearest. */
function deepestOf(issue: z.core.$ZodIssue): { readonly path: readonly PropertyKey[]; readonly message: string } {
  if (issue.code !== "invalid_union") return issue;
  const inner = issue.errors
    .flatMap((issues) => issues.slice(0, 1).map((one) => deepestOf(one)))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  return inner === undefined || inner.path.length === 0
    ? issue
    : { path: [...issue.path, ...inner.path], message: inner.message };
}
