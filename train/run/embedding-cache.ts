import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { replaceFile } from "../../src/corpus/write-atomically.ts";
import type { Embedder } from "./embedder.ts";

/** Texts in a file of the cache: some seconds of work, which is what a cancelled run loses. */
const TEXTS_IN_FILE = 4096;

export interface EmbedAllOptions {
  /** Folder of the cache; made where it is missing. */
  readonly folder: string;
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/**
 * The vectors of all texts, from the cache as far as it holds them. A file of it is named by a hash of the model and of the
 * texts in it, so what has changed is embedded again and nothing else.
 *
 * @throws the signal's reason once it fires
 */
export async function embedAll(
  embedder: Embedder,
  texts: readonly string[],
  { folder, onProgress, signal }: EmbedAllOptions,
): Promise<Float32Array> {
  await mkdir(folder, { recursive: true });
  const vectors = new Float32Array(texts.length * embedder.dimensions);
  for (let from = 0; from < texts.length; from += TEXTS_IN_FILE) {
    signal.throwIfAborted();
    const part = texts.slice(from, from + TEXTS_IN_FILE);
    const hash = createHash("sha256")
      .update(JSON.stringify([embedder.id, part]))
      .digest("hex");
    const path = join(folder, `${hash.slice(0, 32)}.f32`);
    const bytes = part.length * embedder.dimensions * Float32Array.BYTES_PER_ELEMENT;
    let embedded = await readFloats(path, bytes);
    if (embedded === null) {
      embedded = await embedder.embed(part);
      await replaceFile(path, [new Uint8Array(embedded.buffer, embedded.byteOffset, embedded.byteLength)], signal);
    }
    vectors.set(embedded, from * embedder.dimensions);
    onProgress(from + part.length, texts.length);
  }
  return vectors;
}

/** The numbers in a file; null where it is missing or of another length. */
async function readFloats(path: string, bytes: number): Promise<Float32Array | null> {
  const file = await readFile(path).catch(() => null);
  if (file?.length !== bytes) return null;
  const floats = new Float32Array(bytes / Float32Array.BYTES_PER_ELEMENT);
  new Uint8Array(floats.buffer).set(file);
  return floats;
}
