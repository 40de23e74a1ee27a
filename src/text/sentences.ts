import type { Span } from "../domain/sentence.ts";
import { quotationsWithin } from "./quotations.ts";
import { createSegmentation, type Segmentation } from "./segmentation.ts";
import { settleBoundary, type Boundary } from "./sentence-boundaries.ts";

/** Where a sentence stands in its text. */
export interface SentenceSpan extends Span {
  /** Which paragraph it stands in, from 0. Paragraphs are parted by blank lines. */
  readonly paragraph: number;
}

/** Longest sentence in characters. What is longer is cut at a space. */
const MAX_LENGTH = 4000;

const LINE_BREAKS = /[\n\v\f\r\u2028\u2029]/gu;
const LINE = /[^\n\v\f\r\u2028\u2029]*(?:\r\n|[\n\v\f\r\u2028\u2029]|$)/gu;
const LIST_ITEM =
  /[\n\v\f\r\u2028\u2029][^\S\n\v\f\r\u2028\u2029]*(?=[•‣▪●◦*-]\s)|(?<=[.:;!?][^\S\n\r]{0,9}[\r\n]{1,2})(?=[^\S\n\r]{0,9}\(?\d{1,2}[.)]\s)/gu;

/** Ends that Unicode's rules leave out: before a number or "iPhone", after "…", and where a space was forgotten. */
const OVERLOOKED =
  /[.!?…]["'”’“»)\]}]*\s+(?=["'“„«([]*(?:\p{Nd}|[ie]\p{Lu}))|…["'”’“»)\]}]*\s+(?=["'“„«([]*\p{Lu})|[.!?](?<=[\p{Ll}\d]{2}[.!?])["”’»)]*(?=["“„«(]*\p{Lu}[\p{Ll}\s’'])/gu;

/**
 * The sentences of a text, in order. `body.slice(start, end)` is a sentence without white space around it; sentences do not
 * overlap, and every other character is white space. A line break within a paragraph counts as a space, unless a list item
 * follows. None is longer than 4,000 characters.
 *
 * Unicode's sentence rules (UAX 29) propose, {@link settleBoundary} disposes. Linear in the length of `body`.
 */
export function splitSentences(body: string): readonly SentenceSpan[] {
  const segmentStarts = createSegmentation();
  return paragraphs(body).flatMap(({ start, end }, paragraph) =>
    sentencesIn(body.slice(start, end), segmentStarts)
      .flatMap((span) => cut(body, start + span.start, start + span.end))
      .map((span) => ({ start: span.start, end: span.end, paragraph })),
  );
}

/** Runs of lines that are not blank. */
function paragraphs(body: string): readonly Span[] {
  const found: Span[] = [];
  let open: number | null = null;
  for (const { 0: line, index } of body.matchAll(LINE)) {
    const blank = line.trim() === "";
    if (!blank) open ??= index;
    else if (open !== null) {
      found.push({ start: open, end: index });
      open = null;
    }
  }
  return open === null ? found : [...found, { start: open, end: body.length }];
}

function sentencesIn(paragraph: string, segmentStarts: Segmentation): readonly Span[] {
  const text = paragraph.replace(LINE_BREAKS, " ");
  const proposed = new Set([...segmentStarts(text), ...matchEnds(text, OVERLOOKED)]);
  const settled = inOrder([...proposed].map((at) => settleBoundary(text, at)).filter((found) => found !== null));
  const items = text === paragraph ? [] : matchEnds(paragraph, LIST_ITEM).map((at) => ({ end: at, next: at }));
  const outside = withoutThoseIn(quotationsWithin(text), settled);
  return joinWordless(text, spansBetween(text, inOrder([...outside, ...items])));
}

/** Both are in order. */
function withoutThoseIn(quotations: readonly Span[], boundaries: readonly Boundary[]): readonly Boundary[] {
  let index = 0;
  return boundaries.filter(({ next }) => {
    while ((quotations[index]?.end ?? Infinity) < next) index += 1;
    return next <= (quotations[index]?.start ?? Infinity);
  });
}

function matchEnds(text: string, pattern: RegExp): readonly number[] {
  return Array.from(text.matchAll(pattern), (match) => match.index + match[0].length);
}

function inOrder(boundaries: readonly Boundary[]): readonly Boundary[] {
  return boundaries.toSorted((a, b) => a.next - b.next);
}

function spansBetween(text: string, boundaries: readonly Boundary[]): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { end, next } of boundaries) {
    if (end <= start) continue;
    spans.push(trimmed(text, start, end));
    start = next;
  }
  return [...spans, trimmed(text, start, text.length)].filter((span) => span.start < span.end);
}

function trimmed(text: string, start: number, end: number): Span {
  const part = text.slice(start, end);
  return { start: end - part.trimStart().length, end: start + part.trimEnd().length };
}

/** Joins what holds neither letter nor digit, such as a stray quote, to the sentence before it, or else after it. */
function joinWordless(text: string, spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  let lastHasWord = false;
  for (const span of spans) {
    const hasWord = /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end));
    const last = joined.at(-1);
    if (last === undefined || (hasWord && lastHasWord)) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: span.end };
    lastHasWord = hasWord || (lastHasWord && last !== undefined);
  }
  return joined;
}

/** Cuts what is too long for a sentence at a space, or where there is none between two characters. */
function cut(body: string, start: number, end: number): readonly Span[] {
  const spans: Span[] = [];
  let from = start;
  while (end - from > MAX_LENGTH) {
    const window = body.slice(from, from + MAX_LENGTH);
    const space = /\s\S*$/u.exec(window)?.index ?? 0;
    const length = space > 0 ? space : window.length - (/[\uD800-\uDBFF]$/u.test(window) ? 1 : 0);
    spans.push(trimmed(body, from, from + length));
    from += length;
  }
  return [...spans, trimmed(body, from, end)].filter((span) => span.start < span.end);
}
