/** An encoding that the bytes themselves show. */
export interface ShownEncoding {
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "utf-32le" | "utf-32be";
  /** Whether a byte order mark shows it. */
  readonly isMarked: boolean;
}

// The four bytes of UTF-32 come first: two of them are UTF-16's.
const marks = [
  { encoding: "utf-32le", bytes: [0xff, 0xfe, 0, 0] },
  { encoding: "utf-32be", bytes: [0, 0, 0xfe, 0xff] },
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
] as const;

/** The encoding shown by a byte order mark, or by the zeros of UTF-16 without one; null where neither is there. */
export function shownEncoding(bytes: Uint8Array): ShownEncoding | null {
  const marked = marks.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (marked) return { encoding: marked.encoding, isMarked: true };
  const encoding = utf16ByZeros(bytes.subarray(0, 4096));
  return encoding === null ? null : { encoding, isMarked: false };
}

/**
 * In UTF-16 every second byte is one of very few, and for spaces and line ends it is zero. Text of many scripts at once,
 * or of a script with thousands of characters, is not recognised.
 */
function utf16ByZeros(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  const units = Math.floor(sample.length / 2);
  if (units < 8) return null;
  const counts = [new Map<number, number>(), new Map<number, number>()] as const;
  for (let index = 0; index < units * 2; index++) {
    const of = counts[index % 2 === 0 ? 0 : 1];
    const byte = sample[index] ?? 0;
    of.set(byte, (of.get(byte) ?? 0) + 1);
  }
  for (const [high, low, encoding] of [
    [counts[1], counts[0], "utf-16le"],
    [counts[0], counts[1], "utf-16be"],
  ] as const) {
    const commonest = [...high.values()].sort((left, right) => right - left).slice(0, 2);
    const isRegular = commonest.reduce((sum, count) => sum + count, 0) >= units * 0.8;
    if (isRegular && (high.get(0) ?? 0) >= units * 0.08 && !low.has(0)) return encoding;
  }
  return null;
}
