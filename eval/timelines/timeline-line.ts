import { z } from "zod";
import type { Result } from "../../src/domain/result.ts";
import { DOCUMENT, type GivenDocument, TEXT, dayOf } from "../given/document.ts";
import { complaint, parseLine } from "../given/parse-line.ts";

const DAY = z.string({ error: "is no text" }).transform((text, context) => {
  const day = dayOf(text);
  if (day === null) context.addIssue({ code: "custom", message: `"${text.slice(0, 40)}" is no day like 2010-04-20` });
  return day ?? "";
});
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
  const parsed = parseLine(LINE, line);
  if (!parsed.ok) return parsed;
  const { id, docs, references } = parsed.value;
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
