import { z } from "zod";

const sentence = z.strictObject({
  text: z.string(),
  article: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string().nullable(),
  published: z.string().nullable(),
  start: z.number(),
  end: z.number(),
  score: z.number(),
});

/** What `ask` prints as JSON. */
export const answer = z.strictObject({
  id: z.union([z.string(), z.number()]).nullable(),
  question: z.string(),
  status: z.enum(["answered", "not-in-articles", "unusable-question"]),
  confidence: z.number().min(0).max(1),
  sentences: z.array(sentence),
});

const weighed = z.array(
  z.strictObject({ name: z.string(), value: z.number(), weight: z.number(), effect: z.number() }),
);

/** What `ask --explain` prints as JSON. */
export const explainedAnswer = answer.extend({
  explanation: z
    .strictObject({
      kind: z.string(),
      language: z.string(),
      threshold: z.number(),
      confidence: z.number(),
      ranking: weighed,
      silence: weighed,
      corrections: z.array(z.strictObject({ asked: z.string(), read: z.string() })),
      matches: z.array(
        z.strictObject({
          asked: z.string(),
          matched: z.string(),
          how: z.string(),
          field: z.string(),
          score: z.number(),
        }),
      ),
    })
    .nullable(),
});

/** What `search` prints as JSON. */
export const found = z.strictObject({
  id: z.union([z.string(), z.number()]).nullable(),
  confidence: z.number().min(0).max(1),
  results: z.array(sentence),
});

/** The lines of an output. */
export const lines = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");
