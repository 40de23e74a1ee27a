import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Result } from "../domain/result.ts";
import { HEADER_BYTES, MAGIC, layoutOf, type WordVectorsLayout } from "./layout.ts";
import { createWordRows, type PackedWords } from "./word-rows.ts";

/** What words mean, as directions: words that are used alike point alike. Rows in falling order of frequency in English. */
export interface WordVectors {
  /** First 12 hex digits of the file's SHA-256; indexes built with another table are not mixed with it. */
  readonly version: string;
  readonly dimensions: number;
  /** Number of words. */
  readonly size: number;
  /** Row of a folded word (lower case, no accents, as src/text gives `folded`), −1 where the table lacks it. */
  row(folded: string): number;
  /** The word's direction, `dimensions` numbers scaled so that the largest uses the range; a view, not to be written. */
  vector(row: number): Int8Array;
  /** Euclidean length of `vector(row)`, for cosines. */
  norm(row: number): number;
  /** Dot product of a word's direction, at length 1, with another direction: a cosine where that has length 1 too. */
  project(row: number, direction: Float32Array): number;
  /** Adds `vector(row)` times a factor to a sum. */
  addTo(sum: Float64Array, row: number, factor: number): void;
  /** What the word adds to the meaning of a sentence beside others, > 0: stop words little. */
  weight(row: number): number;
  /** Estimated natural logarithm of the word's share of running English text. */
  logFrequency(row: number): number;
}

/**
 * Why bytes are no table: `foreign` where they do not begin as one, `cut` where there are fewer or more than their beginning
 * says, `damaged` where the checksum or a value is wrong.
 */
export type WordVectorsError = "foreign" | "cut" | "damaged";

/**
 * Reads a table as `models/README.md` lays it out. The bytes are kept and must not change afterwards.
 *
 * Takes some 25 ms for 9 MB, half of it for SHA-256, and two megabytes beyond the bytes.
 */
export function decodeWordVectors(bytes: Uint8Array): Result<WordVectors, WordVectorsError> {
  if (bytes.length < HEADER_BYTES) return { ok: false, error: startsAsTable(bytes) ? "cut" : "foreign" };
  if (!startsAsTable(bytes)) return { ok: false, error: "foreign" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const layout = layoutOf(view);
  if (layout.end !== bytes.length) return { ok: false, error: "cut" };
  if (crc32(bytes.subarray(HEADER_BYTES)) !== layout.checksum) return { ok: false, error: "damaged" };
  const words = wordsOf(bytes, layout);
  const weights = floatsAt(view, layout.weights, layout.size);
  const frequencies = floatsAt(view, layout.frequencies, layout.size);
  if (layout.dimensions === 0 || words === null || weights.some((weight) => !(weight > 0 && weight < Infinity)))
    return { ok: false, error: "damaged" };

  const { size, dimensions } = layout;
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset + layout.vectors, size * dimensions);
  const rowOf = createWordRows(words);
  const norm = createNorms(vectors, size, dimensions);
  return {
    ok: true,
    value: {
      version: createHash("sha256").update(bytes).digest("hex").slice(0, 12),
      dimensions,
      size,
      row: rowOf,
      vector: (row) => vectors.subarray(row * dimensions, (row + 1) * dimensions),
      norm,
      project(row, direction) {
        const length = norm(row);
        if (length === 0) return 0;
        const start = row * dimensions;
        let sum = 0;
        for (let at = 0; at < dimensions; at += 1) sum += (vectors[start + at] ?? 0) * (direction[at] ?? 0);
        return sum / length;
      },
      addTo(sum, row, factor) {
        const start = row * dimensions;
        for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + factor * (vectors[start + at] ?? 0);
      },
      weight: (row) => weights[row] ?? 0,
      logFrequency: (row) => frequencies[row] ?? -Infinity,
    },
  };
}

function startsAsTable(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, MAGIC.length);
  return length > 0 && bytes.subarray(0, length).every((byte, index) => byte === MAGIC.charCodeAt(index));
}

/** Where each word stands among the letters; null where the lengths do not add up. */
function wordsOf(bytes: Uint8Array, { size, lengths, letters, letterCount }: WordVectorsLayout): PackedWords | null {
  const starts = new Uint32Array(size + 1);
  let end = 0;
  for (let row = 0; row < size; row += 1) {
    end += bytes[lengths + row] ?? 0;
    starts[row + 1] = end;
  }
  return end === letterCount ? { letters: bytes.subarray(letters, letters + letterCount), starts } : null;
}

/** A copy, since the bytes may begin anywhere in memory, and numbers in a file are little-endian everywhere. */
function floatsAt(view: DataView, offset: number, count: number): Float32Array {
  const floats = new Float32Array(count);
  for (let index = 0; index < count; index += 1) floats[index] = view.getFloat32(offset + 4 * index, true);
  return floats;
}

/** Lengths of rows, each worked out when it is first asked for: few of the words are ever met. */
function createNorms(vectors: Int8Array, size: number, dimensions: number): (row: number) => number {
  const norms = new Float32Array(size);
  return (row) => {
    const known = norms[row] ?? 0;
    if (known > 0) return known;
    let squares = 0;
    for (const value of vectors.subarray(row * dimensions, (row + 1) * dimensions)) squares += value * value;
    norms[row] = Math.sqrt(squares);
    return norms[row] ?? 0;
  };
}
