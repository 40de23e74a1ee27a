import { MAX_SLOTS } from "./blocks.ts";
import { type PackedStrings, countStrings } from "./packed-strings.ts";
import { PAIRS_PER_START, PAIR_POSTINGS, type Segment, slotCount } from "./segment.ts";

/**
 * Whether the arrays of a segment fit together, so that whoever goes from one to another stays within it. Takes time in
 * step with the terms and the articles, not with the postings: it is no proof that the index is right.
 */
export function isSoundSegment(segment: Segment): boolean {
  return areTermsSound(segment) && arePairsSound(segment) && areArticlesSound(segment);
}

function areTermsSound({ terms, words, wordCount, ...segment }: Segment): boolean {
  const count = countStrings(terms);
  const { pairStart, sentenceFrequency, titleStart, titleArticle, titleFrequency, articleStart } = segment;
  return (
    areStringsSound(terms) &&
    areStringsSound(words) &&
    wordCount.length === countStrings(words) &&
    sentenceFrequency.length === count &&
    segment.termBound.length === count &&
    areRanges(pairStart, count, segment.pairBlock.length) &&
    areRanges(titleStart, count, titleArticle.length) &&
    titleFrequency.length === titleArticle.length &&
    areBelow(titleArticle, articleStart.length)
  );
}

function areStringsSound(strings: PackedStrings): boolean {
  return areRanges(strings.starts, countStrings(strings), strings.units.length);
}

function arePairsSound({ pairBlock, pairBound, pairSize, postingStart, postings, ...segment }: Segment): boolean {
  const pairs = pairBlock.length;
  if (pairBound.length !== pairs || pairSize.length !== pairs) return false;
  if (postingStart.length !== Math.ceil(pairs / PAIRS_PER_START)) return false;
  let last = postingStart.at(-1) ?? 0;
  for (const size of pairSize.subarray(Math.max(0, (postingStart.length - 1) * PAIRS_PER_START))) {
    last += size & PAIR_POSTINGS;
  }
  return (
    last === postings.length &&
    isRising(postingStart) &&
    segment.frequentPosting.length === segment.frequentFrequency.length
  );
}

function areArticlesSound(segment: Segment): boolean {
  const { articleStart, articleEnd, titleLength, sentenceLength } = segment;
  const slots = slotCount(segment);
  const bySlot = [segment.sentenceStart, segment.sentenceSize, segment.sentenceParagraph];
  if (slots < 0 || slots > MAX_SLOTS || bySlot.some(({ length }) => length !== sentenceLength.length)) return false;
  if (articleEnd.length !== articleStart.length || titleLength.length !== articleStart.length) return false;
  let free = 0;
  for (const [article, start] of articleStart.entries()) {
    const end = articleEnd[article] ?? 0;
    if (start < free || end < start) return false;
    free = end;
  }
  return free <= slots;
}

/** Whether numbers say where each of `count` ranges begins, that end to end are as long as `total`. */
function areRanges(starts: Uint32Array, count: number, total: number): boolean {
  return starts.length === count + 1 && starts[0] === 0 && starts[count] === total && isRising(starts);
}

function isRising(numbers: Uint32Array): boolean {
  let before = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index] ?? 0;
    if (number < before) return false;
    before = number;
  }
  return true;
}

function areBelow(numbers: Uint32Array, limit: number): boolean {
  for (let index = 0; index < numbers.length; index += 1) if ((numbers[index] ?? 0) >= limit) return false;
  return true;
}
