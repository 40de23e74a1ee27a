/** How a file of word vectors begins; the digit is the version of the layout. */
export const MAGIC = "FOOTVEC1";

/** Magic and four numbers of 32 bits. */
export const HEADER_BYTES = 24;

/** Where everything stands in a file of word vectors, in bytes from its beginning. See `models/README.md`. */
export interface WordVectorsLayout {
  /** Number of words. */
  readonly size: number;
  readonly dimensions: number;
  /** Bytes of all words together. */
  readonly letterCount: number;
  /** CRC-32 of all after the header. */
  readonly checksum: number;
  readonly weights: number;
  readonly frequencies: number;
  readonly lengths: number;
  readonly letters: number;
  readonly vectors: number;
  /** Length of the whole file. */
  readonly end: number;
}

/** The layout that a header of {@link HEADER_BYTES} bytes describes, whether or not the file is as long. */
export function layoutOf(header: DataView): WordVectorsLayout {
  const size = header.getUint32(8, true);
  const dimensions = header.getUint32(12, true);
  const letterCount = header.getUint32(16, true);
  const weights = HEADER_BYTES;
  const frequencies = weights + 4 * size;
  const lengths = frequencies + 4 * size;
  const letters = lengths + size;
  const vectors = letters + letterCount;
  const end = vectors + size * dimensions;
  return {
    size,
    dimensions,
    letterCount,
    checksum: header.getUint32(20, true),
    weights,
    frequencies,
    lengths,
    letters,
    vectors,
    end,
  };
}
