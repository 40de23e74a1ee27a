import type { GlossaryEntry } from "../domain/corpus.ts";
import type { Bm25fParameters } from "./bm25f.ts";
import type { LengthTotals } from "./length-totals.ts";
import type { IndexedText } from "./segment-builder.ts";
import type { AverageLengths, Segment } from "./segment.ts";

/** What a worker is started with. */
export interface BuildWorkerData {
  readonly glossary: readonly GlossaryEntry[];
  readonly parameters: Bm25fParameters;
}

/** What a worker is told: articles in order, then to pack them, then, one of the workers, to join what all have packed. */
export type ToBuildWorker =
  | { readonly kind: "add"; readonly articles: readonly IndexedText[] }
  | { readonly kind: "total" }
  | { readonly kind: "pack"; readonly averages: AverageLengths }
  | { readonly kind: "join"; readonly segments: readonly Segment[] };

/** What a worker answers: once for each message, in the same order. */
export type FromBuildWorker =
  | { readonly kind: "added"; readonly articles: number }
  | { readonly kind: "totals"; readonly totals: LengthTotals }
  /** Each segment holds as many articles as its `articleStart` is long, in the order in which they were added. */
  | { readonly kind: "segments"; readonly segments: readonly Segment[] };
