import { crc32 } from "node:zlib";
import { HEADER_BYTES, MAGIC, layoutOf } from "../../src/meaning/layout.ts";
import type { FittedWords } from "./fit.ts";

/** Largest magnitude of a number in the table. */
const RANGE = 127;

/**
 * The file that `decodeWordVectors` reads. A fitted vector is parted into its length, the word's weight, and its direction in
 * int8, scaled so that its largest number is 127. Weights are scaled so that the largest is 1.
 *
 * @param words in ASCII, 1 to 64 characters, as many as rows
 * @param logFrequencies of each word, natural logarithms
 */
export function encodeTable(words: readonly string[], logFrequencies: readonly number[], fitted: FittedWords): Buffer {
  const { dimensions, vectors } = fitted;
  const letters = Buffer.from(words.join(""), "latin1");
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, "latin1");
  header.writeUInt32LE(words.length, 8);
  header.writeUInt32LE(dimensions, 12);
  header.writeUInt32LE(letters.length, 16);
  const layout = layoutOf(new DataView(header.buffer, header.byteOffset, HEADER_BYTES));

  const file = Buffer.alloc(layout.end);
  letters.copy(file, layout.letters);
  const lengths = words.map((_, row) => Math.hypot(...vectors.subarray(row * dimensions, (row + 1) * dimensions)));
  const longest = Math.max(1e-9, ...lengths);
  for (const [row, word] of words.entries()) {
    file.writeUInt8(word.length, layout.lengths + row);
    file.writeFloatLE(logFrequencies[row] ?? 0, layout.frequencies + 4 * row);
    file.writeFloatLE(Math.max(1e-6, (lengths[row] ?? 0) / longest), layout.weights + 4 * row);
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
    for (const [at, value] of vector.entries())
      file.writeInt8(Math.round((RANGE * value) / largest), layout.vectors + row * dimensions + at);
  }
  header.writeUInt32LE(crc32(file.subarray(HEADER_BYTES)), 20);
  header.copy(file);
  return file;
}
