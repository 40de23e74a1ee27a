/**
 * How the sentences of a segment are numbered and cut into blocks.
 *
 * Sentences have rising *slots*: article after article, sentence after sentence. Thirty slots in a row are a block. A
 * block's postings are kept together and name their sentence by its *position* in the block, 1 to 30; positions 0 and 31
 * stand for the last slot of the block before and the first of the block after, whose postings are kept here once more. So
 * a block can be scored without looking at any other: a sentence's neighbours are always at the positions beside it. And a
 * set of sentences of a block is the bits of one number.
 *
 * Arrays with one entry a slot have one more at either end, so that position `p` of block `b` is entry `30 b + p`.
 */

/** Slots in a block. With the two beside it, its positions are the bits of a 32-bit number. */
export const BLOCK_SLOTS = 30;
/** Positions in a block, those of the neighbouring blocks' slots included. */
export const BLOCK_POSITIONS = 32;
/** The positions of a block's own slots, as bits. */
export const OWN_POSITIONS = 0x7f_ff_ff_fe;
/** Most blocks of a segment: their numbers are kept in 16 bits. */
export const MAX_BLOCKS = 0x1_00_00;
/** Most sentences of a segment: 1,966,080. */
export const MAX_SLOTS = MAX_BLOCKS * BLOCK_SLOTS;
/** Stands for "no article" where a slot belongs to none. */
export const NO_ARTICLE = 0xff_ff_ff_ff;

export function blockOf(slot: number): number {
  return Math.floor(slot / BLOCK_SLOTS);
}

/** Entry of position 0 of a block in arrays with one entry a slot. */
export function baseOf(block: number): number {
  return block * BLOCK_SLOTS;
}

/** Entry of a slot in arrays with one entry a slot. */
export function entryOf(slot: number): number {
  return slot + 1;
}

export function blockCount(slotCount: number): number {
  return Math.ceil(slotCount / BLOCK_SLOTS);
}
