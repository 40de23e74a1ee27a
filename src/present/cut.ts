/** What stands where a text was cut. */
const ELLIPSIS = "…";

/**
 * A text of at most `limit` UTF-16 units, cut between characters as people see them, with an ellipsis where something is
 * missing. Only the part near the cut is segmented: counting the characters of a long text takes too long.
 */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = limit - ELLIPSIS.length;
  if (room <= 0) return ELLIPSIS.slice(0, Math.max(limit, 0));
  let kept = text.slice(0, room + 1);
  const from = Math.max(0, kept.length - 64);
  const last = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(kept.slice(from))].at(-1);
  kept = kept.slice(0, from + (last?.index ?? 0));
  return `${kept.trimEnd()}${ELLIPSIS}`;
}
