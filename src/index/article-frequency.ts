import { NO_ARTICLE, baseOf } from "./blocks.ts";
import type { Generation } from "./generation.ts";
import { findString } from "./packed-strings.ts";
import { postingPosition } from "./posting.ts";
import { PAIR_POSTINGS, type Segment, firstPosting } from "./segment.ts";

/** In how many articles of the generation a term stands, be it in a sentence or in the title. */
export function articleFrequency({ parts, orders }: Generation, term: string): number {
  let articles = 0;
  for (const [place, { segment, articleOf }] of parts.entries()) {
    const number = findString(segment.terms, term);
    if (number < 0) continue;
    const found = new Set(titledBy(segment, number));
    for (const entry of entriesWith(segment, number)) found.add(articleOf[entry] ?? NO_ARTICLE);
    for (const article of found) {
      if ((orders[place]?.[article] ?? NO_ARTICLE) !== NO_ARTICLE) articles += 1;
    }
  }
  return articles;
}

function titledBy({ titleStart, titleArticle }: Segment, term: number): Uint32Array {
  return titleArticle.subarray(titleStart[term], titleStart[term + 1]);
}

/** Where the term's sentences are in arrays with one entry a slot; some twice, since neighbouring blocks overlap. */
function* entriesWith(segment: Segment, term: number): Generator<number> {
  const { pairStart, pairBlock, pairSize, postings } = segment;
  for (let pair = pairStart[term] ?? 0; pair < (pairStart[term + 1] ?? 0); pair += 1) {
    const base = baseOf(pairBlock[pair] ?? 0);
    const first = firstPosting(segment, pair);
    const end = first + ((pairSize[pair] ?? 0) & PAIR_POSTINGS);
    for (const byte of postings.subarray(first, end)) yield base + postingPosition(byte);
  }
}
