import { setImmediate as otherWork } from "node:timers/promises";
import type { Article } from "../domain/article.ts";
import { partsOf } from "./build-generation.ts";
import { type ArticleChanges, compareArticles } from "./compare-articles.ts";
import { type ArticlePlace, type Generation, createGeneration } from "./generation.ts";
import { type IndexPart, liveTotals } from "./index-part.ts";
import { addTotals, averageLengths } from "./length-totals.ts";
import { PartDraft } from "./part-draft.ts";
import { partsToJoin } from "./parts-to-join.ts";
import { SegmentBuilder } from "./segment-builder.ts";
import { SegmentSeries } from "./segment-series.ts";

/**
 * An index over a changed corpus, made from the one before: only new and changed articles are analysed, and packed into a
 * part of their own; what stayed is shared. It ranks as an index built afresh does, score by score. The previous generation
 * stays as it is.
 *
 * An article has stayed where its id, title and body have; what else is said of it, and the order, may change freely.
 */
export function updateGeneration(previous: Generation, articles: readonly Article[]): Generation {
  const steps = updateSteps(previous, articles, compareArticles(previous.articles, articles));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Most time to take before other work is let in, in milliseconds. */
const SLICE_MS = 5;

/** As {@link updateGeneration}, but lets questions be answered in between. */
export async function updateGenerationAside(
  previous: Generation,
  articles: readonly Article[],
  changes: ArticleChanges = compareArticles(previous.articles, articles),
): Promise<Generation> {
  const steps = updateSteps(previous, articles, changes);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await otherWork();
    since = performance.now();
  }
}

/** Updates step by step; between two steps anything else may be done. */
function* updateSteps(
  previous: Generation,
  articles: readonly Article[],
  { kept, gone }: ArticleChanges,
): Generator<undefined, Generation> {
  const { analyzer, parameters, places: before } = previous;
  const drafts = new Map(previous.parts.map((part) => [part, new PartDraft(part)]));
  for (const [order, { part, number }] of before.entries()) {
    if (gone[order] === 1) drafts.get(part)?.withdraw(number);
  }

  const series = new SegmentSeries(analyzer);
  /** Orders of the articles in the new part, as they were added to it. */
  const analysed: number[] = [];
  for (const [order, article] of articles.entries()) {
    if ((kept[order] ?? -1) >= 0) continue;
    analysed.push(order);
    series.add(article);
    yield;
  }
  const left = [...drafts.values()].filter((draft) => !draft.isEmpty);
  const joined = analysed.length === 0 ? new Set() : partsToJoin(left, series.totals().sentences);
  for (const [order, article] of articles.entries()) {
    const place = before[kept[order] ?? -1];
    const draft = place === undefined ? undefined : drafts.get(place.part);
    if (place === undefined || draft === undefined) continue;
    if (joined.has(draft)) {
      analysed.push(order);
      series.add(article);
      yield;
    } else draft.replace(place.number, article);
  }

  const staying = new Map<IndexPart, IndexPart>();
  for (const [part, draft] of drafts) {
    if (draft.isEmpty || joined.has(draft)) continue;
    const gone = new SegmentBuilder(analyzer);
    for (const article of draft.gone) {
      gone.add(article);
      yield;
    }
    staying.set(part, draft.finished(gone));
  }
  const totals = [...staying.values()].map(liveTotals).reduce((a, b) => addTotals(a, b), series.totals());
  const packed = partsOf(
    series.build(averageLengths(totals), parameters),
    analysed.flatMap((order) => articles[order] ?? []),
  );
  const parts = [...staying.values(), ...packed];
  return createGeneration(analyzer, parameters, articles, parts, placesAfter());

  function placesAfter(): readonly ArticlePlace[] {
    const packedPlaces = packed.flatMap((part) => part.articles.map((_, number) => ({ part, number })));
    const newPlaces = new Map(analysed.map((order, place) => [order, packedPlaces[place]]));
    return articles.map((article, order) => {
      const earlier = before[kept[order] ?? -1];
      const part = earlier === undefined ? undefined : staying.get(earlier.part);
      const place =
        earlier === undefined || part === undefined ? newPlaces.get(order) : { part, number: earlier.number };
      if (place === undefined) throw new Error(`article ${article.id} is in no part of the index`);
      return place;
    });
  }
}
