import { encodeTable } from "../../train/vectors/encode-table.ts";

/** A file of word vectors with these words; a vector's length is the word's weight. */
export function tableFile(words: Readonly<Record<string, readonly number[]>>): Buffer {
  const names = Object.keys(words);
  const vectors = Object.values(words);
  return encodeTable(
    names,
    names.map((_, row) => -1 - row),
    { dimensions: vectors[0]?.length ?? 0, vectors: Float32Array.from(vectors.flat()) },
  );
}
