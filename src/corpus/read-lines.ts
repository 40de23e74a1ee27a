import { createReadStream } from "node:fs";

/** A line of a file as bytes, without its line end; null in place of one that is too long. */
export interface RawLine {
  /** Counted from 1. */
  readonly number: number;
  /** Offset of its first byte in the file. */
  readonly offset: number;
  readonly bytes: Buffer | null;
}

/**
 * Reads a file line by line, so that its size does not matter.
 * @param limit bytes of the longest line that is kept
 * @throws what the file system reports, or the signal's reason once it fires
 */
export async function* readLines(path: string, limit: number, signal?: AbortSignal): AsyncGenerator<RawLine> {
  let number = 1;
  let offset = 0;
  let length = 0;
  let pieces: Buffer[] = [];
  const line = (): RawLine => ({ number, offset, bytes: length > limit ? null : Buffer.concat(pieces) });
  const chunks: AsyncIterable<Buffer> = createReadStream(path, signal ? { signal } : {});
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      length += end - from;
      if (length <= limit) pieces.push(chunk.subarray(from, end));
      yield line();
      number += 1;
      offset += length + 1;
      length = 0;
      pieces = [];
      from = end + 1;
    }
    length += chunk.length - from;
    // Beyond the limit nothing more is kept: a file without line ends must not fill the memory.
    if (length <= limit) pieces.push(chunk.subarray(from));
    else pieces = [];
  }
  if (length > 0) yield line();
}
