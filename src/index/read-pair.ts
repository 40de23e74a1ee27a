import { BLOCK_SLOTS, NO_ARTICLE, baseOf } from "./blocks.ts";
import type { FieldNorms } from "./field-norms.ts";
import { packedFrequency, postingPosition } from "./posting.ts";
import { IN_TITLE, PAIR_POSTINGS, type Segment, firstPosting } from "./segment.ts";
import type { TermBlock } from "./term-block.ts";

/** Unpacks a term's postings and titles in one block. */
export function readPair(segment: Segment, norms: FieldNorms, term: number, pair: number, into: TermBlock): void {
  into.clear();
  const { pairBlock, pairSize, postings } = segment;
  const size = pairSize[pair] ?? 0;
  const count = size & PAIR_POSTINGS;
  if (count > 0) {
    const first = firstPosting(segment, pair);
    for (let posting = first; posting < first + count; posting += 1) {
      const byte = postings[posting] ?? 0;
      into.addPosting(postingPosition(byte), packedFrequency(byte) || frequencyOf(segment, posting));
    }
  }
  if ((size & IN_TITLE) !== 0) readTitles(segment, norms, term, baseOf(pairBlock[pair] ?? 0), into);
}

/** The frequency of a posting that has no room for it. */
function frequencyOf({ frequentPosting, frequentFrequency }: Segment, posting: number): number {
  return frequentFrequency[lowerBound(frequentPosting, 0, frequentPosting.length, posting)] ?? 0;
}

function readTitles(segment: Segment, norms: FieldNorms, term: number, base: number, into: TermBlock): void {
  const { titleStart, titleArticle, titleFrequency, articleStart, articleEnd } = segment;
  const end = titleStart[term + 1] ?? 0;
  // Articles are numbered as their sentences are: the first that reaches into the block is found by bisection.
  let low = titleStart[term] ?? 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((articleEnd[titleArticle[middle] ?? NO_ARTICLE] ?? 0) <= base) low = middle + 1;
    else high = middle;
  }
  for (let title = low; title < end; title += 1) {
    const article = titleArticle[title] ?? 0;
    if ((articleStart[article] ?? 0) >= base + BLOCK_SLOTS) break;
    into.addTitle(segment, norms, base, article, titleFrequency[title] ?? 0);
  }
}

/** Index of the first number that is not below `wanted`, in a rising stretch. */
function lowerBound(numbers: Uint32Array, start: number, end: number, wanted: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
