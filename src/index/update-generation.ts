import { setImmediate as otherWork } from "node:timers/promises";
import type { Article } from "../domain/article.ts";
import { partsOf } from "./build-generation.ts";
import { type ArticleChanges, compareArticles } from "./compare-articles.ts";
import { type ArticlePlace, type Generation, createGeneration } from "./generation.ts";
import { type IndexPart, liveTotals } from "./index-part.ts";
import { addTotals, averageLengths } from "./length-totals.ts";
import { mergeParts } from "./merge-parts.ts";
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

/** Where the articles of an earlier part are now: in which part, and what their numbers are raised by. */
interface Landing {
  readonly part: IndexPart;
  readonly raised: number;
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
  /** Orders of the articles added to it. */
  const analysed: number[] = [];
  for (const [order, article] of articles.entries()) {
    if ((kept[order] ?? -1) >= 0) continue;
    analysed.push(order);
    series.add(article);
    yield;
  }
  const left = [...drafts].filter(([, draft]) => !draft.isEmpty);
  const sizes = analysed.length === 0 ? [] : left.map(([, draft]) => draft);
  const plan = partsToJoin(sizes, series.totals().sentences);
  for (const [order, article] of articles.entries()) {
    const place = before[kept[order] ?? -1];
    const draft = place === undefined ? undefined : drafts.get(place.part);
    if (place === undefined || draft === undefined) continue;
    draft.replace(place.number, article);
    if (!plan.analysed.has(draft)) continue;
    analysed.push(order);
    series.add(article);
    yield;
  }

  const finished: { readonly earlier: IndexPart; readonly part: IndexPart; readonly isMerged: boolean }[] = [];
  for (const [earlier, draft] of left) {
    if (plan.analysed.has(draft)) continue;
    const builder = new SegmentBuilder(analyzer);
    for (const article of draft.gone) {
      builder.add(article);
      yield;
    }
    finished.push({ earlier, part: draft.finished(builder), isMerged: plan.merged.has(draft) });
  }
  const totals = finished.map(({ part }) => liveTotals(part)).reduce((a, b) => addTotals(a, b), series.totals());
  const packed = partsOf(
    series.build(averageLengths(totals), parameters),
    analysed.flatMap((order) => articles[order] ?? []),
  );
  yield;
  const alone = finished.filter(({ isMerged }) => !isMerged);
  const merged = finished.filter(({ isMerged }) => isMerged);
  const joined = merged.length === 0 ? packed : [mergeParts([...merged.map(({ part }) => part), ...packed])];

  const landings = new Map<IndexPart, Landing>(alone.map(({ earlier, part }) => [earlier, { part, raised: 0 }]));
  let raised = 0;
  for (const { earlier, part } of merged) {
    for (const whole of joined) landings.set(earlier, { part: whole, raised });
    raised += part.articles.length;
  }
  const newPlaces = joined.flatMap((part) => part.articles.map((_, number) => ({ part, number }))).slice(raised);
  const placeOf = new Map(analysed.map((order, number) => [order, newPlaces[number]]));
  const places = articles.map((article, order): ArticlePlace => {
    const earlier = before[kept[order] ?? -1];
    const landing = earlier === undefined ? undefined : landings.get(earlier.part);
    if (earlier !== undefined && landing?.part === earlier.part) return earlier;
    const place =
      earlier === undefined || landing === undefined
        ? placeOf.get(order)
        : { part: landing.part, number: earlier.number + landing.raised };
    if (place === undefined) throw new Error(`article ${article.id} is in no part of the index`);
    return place;
  });
  return createGeneration(analyzer, parameters, articles, [...alone.map(({ part }) => part), ...joined], places);
}
