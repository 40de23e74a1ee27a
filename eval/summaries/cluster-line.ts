import { z } from "zod";
import type { Result } from "../../src/domain/result.ts";

const TEXT = z.union([z.string(), z.array(z.string())], { error: "is neither a text nor a list of sentences" });

const DOCUMENT = z.union(
  [
    TEXT.transform((text) => ({ text })),
    z
      .object({
        title: z.string().nullish(),
        text: TEXT.optional(),
        body: TEXT.optional(),
        published: z.string().nullish(),
        date: z.string().nullish(),
        publisher: z.string().nullish(),
      })
      .refine(({ text, body }) => text !== undefined || body !== undefined)
      .transform(({ title, text, body, published, date, publisher }) => ({
        title,
        text: text ?? body ?? "",
        published: published ?? date,
        publisher,
      })),
  ],
  { error: `is neither a text, a list of sentences, nor an object with "text" or "body"` },
);

const CLUSTER = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)], { error: "is missing or no text" }),
  docs: z.array(DOCUMENT, { error: "is missing or no list" }).min(1, { error: "is empty" }),
  references: z.array(TEXT, { error: "is missing or no list" }).min(1, { error: "is empty" }),
});

/** A document as a file gives it. */
export interface GivenDocument {
  readonly title?: string | null | undefined;
  /** As one, or sentence by sentence. */
  readonly text: string | readonly string[];
  readonly published?: string | null | undefined;
  readonly publisher?: string | null | undefined;
}

/** Documents on one thing, with summaries that people wrote of them. */
export interface Cluster {
  readonly id: string;
  readonly docs: readonly GivenDocument[];
  /** One or more, each as one text or sentence by sentence. */
  readonly references: readonly (string | readonly string[])[];
}

/** Reads a line of a file of clusters; the error names the field. */
export function parseClusterLine(line: string): Result<Cluster, string> {
  const json = parseJson(line);
  if (!json.ok) return json;
  const parsed = CLUSTER.safeParse(json.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  const field = issue === undefined || issue.path.length === 0 ? "the line" : issue.path.join(".");
  return { ok: false, error: `${field}: ${issue?.message ?? "cannot be read"}` };
}

function parseJson(line: string): Result<unknown, string> {
  try {
    const value: unknown = JSON.parse(line);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, error: `not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
}
