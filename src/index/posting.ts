/** A posting in a byte: the position in the block in the lower five bits, the frequency in the upper three. */

const POSITION_BITS = 5;
const POSITION_MASK = 0x1f;
/** Frequencies from here on are kept in a table of their own; few words stand eight times in one sentence. */
const FREQUENT = 8;

/** @returns the byte, and whether the frequency has to be kept elsewhere */
export function packPosting(
  position: number,
  frequency: number,
): { readonly byte: number; readonly isFrequent: boolean } {
  const isFrequent = frequency >= FREQUENT;
  return { byte: position | (isFrequent ? 0 : frequency << POSITION_BITS), isFrequent };
}

export function postingPosition(byte: number): number {
  return byte & POSITION_MASK;
}

/** How often the term stands there, or 0 where that is kept elsewhere. */
export function packedFrequency(byte: number): number {
  return byte >>> POSITION_BITS;
}
