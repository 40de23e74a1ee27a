import type { Analyzer } from "../text/analyzer.ts";
import type { Bm25fParameters } from "./bm25f.ts";
import { MAX_BLOCKS } from "./blocks.ts";
import { type LengthTotals, NO_TOTALS, addTotals } from "./length-totals.ts";
import { mergeSegments } from "./merge-segments.ts";
import { type IndexedText, SegmentBuilder } from "./segment-builder.ts";
import { type AverageLengths, type Segment, segmentBlocks } from "./segment.ts";

/** Builds as many segments as articles need: one, until it is full. Used once: add, then build. */
export class SegmentSeries {
  readonly #analyzer: Analyzer;
  readonly #builders: SegmentBuilder[] = [];

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer;
  }

  add(article: IndexedText): void {
    if (this.#builders.at(-1)?.add(article) === true) return;
    const builder = new SegmentBuilder(this.#analyzer);
    builder.add(article);
    this.#builders.push(builder);
  }

  totals(): LengthTotals {
    return this.#builders.map((builder) => builder.totals()).reduce((a, b) => addTotals(a, b), NO_TOTALS);
  }

  build(averages: AverageLengths, parameters: Bm25fParameters): readonly Segment[] {
    return this.#builders.map((builder) => builder.build(averages, parameters));
  }
}

/** Joins neighbouring segments as long as one has room for both. */
export function joinSegments(segments: readonly Segment[]): readonly Segment[] {
  const groups: { readonly segments: Segment[]; blocks: number }[] = [];
  for (const segment of segments) {
    const blocks = segmentBlocks(segment);
    const last = groups.at(-1);
    if (last !== undefined && last.blocks + blocks <= MAX_BLOCKS) {
      last.segments.push(segment);
      last.blocks += blocks;
    } else {
      groups.push({ segments: [segment], blocks });
    }
  }
  return groups.map(({ segments: group }) => {
    const [only] = group;
    return group.length === 1 && only !== undefined ? only : mergeSegments(group);
  });
}
