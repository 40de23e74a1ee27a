import { z } from "zod";
import type { PdfLine } from "./protocol.ts";

/** A piece of text as PDF.js places it; `transform` ends with its place. */
export const textItem = z.object({
  str: z.string(),
  width: z.number(),
  height: z.number(),
  transform: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
  hasEOL: z.boolean(),
});

/** Puts pieces of text together to the lines that they were printed as. */
export function linesOfItems(items: readonly z.infer<typeof textItem>[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let line: PdfLine | null = null;
  const end = (): void => {
    if (line !== null && line.text.trim() !== "")
      lines.push({ ...line, text: line.text.replaceAll(/\s+/gu, " ").trim() });
    line = null;
  };
  for (const { str, width, height, transform, hasEOL } of items) {
    const [, , , , left, y] = transform;
    const isBlank = str.trim() === "";
    // A raised or lowered figure stays on its line.
    if (line !== null && !isBlank && Math.abs(y - line.y) > Math.max(height, line.height) * 0.6) end();
    if (line === null && !isBlank) line = { text: str, left, right: left + width, y, height };
    else if (line !== null) line = joined(line, str, isBlank ? null : { left, right: left + width, height });
    if (hasEOL) end();
  }
  end();
  return lines;
}

function joined(
  line: PdfLine,
  text: string,
  box: { readonly left: number; readonly right: number; readonly height: number } | null,
): PdfLine {
  return {
    text: line.text + text,
    left: Math.min(line.left, box?.left ?? line.left),
    right: Math.max(line.right, box?.right ?? line.right),
    y: line.y,
    height: Math.max(line.height, box?.height ?? 0),
  };
}
