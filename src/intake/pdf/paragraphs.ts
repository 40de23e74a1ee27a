import { endsAsSentence } from "../../corpus/page-paragraphs.ts";
import { joinLines } from "./hyphens.ts";
import type { PdfLine } from "./protocol.ts";

/** A paragraph of a PDF. */
export interface PdfParagraph {
  readonly text: string;
  /** Page on which it begins, counted from 1. */
  readonly page: number;
  /** Of its letters, in points. */
  readonly height: number;
}

interface Placed {
  readonly line: PdfLine;
  readonly page: number;
}

/** What is usual on a page. */
interface Measure {
  /** From one line's foot to the next. */
  readonly leading: number;
  readonly left: number;
  readonly right: number;
}

/** Joins printed lines to paragraphs, by the gaps, indents and sizes that a reader sees. */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): readonly PdfParagraph[] {
  const leading = leadingOf(pages);
  const measures = pages.map((lines) => measureOf(lines, leading));
  const paragraphs: Placed[][] = [];
  let before: Placed | undefined;
  for (const [index, lines] of pages.entries()) {
    for (const line of lines) {
      const measure = measures[index];
      const goesOn =
        before !== undefined && measure !== undefined && isSameParagraph(before, { line, page: index }, measure);
      if (goesOn) paragraphs.at(-1)?.push({ line, page: index });
      else paragraphs.push([{ line, page: index }]);
      before = { line, page: index };
    }
  }
  const known = new Set(pages.flat().flatMap(({ text }) => text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []));
  return paragraphs.map((lines) => ({
    text: joinLines(
      lines.map(({ line }) => line.text),
      known,
    ),
    page: (lines[0]?.page ?? 0) + 1,
    height: lines[0]?.line.height ?? 0,
  }));
}

function isSameParagraph(before: Placed, next: Placed, { leading, left, right }: Measure): boolean {
  const [upper, lower] = [before.line, next.line];
  const height = Math.max(upper.height, lower.height);
  if (Math.abs(upper.height - lower.height) > height * 0.15) return false;
  if (/^[•‣▪●◦]/u.test(lower.text)) return false;
  const gap = upper.y - lower.y;
  // On the next page or in the next column a sentence goes on; where one ended there, so did the paragraph.
  if (before.page !== next.page || gap <= 0) return !endsAsSentence(upper.text);
  if (gap > leading * 1.4) return false;
  const isIndented = lower.left - left > height * 0.8 && upper.left - left <= height * 0.8;
  if (isIndented && endsAsSentence(upper.text)) return false;
  const isShort = upper.right < right - (right - left) * 0.25;
  return !(isShort && endsAsSentence(upper.text));
}

function measureOf(lines: readonly PdfLine[], leading: number): Measure {
  const left = quantile(
    lines.map((line) => line.left),
    0.25,
  );
  const right = quantile(
    lines.map((line) => line.right),
    0.9,
  );
  return { leading, left: left ?? 0, right: right ?? 0 };
}

/** Fewer gaps than these may all be gaps between paragraphs. */
const fewGaps = 8;

/** The lower quartile of the gaps: lines of one paragraph are nearer to each other than paragraphs are. */
function leadingOf(pages: readonly (readonly PdfLine[])[]): number {
  const gaps = pages.flatMap((lines) =>
    lines.flatMap((line, index) => {
      const gap = (lines[index - 1]?.y ?? line.y) - line.y;
      return gap > 0 ? [gap] : [];
    }),
  );
  const usual =
    1.35 *
    (quantile(
      pages.flat().map(({ height }) => height),
      0.5,
    ) ?? 12);
  const near = quantile(gaps, 0.25) ?? usual;
  return gaps.length < fewGaps ? Math.min(near, usual) : near;
}

function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * share)];
}
