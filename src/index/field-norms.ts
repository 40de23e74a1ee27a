import { type Bm25fParameters, lengthNorm } from "./bm25f.ts";
import type { AverageLengths } from "./segment.ts";

/** Longest sentence or title told apart, in terms: what is longer counts as this long. */
export const MAX_LENGTH = 4095;

/** BM25F's length normalisation, worked out once for every length: what a frequency in a field so long is divided by. */
export interface FieldNorms {
  readonly parameters: Bm25fParameters;
  readonly sentence: Float64Array;
  /** By the terms of both neighbours together. */
  readonly neighbours: Float64Array;
  readonly title: Float64Array;
}

export function fieldNorms(averages: AverageLengths, parameters: Bm25fParameters): FieldNorms {
  const { b } = parameters;
  const table = (average: number): Float64Array =>
    new Float64Array(2 * MAX_LENGTH + 1).map((_, length) => lengthNorm(length, average, b));
  return {
    parameters,
    sentence: table(averages.sentence),
    neighbours: table(2 * averages.sentence),
    title: table(averages.title),
  };
}
