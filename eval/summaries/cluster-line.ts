import { z } from "zod";
import type { Result } from "../../src/domain/result.ts";
import { DOCUMENT, type GivenDocument, TEXT } from "../given/document.ts";
import { parseLine } from "../given/parse-line.ts";

/** Documents on one thing, with summaries that people wrote of them. */
export interface Cluster {
  readonly id: string;
  readonly docs: readonly GivenDocument[];
  /** One or more, each as one text or sentence by sentence. */
  readonly references: readonly (string | readonly string[])[];
}

const CLUSTER: z.ZodType<Cluster> = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)], { error: "is missing or no text" }),
  docs: z.array(DOCUMENT, { error: "is missing or no list" }).min(1, { error: "is empty" }),
  references: z.array(TEXT, { error: "is missing or no list" }).min(1, { error: "is empty" }),
});

/** Reads a line of a file of clusters; the error names the field. */
export function parseClusterLine(line: string): Result<Cluster, string> {
  return parseLine(CLUSTER, line);
}
