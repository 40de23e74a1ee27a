import type { PdfLine } from "./protocol.ts";

/** Pages without what is printed on each of them. */
export interface TrimmedPages {
  readonly pages: readonly (readonly PdfLine[])[];
  /** What was dropped, the first of each; `page` counts from 1. */
  readonly dropped: readonly { readonly text: string; readonly page: number }[];
}

/** Lines at either end of a page among which its header and footer are. */
const edgeLines = 2;

/** Drops headers and footers, which stand at the same end of several pages but for their numbers, and page numbers. */
export function dropRepeated(pages: readonly (readonly PdfLine[])[]): TrimmedPages {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edgesOf(page).values())) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const needed = pages.length <= 3 ? 2 : 3;
  const dropped = new Map<string, { readonly text: string; readonly page: number }>();
  const kept = pages.map((page, index) => {
    const edges = edgesOf(page);
    return page.filter((line) => {
      const key = edges.get(line);
      if (key === undefined || !((seen.get(key) ?? 0) >= needed || isPageNumber(line.text))) return true;
      if (!dropped.has(key)) dropped.set(key, { text: line.text, page: index + 1 });
      return false;
    });
  });
  return { pages: kept, dropped: [...dropped.values()] };
}

/** The lines at a page's top and foot, with what makes them alike on other pages. */
function edgesOf(page: readonly PdfLine[]): ReadonlyMap<PdfLine, string> {
  const fromTop = [...page].sort((left, right) => right.y - left.y);
  const edges = new Map<PdfLine, string>();
  const add = (line: PdfLine, end: string) => {
    // A title stands over the first page larger than over the others.
    edges.set(line, `${end} ${Math.round(line.height)} ${line.text.replaceAll(/\d+/gu, "#").toLowerCase()}`);
  };
  for (const line of fromTop.slice(0, edgeLines)) add(line, "top");
  // A page of few lines has its foot below its head.
  for (const line of fromTop.slice(edgeLines).slice(-edgeLines)) add(line, "foot");
  return edges;
}

function isPageNumber(text: string): boolean {
  return /^[-–—| ]*(?:page )?\d{1,4}(?: ?(?:\/|of) ?\d{1,4})?[-–—| ]*$/iu.test(text);
}
