import { z } from "zod";
import type { GoldQuestion } from "../domain/gold.ts";
import type { Problem } from "../domain/problem.ts";
import { line } from "./field-schemas.ts";
import { isPartialDate } from "./partial-date.ts";
import {
  nameOfPath,
  problemsOfIssues,
  problemsOfUnknownKeys,
  wrongType,
  type FieldProblem,
} from "./schema-problems.ts";
import { readYaml } from "./yaml-fields.ts";

/** How much `gold.yaml` may hold. */
export const goldLimits = Object.freeze({
  fileBytes: 256 * 1024,
  questions: 1_000,
  /** Of a question, as of one that is asked. */
  questionLength: 500,
});

/** One text or a list of them. */
const texts = z.preprocess(
  (value) => (typeof value === "string" ? [value] : value),
  z.array(line(300)).min(1).max(20).nullish(),
);

const goldFields = z.object({
  id: line(64).refine((id) => /^[a-z0-9-]+$/u.test(id), {
    error: "a short name of lower-case letters, digits and hyphens",
  }),
  question: line(goldLimits.questionLength),
  expect: z.enum(["answered", "not-in-articles"]),
  article: texts,
  contains: texts,
  note: line(500).nullish(),
  added: z.string().trim().refine(isPartialDate, { error: "date-invalid" }).nullish(),
});

/** The gold questions of a file, without those that cannot be used, and what is wrong with it. */
export interface ParsedGold {
  readonly questions: readonly GoldQuestion[];
  readonly problems: readonly Problem[];
}

/**
 * Reads `gold.yaml`: a list of questions. Pure. A bad entry is left out and told of, the others are kept.
 *
 * @param file its path, for messages
 */
export function parseGold(text: string, file: string): ParsedGold {
  const { data, lineOf, problems: yamlProblems } = readYaml(text.replaceAll("\r\n", "\n"), 1);
  const problems: Problem[] = yamlProblems.map(({ line, field, detail }) => {
    return { severity: "error", file, line, field, detail };
  });
  const tell = ({ severity, path, detail }: FieldProblem): void => {
    problems.push({ severity, file, line: lineOf(path), field: path.length === 0 ? null : nameOfPath(path), detail });
  };
  if (data === undefined || data === null) return { questions: [], problems };
  if (!Array.isArray(data)) {
    tell({ severity: "error", path: [], detail: wrongType("a list of questions", data) });
    return { questions: [], problems };
  }
  if (data.length > goldLimits.questions) {
    const detail = { id: "field-too-long", length: data.length, limit: goldLimits.questions } as const;
    tell({ severity: "error", path: [goldLimits.questions], detail });
  }
  const kept = new Map<string, GoldQuestion>();
  for (const [place, entry] of data.slice(0, goldLimits.questions).entries()) {
    const { question, problems: found } = readEntry(entry, place);
    for (const problem of found) tell(problem);
    if (question === null) continue;
    if (kept.has(question.id)) {
      tell({ severity: "error", path: [place, "id"], detail: { id: "gold-id-taken", goldId: question.id } });
      continue;
    }
    kept.set(question.id, question);
  }
  return { questions: [...kept.values()], problems };
}

function readEntry(
  entry: unknown,
  place: number,
): { readonly question: GoldQuestion | null; readonly problems: readonly FieldProblem[] } {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    return {
      question: null,
      problems: [{ severity: "error", path: [place], detail: wrongType("fields such as “question: …”", entry) }],
    };
  }
  const unknown = problemsOfUnknownKeys(entry, Object.keys(goldFields.shape), [place]);
  const parsed = goldFields.safeParse(entry);
  if (!parsed.success) {
    const found = problemsOfIssues(parsed.error.issues, entry).map(({ severity, path, detail }) => {
      return { severity, path: [place, ...path], detail };
    });
    return { question: null, problems: [...unknown, ...found] };
  }
  const { id, question, expect, article, contains, note, added } = parsed.data;
  const gold = { id, question, expect, note: note ?? null, added: added ?? null };
  if (expect === "not-in-articles" && (article ?? contains ?? null) !== null) {
    const path = [place, (article ?? null) === null ? "contains" : "article"];
    return { question: null, problems: [...unknown, { severity: "error", path, detail: { id: "gold-contradicts" } }] };
  }
  return { question: { ...gold, articles: article ?? [], contains: contains ?? [] }, problems: unknown };
}
