import { join } from "node:path";
import type { Problem, ProblemDetail } from "../domain/problem.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { corpusLimits } from "./limits.ts";
import { readTextFile } from "./read-text-file.ts";
import { nameOfPath } from "./schema-problems.ts";
import { type FieldPath, readYaml } from "./yaml-fields.ts";

/**
 * Adds the line to problems that name a field of an article or of `event.yaml` without one, as a loaded corpus no longer
 * knows it. Where the file is not what it was, the problem stays as it is.
 *
 * @param paths what the corpus was loaded from
 */
export async function withLines(problems: readonly Problem[], paths: readonly string[]): Promise<readonly Problem[]> {
  const files = new Map<string, YamlFile | null>();
  const placed: Problem[] = [];
  for (const problem of problems) {
    const { file, field, line, detail } = problem;
    if (line !== null || field === null || !/\.(?:md|yaml)$/u.test(file)) {
      placed.push(problem);
      continue;
    }
    const [only] = paths;
    const path = paths.length === 1 && only !== undefined ? join(only, file) : file;
    let yaml = files.get(file);
    if (yaml === undefined) files.set(file, (yaml = await readYamlOf(path)));
    placed.push(yaml === null ? problem : { ...problem, ...placeIn(yaml, field, detail) });
  }
  return placed;
}

type YamlFile = ReturnType<typeof readYaml>;

async function readYamlOf(path: string): Promise<YamlFile | null> {
  const isEvent = path.endsWith(".yaml");
  const text = await readTextFile(path, isEvent ? corpusLimits.eventFileBytes : corpusLimits.articleFileBytes);
  if (!text.ok) return null;
  const lines = text.value.replaceAll("\r\n", "\n");
  if (isEvent) return readYaml(lines, 1);
  const parts = splitFrontMatter(lines);
  return parts.ok ? readYaml(parts.value.yaml, 2) : null;
}

/** Where the field stands; of a list, where in it the value meant does. */
function placeIn({ data, lineOf }: YamlFile, field: string, detail: ProblemDetail): Pick<Problem, "field" | "line"> {
  const value = detail.id === "name-unused" ? detail.term : detail.id === "example-unanswered" ? detail.question : null;
  const path = value === null ? [field] : (pathOf(data, value) ?? [field]);
  return { field: nameOfPath(path), line: lineOf(path) };
}

/** The way to the first text in a tree of fields that is `value`. */
function pathOf(data: unknown, value: string): FieldPath | null {
  if (typeof data !== "object" || data === null) return null;
  for (const [key, inner] of Object.entries(data)) {
    const step = Array.isArray(data) ? Number(key) : key;
    if (inner === value) return [step];
    const rest = pathOf(inner, value);
    if (rest !== null) return [step, ...rest];
  }
  return null;
}
