import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/** Vectors of texts by what the texts are, so that none is worked out twice. */
export type KnownVectors = ReadonlyMap<string, Int8Array>;

const MAGIC = "FOOTENC1";
const KEY_BYTES = 12;
const VERSION_BYTES = 64;
/** Magic, version of the encoder, dimensions, number of vectors, CRC-32 of all that follows. */
const HEADER_BYTES = MAGIC.length + VERSION_BYTES + 4 + 4 + 4;

/** Names a text: 96 bits of its SHA-256, which no two texts of a corpus share. */
export function textKey(text: string): string {
  return createHash("sha256")
    .update(text)
    .digest("base64url")
    .slice(0, (KEY_BYTES * 8) / 6);
}

/** A file of vectors as bytes; little-endian. */
export function encodeVectors(version: string, dimensions: number, vectors: KnownVectors): readonly Uint8Array[] {
  const row = KEY_BYTES + dimensions;
  const rows = new Uint8Array(vectors.size * row);
  let start = 0;
  for (const [key, vector] of vectors) {
    rows.set(Buffer.from(key, "base64url"), start);
    rows.set(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength), start + KEY_BYTES);
    start += row;
  }
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(MAGIC, 0, "latin1");
  header.write(version, MAGIC.length, VERSION_BYTES, "latin1");
  header.writeUInt32LE(dimensions, HEADER_BYTES - 12);
  header.writeUInt32LE(vectors.size, HEADER_BYTES - 8);
  header.writeUInt32LE(crc32(rows), HEADER_BYTES - 4);
  return [header, rows];
}

/** Reads what {@link encodeVectors} wrote, with views of the bytes; null where it is damaged or of another encoder. */
export function decodeVectors(bytes: Uint8Array, version: string, dimensions: number): KnownVectors | null {
  if (bytes.length < HEADER_BYTES) return null;
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const named = header.toString("latin1", 0, HEADER_BYTES - 12);
  if (named !== `${MAGIC}${version.padEnd(VERSION_BYTES, "\0")}`) return null;
  const count = header.readUInt32LE(HEADER_BYTES - 8);
  const row = KEY_BYTES + dimensions;
  const rows = bytes.subarray(HEADER_BYTES);
  if (header.readUInt32LE(HEADER_BYTES - 12) !== dimensions || rows.length !== count * row) return null;
  if (crc32(rows) !== header.readUInt32LE(HEADER_BYTES - 4)) return null;
  const vectors = new Map<string, Int8Array>();
  for (let start = 0; start < rows.length; start += row) {
    const key = Buffer.from(rows.buffer, rows.byteOffset + start, KEY_BYTES).toString("base64url");
    vectors.set(key, new Int8Array(rows.buffer, rows.byteOffset + start + KEY_BYTES, dimensions));
  }
  return vectors;
}
