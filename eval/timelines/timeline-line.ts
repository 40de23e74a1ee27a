import { z } from "zod";
import type { Result } from "../../src/domain/result.ts";
import { dayNumber } from "../../src/text/calendar.ts";

const DAY = z.string({ error: "is no text" }).transform((text, context) => {
  const day = dayOf(text);
  if (day === null) context.addIssue({ code: "custom", message: `"${text.slice(0, 40)}" is no day like 2010-04-20` });
  return day ?? "";
});
/** What is published at an unreadable time is undated. */
const PUBLISHED = z
  .string()
  .nullish()
  .transform((text) => (text === null || text === undefined ? null : dayOf(text)));
const SENTENCE = z.union(
  [
    z.string(),
    z.object({ text: z.string() }).transform(({ text }) => text),
    z.object({ raw: z.string() }).transform(({ raw }) => raw),
  ],
  { error: "is no sentence" },
);
const TEXT = z.union([z.string(), z.array(SENTENCE)], { error: "is neither a text nor a list of sentences" });

const DOCUMENT = z.union(
  [
    TEXT.transform((text) => ({ title: null, text, published: null, publisher: null })),
    z
      .object({
        title: z.string().nullish(),
        sentences: TEXT.nullish(),
        text: TEXT.nullish(),
        body: TEXT.nullish(),
        published: PUBLISHED,
        date: PUBLISHED,
        publication_date: PUBLISHED,
        pub_time: PUBLISHED,
        time: PUBLISHED,
        publisher: z.string().nullish(),
      })
      .refine(({ sentences, text, body }) => (sentences ?? text ?? body) !== undefined)
      .transform(({ title, sentences, text, body, published, date, publication_date, pub_time, time, publisher }) => ({
        title: title ?? null,
        text: sentences ?? text ?? body ?? "",
        published: published ?? date ?? publication_date ?? pub_time ?? time,
        publisher: publisher ?? null,
      })),
  ],
  { error: 'is neither a text nor an object with "text", "body" or "sentences"' },
);

const SENTENCES = TEXT.transform((text) => (typeof text === "string" ? [text] : text));
const ENTRY = z.union([
  z.object({ date: DAY, sentences: SENTENCES }),
  z.tuple([DAY, SENTENCES]).transform(([date, sentences]) => ({ date, sentences })),
]);
const TIMELINE = z.array(ENTRY).min(1);

const LINE = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)], { error: "is missing or no text" }),
  docs: z.array(DOCUMENT, { error: "is missing or no list" }).min(1, { error: "is empty" }),
  references: z.array(z.unknown(), { error: "is missing or no list" }).min(1, { error: "is empty" }),
});

/** A document as a file gives it. */
export type GivenDocument = z.infer<typeof DOCUMENT>;

/** Sentences by day, days in order. */
export type DayTimeline = ReadonlyMap<string, readonly string[]>;

/** Documents on one thing, with timelines that people made of it. */
export interface TimelineTask {
  readonly id: string;
  readonly docs: readonly GivenDocument[];
  /** One or more. */
  readonly references: readonly DayTimeline[];
}

/** Reads a line of a file of timelines; the error names the field. */
export function parseTimelineLine(line: string): Result<TimelineTask, string> {
  const json = parseJson(line);
  if (!json.ok) return json;
  const parsed = LINE.safeParse(json.value);
  if (!parsed.success) return { ok: false, error: complaint(parsed.error) };
  const { id, docs, references } = parsed.data;
  // A list of timelines is a list of lists that do not begin with a day.
  const several = references.every((one) => Array.isArray(one) && typeof one[0] !== "string");
  const timelines = z.array(TIMELINE).safeParse(several ? references : [references]);
  if (!timelines.success) return { ok: false, error: complaint(timelines.error, "references", several ? 0 : 1) };
  return { ok: true, value: { id, docs, references: timelines.data.map((entries) => byDay(entries)) } };
}

function byDay(entries: z.infer<typeof TIMELINE>): DayTimeline {
  const days = new Map<string, string[]>();
  for (const { date, sentences } of entries.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    days.set(date, [...(days.get(date) ?? []), ...sentences]);
  }
  return days;
}

/** The day of an ISO 8601 date or time. */
function dayOf(text: string): string | null {
  const { year, month, day } = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/u.exec(text.trim())?.groups ?? {};
  if (year === undefined || dayNumber(Number(year), Number(month), Number(day)) === null) return null;
  return `${year}-${month ?? ""}-${day ?? ""}`;
}

function complaint(error: z.ZodError, within = "", skipped = 0): string {
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

function parseJson(line: string): Result<unknown, string> {
  try {
    const value: unknown = JSON.parse(line);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, error: `not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
}
