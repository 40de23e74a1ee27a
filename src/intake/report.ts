import type { Problem, ProblemDetail } from "../domain/problem.ts";
import type { SourceReading } from "../domain/intake.ts";

/** A source that cannot be read. @param file its name */
export function refused(file: string, detail: ProblemDetail): SourceReading {
  return { drafts: [], entries: [], problems: [{ severity: "error", file, line: null, field: null, detail }] };
}

/** Something uncertain about a source, or about a field of its article. */
export function doubt(file: string, field: string | null, detail: ProblemDetail): Problem {
  return { severity: "warning", file, line: null, field, detail };
}
