import { z } from "zod";
import type { Question } from "../../domain/answer.ts";
import type { Result } from "../../domain/result.ts";

/** A line of a batch: what is asked, under which id. */
export interface BatchQuestion {
  readonly id: string | number;
  readonly question: Question;
  /** Ids of the articles to look in, or undefined for all. */
  readonly within: ReadonlySet<string> | undefined;
}

/** Why a line of a batch cannot be read, with what can be read of it. */
export interface BatchError {
  /** Null where the line has none that can be used. */
  readonly id: string | number | null;
  /** Empty where the line has none that can be used. */
  readonly question: string;
  /** A phrase for people. */
  readonly reason: string;
}

const ID = z.union([z.string(), z.number()]);
const LINE = z.object({
  id: ID,
  question: z.string(),
  context: z.array(z.string()).optional(),
  within: z.string().optional(),
});
/** What is taken from a line that is wrong elsewhere. */
const REMAINS = z.object({ id: ID.nullable().catch(null), question: z.string().catch("") });

/** Reads one line of a batch. */
export function parseBatchLine(line: string): Result<BatchQuestion, BatchError> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { ok: false, error: { id: null, question: "", reason: "not JSON" } };
  }
  const parsed = LINE.safeParse(json);
  if (!parsed.success) {
    const remains = REMAINS.safeParse(json);
    const { id, question } = remains.success ? remains.data : { id: null, question: "" };
    return { ok: false, error: { id, question, reason: reasonOf(parsed.error.issues[0]?.path ?? [], json) } };
  }
  const { id, question, context, within } = parsed.data;
  const ids = within
    ?.split(",")
    .map((article) => article.trim())
    .filter((article) => article !== "");
  return {
    ok: true,
    value: {
      id,
      question: { text: question, context: context ?? [] },
      within: ids === undefined || ids.length === 0 ? undefined : new Set(ids),
    },
  };
}

const EXPECTED: Readonly<Record<string, string>> = {
  id: "text or a number",
  question: "text",
  context: "a list of texts",
  within: "text: ids of articles, parted by commas",
};

function reasonOf(path: readonly PropertyKey[], line: unknown): string {
  const [field, item] = path;
  if (field === undefined) return `expected an object with id and question, found ${nameOf(line)}`;
  const place = item === undefined ? String(field) : `${String(field)}[${String(item)}]`;
  const expected = item === undefined ? (EXPECTED[String(field)] ?? "something else") : "text";
  const found = path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    line,
  );
  return `${place}: expected ${expected}, found ${nameOf(found)}`;
}

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number") return Number.isFinite(value) ? "a number" : "a number too large";
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? "text" : "an object";
}
