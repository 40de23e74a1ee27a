/** What a choice among parts goes by. */
export interface PartSize {
  /** Sentences that are left. */
  readonly sentences: number;
  /** Slots, those of withdrawn sentences and those left free included. */
  readonly slots: number;
}

export interface JoinPlan<P> {
  /** Their articles are analysed again with the new ones, which leaves nothing of what was withdrawn. */
  readonly analysed: ReadonlySet<P>;
  /** They are merged with the new part as they are. */
  readonly merged: ReadonlySet<P>;
}

/** Most sentences analysed in one go, at some 25 µs each, where the new ones are not more already. */
const MOST_ANALYSED = 300;
/** Most slots merged in one go, at some 5 µs each: with what is analysed, an update is done in 50 ms. */
const MOST_MERGED = 3_000;
/** A part this many times as large as all that is joined stays alone. */
const MUCH_LARGER = 3;

/**
 * Chooses the parts to be joined with the new articles: the small ones, as log-structured merge trees do (O'Neil, Cheng,
 * Gawlick and O'Neil, "The log-structured merge-tree", 1996). Each part left alone is three times as large as all smaller
 * ones together, or too large to be joined in passing; so parts stay few, and a sentence is packed again only a few times,
 * however many updates there are.
 *
 * @param added sentences of the new articles
 */
export function partsToJoin<P extends PartSize>(parts: readonly P[], added: number): JoinPlan<P> {
  const analysed = new Set<P>();
  const merged = new Set<P>();
  let size = Math.max(1, added);
  for (const part of parts.toSorted((a, b) => a.sentences - b.sentences)) {
    if (part.sentences >= MUCH_LARGER * size || size + part.sentences > MOST_ANALYSED) break;
    analysed.add(part);
    size += part.sentences;
  }
  for (const part of parts.filter((one) => !analysed.has(one)).toSorted((a, b) => a.slots - b.slots)) {
    if (part.slots >= MUCH_LARGER * size || size + part.slots > MOST_MERGED) break;
    merged.add(part);
    size += part.slots;
  }
  return { analysed, merged };
}
