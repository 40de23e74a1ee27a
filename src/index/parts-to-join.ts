/**
 * The most sentences that an update packs anew for the sake of fewer parts: they are analysed again, at some 15 µs each, so
 * that an update never takes longer than this many do.
 */
const MOST_JOINED = 2_000;
/** A part this many times as large as what is joined with it stays alone. */
const MUCH_LARGER = 3;

/**
 * Chooses the parts whose articles are packed again with the new ones: the small ones, as log-structured merge trees do
 * (O'Neil, Cheng, Gawlick and O'Neil, "The log-structured merge-tree", 1996). Each part left is three times as large as all
 * smaller ones together, or too large to be packed in passing; so parts stay few, and a sentence is packed again only a few
 * times, however many updates there are.
 *
 * @param added sentences of the new articles
 */
export function partsToJoin<P extends { readonly sentences: number }>(
  parts: readonly P[],
  added: number,
): ReadonlySet<P> {
  const joined = new Set<P>();
  let sentences = Math.max(1, added);
  for (const part of parts.toSorted((a, b) => a.sentences - b.sentences)) {
    if (part.sentences >= MUCH_LARGER * sentences || part.sentences + sentences > MOST_JOINED) break;
    joined.add(part);
    sentences += part.sentences;
  }
  return joined;
}
