import { z } from "zod";
import type { Result } from "../../src/domain/result.ts";

const ID = z.union([z.string().min(1), z.number()]).transform(String);
/** Several files of this form hold null for what they leave out. */
const KIND = z.string().nullish();

const LINE = z
  .object({
    id: ID,
    question: z.string(),
    gold_docs: z.array(ID).default([]),
    gold_sentences: z.array(z.string()).default([]),
    unanswerable: z.boolean(),
    type: KIND,
    style: KIND,
    miss: KIND,
    context: z.array(z.string()).nullish(),
    candidates: z
      .array(z.object({ text: z.string(), label: z.union([z.literal(0), z.literal(1), z.boolean()]) }))
      .nullish(),
  })
  .refine((line) => line.unanswerable || line.gold_sentences.length > 0, {
    path: ["gold_sentences"],
    error: "an answerable question needs at least one gold sentence",
  });

/** A sentence to be ranked among others for a question. */
export interface Candidate {
  readonly text: string;
  readonly relevant: boolean;
}

/** A question with what is right for it. */
export interface TestQuestion {
  readonly id: string;
  readonly text: string;
  /** The turns before it, oldest first, person and bot in turn. */
  readonly context: readonly string[];
  readonly unanswerable: boolean;
  readonly goldDocs: readonly string[];
  readonly goldSentences: readonly string[];
  /** What kind of question it is, in the set's own words; null where it does not say. */
  readonly type: string | null;
  readonly style: string | null;
  /** Of an unanswerable one, in what way: "off-topic" or any other word for a near miss. */
  readonly miss: string | null;
  /** Empty where the set has none. */
  readonly candidates: readonly Candidate[];
}

/** Reads a line of a question set. The error is a phrase for people. */
export function parseQuestionLine(line: string): Result<TestQuestion, string> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { ok: false, error: "not JSON" };
  }
  const parsed = LINE.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.map(String).join(".") ?? "";
    return { ok: false, error: `${field === "" ? "" : `${field}: `}${issue?.message ?? "invalid"}` };
  }
  const { id, question, gold_docs, gold_sentences, unanswerable, type, style, miss, context, candidates } = parsed.data;
  return {
    ok: true,
    value: {
      id,
      text: question,
      context: context ?? [],
      unanswerable,
      goldDocs: gold_docs,
      goldSentences: gold_sentences,
      type: type ?? null,
      style: style ?? null,
      miss: miss ?? null,
      candidates: (candidates ?? []).map(({ text, label }) => ({ text, relevant: Boolean(label) })),
    },
  };
}
