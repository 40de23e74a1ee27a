import { Duplex, pipeline, Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import type { Result } from "../domain/result.ts";

/** Makes a stream that unpacks one layer. */
export type Decoder = () => NodeJS.ReadWriteStream;

const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ["gzip", () => createGunzip()],
  ["x-gzip", () => createGunzip()],
  ["deflate", () => Duplex.from(inflated)],
  ["br", () => createBrotliDecompress()],
]);

/** What we tell a server that we can unpack. `deflate` is understood and not asked for: servers mean two things by it. */
export const ACCEPTED_ENCODINGS = "gzip, br";

/**
 * Reads a Content-Encoding (RFC 9110, section 8.4).
 *
 * @returns what unpacks it, in the order in which it is to be done; or the name of what cannot be unpacked, the whole
 *   header where there are more layers than `limit`.
 */
export function decodersOf(header: string, limit: number): Result<readonly Decoder[], string> {
  const names = header
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (names.length > limit) return { ok: false, error: header };
  const decoders: Decoder[] = [];
  for (const name of names.toReversed()) {
    const decoder = DECODERS.get(name);
    if (decoder === undefined) return { ok: false, error: name };
    decoders.push(decoder);
  }
  return { ok: true, value: decoders };
}

/** `deflate` is zlib's format by the standard, and without zlib's frame by some servers. The first byte tells. */
async function* inflated(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return;
  const all = Readable.from(startingWith(first.value, chunks));
  const isZlib = ((first.value[0] ?? 0) & 0x0f) === 8;
  // An error of any part reaches whoever reads the last one.
  yield* pipeline(all, isZlib ? createInflate() : createInflateRaw(), () => undefined);
}

async function* startingWith(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
