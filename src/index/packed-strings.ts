/**
 * Distinct strings in rising order of their UTF-16 code units (the order of JavaScript's `<`), end to end in one array:
 * what a sorted array of strings is, but without an object for each, so that a snapshot is used as it was read.
 */
export interface PackedStrings {
  readonly units: Uint16Array;
  /** Where each string begins in `units`; one entry more than strings, so that `[n, n + 1)` is a string's range. */
  readonly starts: Uint32Array;
}

/** Packs strings that are distinct and in rising order already. */
export function packStrings(sorted: readonly string[]): PackedStrings {
  const starts = new Uint32Array(sorted.length + 1);
  let length = 0;
  for (const [n, text] of sorted.entries()) {
    starts[n] = length;
    length += text.length;
  }
  starts[sorted.length] = length;
  const units = new Uint16Array(length);
  let place = 0;
  for (const text of sorted) {
    for (let unit = 0; unit < text.length; unit += 1) {
      units[place] = text.charCodeAt(unit);
      place += 1;
    }
  }
  return { units, starts };
}

export function countStrings({ starts }: PackedStrings): number {
  return starts.length - 1;
}

/** The string with this number, 0 to count − 1. */
export function stringAt({ units, starts }: PackedStrings, n: number): string {
  return String.fromCharCode(...units.subarray(starts[n], starts[n + 1]));
}

/** The number of a string, or −1. Bisection: some twenty comparisons in a million strings. */
export function findString(strings: PackedStrings, text: string): number {
  const n = lowerBound(strings, text);
  return n < countStrings(strings) && compareAt(strings, n, text) === 0 ? n : -1;
}

/** The number of the first string that is not below `text`: where the strings that begin with it begin. */
export function lowerBound(strings: PackedStrings, text: string): number {
  let low = 0;
  let high = countStrings(strings);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareAt(strings, middle, text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Negative where string `n` of `a` is below string `m` of `b`, 0 where they are the same, positive where it is above. */
export function compareStrings(a: PackedStrings, n: number, b: PackedStrings, m: number): number {
  const startA = a.starts[n] ?? 0;
  const startB = b.starts[m] ?? 0;
  const lengthA = (a.starts[n + 1] ?? 0) - startA;
  const lengthB = (b.starts[m + 1] ?? 0) - startB;
  const shorter = Math.min(lengthA, lengthB);
  for (let unit = 0; unit < shorter; unit += 1) {
    const difference = (a.units[startA + unit] ?? 0) - (b.units[startB + unit] ?? 0);
    if (difference !== 0) return difference;
  }
  return lengthA - lengthB;
}

/** Negative where string `n` is below `text`, 0 where it is the same, positive where it is above. */
function compareAt({ units, starts }: PackedStrings, n: number, text: string): number {
  const start = starts[n] ?? 0;
  const length = (starts[n + 1] ?? 0) - start;
  const shorter = Math.min(length, text.length);
  for (let unit = 0; unit < shorter; unit += 1) {
    const difference = (units[start + unit] ?? 0) - text.charCodeAt(unit);
    if (difference !== 0) return difference;
  }
  return length - text.length;
}
