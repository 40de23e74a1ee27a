import { plainSegmentStarts } from "./plain-segments.ts";

/** Where in a text sentences start by Unicode's rules (UAX 29), the first one at 0 left out, in order. */
export type Segmentation = (text: string) => readonly number[];

/** Characters segmented at once: `Intl.Segmenter` is quadratic on Node 20. */
const WINDOW = 4000;

/** `Intl.Segmenter`, made once and only when a text is not plain: making one takes as long as segmenting six sentences. */
export function createSegmentation(): Segmentation {
  let segmenter: Intl.Segmenter | null = null;

  function startsIn(window: string): readonly number[] {
    const plain = plainSegmentStarts(window);
    if (plain !== null) return plain;
    segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
    return Array.from(segmenter.segment(window), (segment) => segment.index).slice(1);
  }

  return (text) => {
    const starts: number[] = [];
    let from = 0;
    while (from < text.length) {
      const found = startsIn(text.slice(from, from + WINDOW));
      for (const start of found) starts.push(from + start);
      const last = found.at(-1);
      from += last === undefined || from + WINDOW >= text.length ? WINDOW : last;
    }
    return starts;
  };
}
