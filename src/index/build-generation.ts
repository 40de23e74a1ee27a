import type { Article } from "../domain/article.ts";
import type { Analyzer } from "../text/analyzer.ts";
import { type Bm25fParameters, DEFAULT_BM25F } from "./bm25f.ts";
import { type Generation, createGeneration } from "./generation.ts";
import { createPart } from "./index-part.ts";
import { averageLengths } from "./length-totals.ts";
import { SegmentBuilder } from "./segment-builder.ts";

/** Analyses every article and packs the index, here and now. Takes time in step with the corpus. */
export function buildGeneration(
  articles: readonly Article[],
  analyzer: Analyzer,
  parameters: Bm25fParameters = DEFAULT_BM25F,
): Generation {
  const builder = new SegmentBuilder(analyzer);
  for (const article of articles) builder.add(article);
  const segment = builder.build(averageLengths(builder.totals()), parameters);
  return createGeneration(analyzer, parameters, articles, [createPart(segment, articles)]);
}
