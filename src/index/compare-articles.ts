import type { Article } from "../domain/article.ts";
import type { IndexedText } from "./segment-builder.ts";

/** How a corpus differs from an earlier one, as far as an index over it is concerned. */
export interface ArticleChanges {
  /** For each article of the later corpus its place in the earlier one, or −1 where its text is new and must be analysed. */
  readonly kept: Int32Array;
  /** For each article of the earlier corpus whether its text is no longer there. */
  readonly gone: Uint8Array;
}

/**
 * Finds out which articles stayed: those with the same id, title and body, wherever they stand now and whatever else is
 * said of them. Of several articles with one id each is kept at most once.
 */
export function compareArticles(before: readonly Article[], after: readonly Article[]): ArticleChanges {
  const firstOf = new Map<string, number>();
  /** The next place of an article with the same id, or −1. */
  const nextOf = new Int32Array(before.length).fill(-1);
  for (let place = before.length - 1; place >= 0; place -= 1) {
    const id = before[place]?.id ?? "";
    nextOf[place] = firstOf.get(id) ?? -1;
    firstOf.set(id, place);
  }
  const kept = new Int32Array(after.length).fill(-1);
  const gone = new Uint8Array(before.length).fill(1);
  for (const [order, article] of after.entries()) {
    for (let place = firstOf.get(article.id) ?? -1; place >= 0; place = nextOf[place] ?? -1) {
      const candidate = before[place];
      if (candidate === undefined || gone[place] === 0 || !sameText(candidate, article)) continue;
      kept[order] = place;
      gone[place] = 0;
      break;
    }
  }
  return { kept, gone };
}

function sameText(a: IndexedText, b: IndexedText): boolean {
  return a.title === b.title && a.body === b.body;
}
