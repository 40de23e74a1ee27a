import type { Font } from "./font.ts";

/** Characters looked at of a text; more than any line holds. */
const LONGEST = 300;
/** Bidirectional controls, zero-width characters, soft hyphens, variation selectors, tags. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
const BLANK = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
const ELLIPSIS = "…";
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * A text as it can be drawn on one line: without what cannot be seen, and without symbols that the font lacks. Where it
 * lacks a letter the text is left out whole, since the rest would not be what was written.
 *
 * @param width in pixels
 * @param size of the font, in pixels
 * @returns cut between graphemes, with an ellipsis, where it is wider; empty for nothing to draw
 */
export function drawableText(text: string, font: Font, size: number, width: number): string {
  const seen = text.slice(0, LONGEST).replaceAll(LONE_SURROGATE, "").normalize("NFC").replaceAll(UNSEEN, "");
  const drawn: string[] = [];
  for (const character of seen.replaceAll(BLANK, " ").trim()) {
    const has = font.has(character.codePointAt(0) ?? 0);
    if (!has && LETTER.test(character)) return "";
    if (has) drawn.push(character);
  }
  const whole = drawn.join("").trim();
  if (font.widthOf(whole) * size <= width) return whole;
  return cutToWidth(whole, (part) => font.widthOf(part) * size <= width);
}

function cutToWidth(text: string, fits: (part: string) => boolean): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
    if (!fits(kept + segment + ELLIPSIS)) break;
    kept += segment;
  }
  return kept === "" ? "" : kept.trimEnd() + ELLIPSIS;
}
