import type { Article } from "../domain/article.ts";

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
  const kept = new Int32Array(after.length).fill(-1);
  const gone = new Uint8Array(before.length).fill(1);
  const keep = (place: number, order: number): boolean => {
    const [earlier, later] = [before[place], after[order]];
    if (earlier === undefined || later === undefined || !isSame(earlier, later)) return false;
    if (gone[place] === 0 || kept[order] !== -1) return false;
    kept[order] = place;
    gone[place] = 0;
    return true;
  };

  // Most of a corpus stays where it is: before the first change, and after the last.
  let start = 0;
  while (keep(start, start)) start += 1;
  let end = 0;
  while (keep(before.length - 1 - end, after.length - 1 - end)) end += 1;

  const places = new Map<string, number[]>();
  for (let place = start; place < before.length - end; place += 1) {
    const id = before[place]?.id ?? "";
    const same = places.get(id);
    if (same === undefined) places.set(id, [place]);
    else same.push(place);
  }
  for (let order = start; order < after.length - end; order += 1) {
    places.get(after[order]?.id ?? "")?.some((place) => keep(place, order));
  }
  return { kept, gone };
}

function isSame(a: Article, b: Article): boolean {
  return a === b || (a.id === b.id && a.title === b.title && a.body === b.body);
}
