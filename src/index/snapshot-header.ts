import { z } from "zod";
import type { Article } from "../domain/article.ts";
import { analysisVersion } from "../text/analysis-version.ts";
import type { Bm25fParameters } from "./bm25f.ts";

/** All that an index depends on: a snapshot serves where its key is the same, and nowhere else. */
export interface SnapshotKey {
  /** `Corpus.version`: a hash of every article and of the glossary. */
  readonly corpus: string;
  readonly articles: number;
  /** How texts were taken apart, see {@link analysisVersion}. */
  readonly analysis: string;
  /** What the bounds were computed with. */
  readonly parameters: Bm25fParameters;
}

/** The key of an index made here and now. */
export function snapshotKey(
  corpus: { readonly version: string; readonly articles: readonly Article[] },
  parameters: Bm25fParameters,
): SnapshotKey {
  return { corpus: corpus.version, articles: corpus.articles.length, analysis: analysisVersion(), parameters };
}

const COUNT = z.number().int().min(0);

const SECTION = z.object({
  /** The field of the segment, or `field.units` and `field.starts` for strings. */
  name: z.string(),
  type: z.enum(["uint8", "uint16", "uint32"]),
  /** In elements. */
  length: COUNT,
  /** In bytes, counted from where the first section begins. */
  offset: COUNT,
});

const PART = z.object({
  averages: z.object({ sentence: z.number().min(0), title: z.number().min(0) }),
  sections: z.array(SECTION),
});

/** What a snapshot says of itself, as JSON. */
export const SNAPSHOT_HEADER = z.object({
  key: z.object({
    corpus: z.string(),
    articles: COUNT,
    analysis: z.string(),
    parameters: z.object({
      k1: z.number(),
      b: z.number(),
      weights: z.object({ sentence: z.number(), neighbours: z.number(), title: z.number() }),
    }),
  }),
  /** One for each segment. */
  parts: z.array(PART),
});

export type SnapshotHeader = z.infer<typeof SNAPSHOT_HEADER>;
export type SnapshotSection = z.infer<typeof SECTION>;
export type SnapshotPart = z.infer<typeof PART>;
