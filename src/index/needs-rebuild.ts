import type { Article } from "../domain/article.ts";
import type { ArticleChanges } from "./compare-articles.ts";
import type { Generation } from "./generation.ts";

/**
 * Every part costs every query a look-up of its words and a first look at its best blocks, some 20 µs; with sixteen a query
 * takes noticeably longer than it has to.
 */
const MOST_PARTS = 16;
/** Withdrawn sentences are scored for nothing, and what they took is kept apart, term by term, and copied by each update. */
const MOST_WITHDRAWN = 0.1;
/** So few are never worth the trouble. */
const FEW_WITHDRAWN = 2_000;
/** A single piece of text to pack, in characters: so much is packed in a moment, more would keep questions waiting. */
const MOST_NEW_TEXT = 1_000_000;

/** Whether updates have left so much behind that an index built afresh, aside, pays for itself. */
export function needsRebuild({ parts, sentenceCount }: Generation): boolean {
  const withdrawn = parts.reduce((sum, part) => sum + part.withdrawn.totals.sentences, 0);
  return parts.length > MOST_PARTS || withdrawn > Math.max(FEW_WITHDRAWN, MOST_WITHDRAWN * (withdrawn + sentenceCount));
}

/** Whether so much is new that an index had better be built afresh, aside, than updated. */
export function exceedsUpdate(articles: readonly Article[], { kept }: ArticleChanges): boolean {
  let length = 0;
  for (const [order, { body }] of articles.entries()) if ((kept[order] ?? -1) < 0) length += body.length;
  return length > MOST_NEW_TEXT;
}
