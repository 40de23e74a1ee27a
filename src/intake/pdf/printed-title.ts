import { intakeLimits } from "../limits.ts";
import type { PdfParagraph } from "./paragraphs.ts";

/**
 * The title as it is printed: the largest words of the first page, where they are larger than most of the text. Null
 * where there are none.
 */
export function printedTitle(paragraphs: readonly PdfParagraph[]): string | null {
  const heights = paragraphs.flatMap(({ text, height }) => Array<number>(Math.ceil(text.length / 40)).fill(height));
  const usual = heights.sort((one, other) => one - other)[Math.floor(heights.length / 2)] ?? 0;
  const first = paragraphs.filter(({ page, height }) => page === 1 && height > usual * 1.15);
  const largest = first.reduce<PdfParagraph | null>(
    (best, one) => (best && best.height >= one.height ? best : one),
    null,
  );
  const isTitle = largest !== null && largest.text.length <= intakeLimits.titleLength && largest.text.includes(" ");
  return isTitle ? largest.text : null;
}
