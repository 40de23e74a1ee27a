import { isDeepStrictEqual } from "node:util";
import { crc32 } from "node:zlib";
import type { Result } from "../domain/result.ts";
import { SectionReader } from "./section-reader.ts";
import { SectionWriter, paddingAfter } from "./section-writer.ts";
import type { Segment } from "./segment.ts";
import { isSoundSegment } from "./segment-check.ts";
import { takeSegment } from "./segment-layout.ts";
import { SNAPSHOT_HEADER, type SnapshotHeader, type SnapshotKey, type SnapshotPart } from "./snapshot-header.ts";

/**
 * A snapshot is an index as a file: the arrays of its segments as they stand in memory, so that opening one means laying
 * arrays over its bytes. Numbers have the byte order of the machine that wrote it.
 *
 *     0   magic, 8 bytes
 *     8   byte order mark, uint32
 *     12  version of the format, uint32
 *     16  length of the file in bytes, float64
 *     24  length of the header in bytes, uint32; then 4 bytes of zeros
 *     32  header: JSON, see snapshot-header.ts; zeros up to a multiple of 16
 *         sections, each with zeros up to a multiple of 16
 *         CRC-32 of everything before it, uint32
 */

/** Like PNG's: a first byte no text has, and line ends that a transfer as text would change. */
const MAGIC = Uint8Array.of(0x89, 0x46, 0x4e, 0x58, 0x0d, 0x0a, 0x1a, 0x0a);
const BYTE_ORDER = 0x01_02_03_04;
const OTHER_BYTE_ORDER = 0x04_03_02_01;
/** Raised whenever the layout changes, or what a number in a segment means. */
const FORMAT_VERSION = 1;
const PREAMBLE_BYTES = 32;
const CHECKSUM_BYTES = 4;

/** Why a file cannot be used as a snapshot. */
export interface SnapshotFault {
  /**
   * `other-version`: written by another version of the program, or by a machine with another byte order; `other-corpus`:
   * sound, but of other articles or another analysis; `damaged`: its bytes are not those that were written.
   */
  readonly id: "not-a-snapshot" | "other-version" | "other-corpus" | "damaged";
}

/**
 * An index as a file.
 *
 * @param segments in the order of the corpus: the first holds its first articles, and so on
 * @returns the file's bytes in chunks, to be written one after the other; the arrays are not copied
 */
export function encodeSnapshot(segments: readonly Segment[], key: SnapshotKey): readonly Uint8Array[] {
  const parts: SnapshotPart[] = [];
  const sections: Uint8Array[] = [];
  let end = 0;
  for (const segment of segments) {
    const writer = new SectionWriter(segment, end);
    const { averages } = takeSegment(writer);
    parts.push({ averages: { ...averages }, sections: writer.sections });
    sections.push(...writer.chunks);
    end = writer.end;
  }
  const header = new TextEncoder().encode(JSON.stringify({ key, parts }));
  const padding = paddingAfter(PREAMBLE_BYTES + header.length);
  const total = PREAMBLE_BYTES + header.length + padding + end + CHECKSUM_BYTES;
  // zlib may take a chunk of nothing for the wish to begin anew.
  const chunks = [preamble(total, header.length), header, new Uint8Array(padding), ...sections].filter(
    (chunk) => chunk.length > 0,
  );
  const checksum = chunks.reduce((sum, chunk) => crc32(chunk, sum), 0);
  return [...chunks, new Uint8Array(Uint32Array.of(checksum).buffer)];
}

function preamble(totalBytes: number, headerBytes: number): Uint8Array {
  const bytes = new Uint8Array(PREAMBLE_BYTES);
  bytes.set(MAGIC);
  new Uint32Array(bytes.buffer, 8, 2).set([BYTE_ORDER, FORMAT_VERSION]);
  new Float64Array(bytes.buffer, 16, 1).set([totalBytes]);
  new Uint32Array(bytes.buffer, 24, 1).set([headerBytes]);
  return bytes;
}

/**
 * Opens a snapshot. The segments' arrays lie over `bytes`, which must not be changed from then on.
 *
 * @param key what the snapshot must have been made from
 */
export function decodeSnapshot(bytes: ArrayBuffer, key: SnapshotKey): Result<readonly Segment[], SnapshotFault> {
  const magic = new Uint8Array(bytes, 0, Math.min(MAGIC.length, bytes.byteLength));
  if (Buffer.compare(magic, MAGIC) !== 0) return fault("not-a-snapshot");
  if (bytes.byteLength < PREAMBLE_BYTES + CHECKSUM_BYTES) return fault("damaged");
  const [byteOrder, version] = new Uint32Array(bytes, 8, 2);
  if (byteOrder === OTHER_BYTE_ORDER) return fault("other-version");
  if (byteOrder !== BYTE_ORDER) return fault("damaged");
  if (version !== FORMAT_VERSION) return fault("other-version");
  if (!isWhole(bytes)) return fault("damaged");

  const [headerBytes = 0] = new Uint32Array(bytes, 24, 1);
  const end = bytes.byteLength - CHECKSUM_BYTES;
  const headerEnd = PREAMBLE_BYTES + headerBytes;
  const header = headerEnd > end ? null : parseHeader(new Uint8Array(bytes, PREAMBLE_BYTES, headerBytes));
  if (header === null) return fault("damaged");
  if (!isDeepStrictEqual(header.key, key)) return fault("other-corpus");

  const area = { bytes, start: headerEnd + paddingAfter(headerEnd), end };
  const segments: Segment[] = [];
  for (const part of header.parts) {
    const reader = new SectionReader(part, area);
    const segment = takeSegment(reader);
    if (!reader.isSound || !isSoundSegment(segment)) return fault("damaged");
    segments.push(segment);
  }
  const articles = segments.reduce((sum, { articleStart }) => sum + articleStart.length, 0);
  return articles === key.articles ? { ok: true, value: segments } : fault("damaged");
}

/** Whether the file is as long as it was and its checksum right. */
function isWhole(bytes: ArrayBuffer): boolean {
  const [length] = new Float64Array(bytes, 16, 1);
  if (length !== bytes.byteLength || length % CHECKSUM_BYTES !== 0) return false;
  const end = length - CHECKSUM_BYTES;
  const [checksum] = new Uint32Array(bytes, end, 1);
  return crc32(new Uint8Array(bytes, 0, end)) === checksum;
}

function parseHeader(bytes: Uint8Array): SnapshotHeader | null {
  try {
    const header = SNAPSHOT_HEADER.safeParse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    return header.success ? header.data : null;
  } catch {
    return null;
  }
}

function fault(id: SnapshotFault["id"]): Result<never, SnapshotFault> {
  return { ok: false, error: { id } };
}
