const ELLIPSIS = "…";
/** A base character buried under this many marks is not a letter any more; it may be cut in two. */
const GRAPHEME_MAX = 64;

/**
 * Shortens a text to at most `limit` UTF-16 code units, between two graphemes (UAX #29) and with an ellipsis at the end.
 * Texts within the limit stay as they are.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return "";
  return text.slice(0, boundaryBefore(text, limit - ELLIPSIS.length)) + ELLIPSIS;
}

/** Share of a text that is rather lost than a word cut in two. */
const LOST_FOR_A_WORD = 0.3;

/** Like {@link cut}, but between two words where one ends near enough. */
export function cutAtWord(text: string, limit: number): string {
  const short = cut(text, limit);
  if (short === text) return text;
  const words = short.slice(0, short.lastIndexOf(" ")).replace(/[\s,;:.–-]+$/u, "");
  return words.length > 0 && words.length >= limit * (1 - LOST_FOR_A_WORD) ? words + ELLIPSIS : short;
}

/** Segments a window only: Intl.Segmenter's time grows with the square of what it is given. */
function boundaryBefore(text: string, end: number): number {
  const from = Math.max(0, end - 2 * GRAPHEME_MAX);
  const window = text.slice(from, end + GRAPHEME_MAX);
  const at = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(window).containing(end - from)?.index;
  const boundary = from + (at ?? 0);
  if (boundary > from && end - boundary <= GRAPHEME_MAX) return boundary;
  return isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
