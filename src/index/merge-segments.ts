import { BLOCK_SLOTS } from "./blocks.ts";
import { GrowingArray } from "./growing-array.ts";
import { mergeStrings } from "./merge-strings.ts";
import type { PackedPairs } from "./pack-pairs.ts";
import { PAIR_POSTINGS, type Segment, postingStarts, segmentBlocks, slotCount } from "./segment.ts";

/**
 * Joins segments into one, in order. Every segment begins at a block of its own, so that its blocks stay what they are and
 * only get other numbers; the few slots left free at the end of a segment stay empty. Bounds hold for the smallest of the
 * averages they were worked out with.
 */
export function mergeSegments(segments: readonly Segment[]): Segment {
  const cursors = cursorsOf(segments);
  const { titleLength, articleStart, articleEnd } = mergeArticles(cursors);
  return {
    averages: {
      sentence: leastOf(segments.map(({ averages }) => averages.sentence)),
      title: leastOf(segments.map(({ averages }) => averages.title)),
    },
    ...mergePostings(cursors),
    titleLength,
    articleStart,
    articleEnd,
    sentenceLength: mergeSlots(cursors, Uint16Array, ({ sentenceLength }) => sentenceLength),
    sentenceStart: mergeSlots(cursors, Uint32Array, ({ sentenceStart }) => sentenceStart),
    sentenceSize: mergeSlots(cursors, Uint16Array, ({ sentenceSize }) => sentenceSize),
    sentenceParagraph: mergeSlots(cursors, Uint32Array, ({ sentenceParagraph }) => sentenceParagraph),
    ...mergeWords(segments),
  };
}

/** The smallest average above 0, if any: where it is 0 there are no texts whose bounds could depend on it. */
function leastOf(averages: readonly number[]): number {
  const some = averages.filter((average) => average > 0);
  return some.length === 0 ? 0 : Math.min(...some);
}

/** How far the reading of a segment has come, and what its numbers are raised by. */
interface Cursor {
  readonly segment: Segment;
  readonly block: number;
  readonly slot: number;
  readonly article: number;
  posting: number;
  frequent: number;
}

function cursorsOf(segments: readonly Segment[]): readonly Cursor[] {
  let block = 0;
  let article = 0;
  return segments.map((segment) => {
    const cursor = { segment, block, slot: block * BLOCK_SLOTS, article, posting: 0, frequent: 0 };
    block += segmentBlocks(segment);
    article += segment.articleStart.length;
    return cursor;
  });
}

type MergedPostings = PackedPairs & Pick<Segment, "terms" | "titleStart" | "titleArticle" | "titleFrequency">;

function mergePostings(cursors: readonly Cursor[]): MergedPostings {
  const total = (count: (segment: Segment) => number): number =>
    cursors.reduce((sum, { segment }) => sum + count(segment), 0);
  const pairBlock = new Uint16Array(total((segment) => segment.pairBlock.length));
  const pairBound = new Uint8Array(pairBlock.length);
  const pairSize = new Uint8Array(pairBlock.length);
  const postings = new Uint8Array(total((segment) => segment.postings.length));
  const titleArticle = new Uint32Array(total((segment) => segment.titleArticle.length));
  const titleFrequency = new Uint16Array(titleArticle.length);
  const pairStart = new GrowingArray(Uint32Array);
  const sentenceFrequency = new GrowingArray(Uint32Array);
  const termBound = new GrowingArray(Uint8Array);
  const titleStart = new GrowingArray(Uint32Array);
  const frequentPosting = new GrowingArray(Uint32Array);
  const frequentFrequency = new GrowingArray(Uint16Array);
  let pair = 0;
  let posting = 0;
  let title = 0;

  const addPairs = (cursor: Cursor, term: number): void => {
    const { segment } = cursor;
    let count = 0;
    for (let from = segment.pairStart[term] ?? 0; from < (segment.pairStart[term + 1] ?? 0); from += 1) {
      const size = segment.pairSize[from] ?? 0;
      pairBlock[pair] = (segment.pairBlock[from] ?? 0) + cursor.block;
      pairBound[pair] = segment.pairBound[from] ?? 0;
      pairSize[pair] = size;
      pair += 1;
      count += size & PAIR_POSTINGS;
    }
    const end = cursor.posting + count;
    for (; (segment.frequentPosting[cursor.frequent] ?? end) < end; cursor.frequent += 1) {
      frequentPosting.push((segment.frequentPosting[cursor.frequent] ?? 0) - cursor.posting + posting);
      frequentFrequency.push(segment.frequentFrequency[cursor.frequent] ?? 0);
    }
    postings.set(segment.postings.subarray(cursor.posting, end), posting);
    cursor.posting = end;
    posting += count;
  };
  const addTitles = ({ segment, article }: Cursor, term: number): void => {
    for (let from = segment.titleStart[term] ?? 0; from < (segment.titleStart[term + 1] ?? 0); from += 1) {
      titleArticle[title] = (segment.titleArticle[from] ?? 0) + article;
      titleFrequency[title] = segment.titleFrequency[from] ?? 0;
      title += 1;
    }
  };

  const terms = mergeStrings(
    cursors.map(({ segment }) => segment.terms),
    (numbers) => {
      pairStart.push(pair);
      titleStart.push(title);
      let frequency = 0;
      let bound = 0;
      for (const [source, cursor] of cursors.entries()) {
        const term = numbers[source] ?? -1;
        if (term < 0) continue;
        addPairs(cursor, term);
        addTitles(cursor, term);
        frequency += cursor.segment.sentenceFrequency[term] ?? 0;
        bound = Math.max(bound, cursor.segment.termBound[term] ?? 0);
      }
      sentenceFrequency.push(frequency);
      termBound.push(bound);
    },
  );
  pairStart.push(pair);
  titleStart.push(title);
  return {
    terms,
    pairStart: pairStart.toArray(),
    sentenceFrequency: sentenceFrequency.toArray(),
    termBound: termBound.toArray(),
    pairBlock,
    pairBound,
    pairSize,
    postingStart: postingStarts(pairSize),
    postings,
    frequentPosting: frequentPosting.toArray(),
    frequentFrequency: frequentFrequency.toArray(),
    titleStart: titleStart.toArray(),
    titleArticle,
    titleFrequency,
  };
}

function mergeWords(segments: readonly Segment[]): Pick<Segment, "words" | "wordCount"> {
  const counts = new GrowingArray(Uint32Array);
  const words = mergeStrings(
    segments.map(({ words }) => words),
    (numbers) => {
      let count = 0;
      for (const [source, number] of numbers.entries()) count += segments[source]?.wordCount[number] ?? 0;
      counts.push(count);
    },
  );
  return { words, wordCount: counts.toArray() };
}

function mergeArticles(cursors: readonly Cursor[]): Pick<Segment, "titleLength" | "articleStart" | "articleEnd"> {
  const count = cursors.reduce((sum, { segment }) => sum + segment.articleStart.length, 0);
  const titleLength = new Uint16Array(count);
  const articleStart = new Uint32Array(count);
  const articleEnd = new Uint32Array(count);
  for (const { segment, article, slot } of cursors) {
    titleLength.set(segment.titleLength, article);
    for (const [number, start] of segment.articleStart.entries()) {
      articleStart[article + number] = start + slot;
      articleEnd[article + number] = (segment.articleEnd[number] ?? 0) + slot;
    }
  }
  return { titleLength, articleStart, articleEnd };
}

/** Puts arrays with one entry a slot, and one more at either end, one after the other. */
function mergeSlots<A extends Uint16Array | Uint32Array>(
  cursors: readonly Cursor[],
  type: new (length: number) => A,
  valuesOf: (segment: Segment) => A,
): A {
  const last = cursors.at(-1);
  const merged = new type((last === undefined ? 0 : last.slot + slotCount(last.segment)) + 2);
  for (const { segment, slot } of cursors) merged.set(valuesOf(segment).subarray(1, -1), slot + 1);
  return merged;
}
