import { availableParallelism } from "node:os";
import type { Article } from "../domain/article.ts";
import type { GlossaryEntry } from "../domain/corpus.ts";
import { type Analyzer, createAnalyzer } from "../text/analyzer.ts";
import { type Bm25fParameters, DEFAULT_BM25F } from "./bm25f.ts";
import { buildSegmentsInWorkers } from "./build-in-workers.ts";
import { type Generation, createGeneration } from "./generation.ts";
import { type IndexPart, createPart } from "./index-part.ts";
import { averageLengths } from "./length-totals.ts";
import { SegmentSeries } from "./segment-series.ts";
import type { Segment } from "./segment.ts";

/** Analyses every article and packs the index, here and now. Takes time in step with the corpus. */
export function buildGeneration(
  articles: readonly Article[],
  analyzer: Analyzer,
  parameters: Bm25fParameters = DEFAULT_BM25F,
): Generation {
  const series = new SegmentSeries(analyzer);
  for (const article of articles) series.add(article);
  const segments = series.build(averageLengths(series.totals()), parameters);
  return createGeneration(analyzer, parameters, articles, partsOf(segments, articles));
}

/** How to build an index of any size. */
export interface BuildOptions {
  readonly glossary: readonly GlossaryEntry[];
  /** Told now and then how many articles have been analysed. */
  readonly onProgress?: (articles: number) => void;
  readonly signal?: AbortSignal;
}

/** From this much text on threads pay, in characters: starting them takes as long as analysing a few hundred articles. */
const TEXT_FOR_WORKERS = 2_000_000;
/** More threads than this would wait for one another. */
const MAX_WORKERS = 8;

/**
 * As {@link buildGeneration}, but a large corpus is analysed in threads of their own, so that questions go on being answered.
 *
 * @throws (rejects with) the signal's reason, once it fires
 */
export async function buildGenerationAside(
  articles: readonly Article[],
  { glossary, onProgress, signal }: BuildOptions,
): Promise<Generation> {
  signal?.throwIfAborted();
  const analyzer = createAnalyzer(glossary);
  const length = articles.reduce((sum, { body }) => sum + body.length, 0);
  if (length < TEXT_FOR_WORKERS) return buildGeneration(articles, analyzer);
  const segments = await buildSegmentsInWorkers(articles, {
    glossary,
    workers: Math.min(availableParallelism(), MAX_WORKERS),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(signal === undefined ? {} : { signal }),
  });
  return createGeneration(analyzer, DEFAULT_BM25F, articles, partsOf(segments, articles));
}

/** Parts of segments that hold these articles, in order. */
export function partsOf(segments: readonly Segment[], articles: readonly Article[]): readonly IndexPart[] {
  let from = 0;
  return segments.map((segment) => {
    const to = from + segment.articleStart.length;
    const part = createPart(segment, articles.slice(from, to));
    from = to;
    return part;
  });
}
