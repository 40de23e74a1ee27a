import { GrowingArray } from "./growing-array.ts";
import { type PackedStrings, compareStrings, countStrings } from "./packed-strings.ts";

/**
 * Merges sorted strings into one sorted sequence without repeats.
 *
 * @param visit called for each string of the result, in order, with its number in every source (−1 where it is missing)
 */
export function mergeStrings(sources: readonly PackedStrings[], visit: (numbers: Int32Array) => void): PackedStrings {
  const units = new GrowingArray(Uint16Array);
  const starts = new GrowingArray(Uint32Array);
  const next = new Int32Array(sources.length);
  const numbers = new Int32Array(sources.length);
  for (;;) {
    const least = leastOf(sources, next);
    const strings = sources[least];
    if (strings === undefined) break;
    const number = next[least] ?? 0;
    starts.push(units.length);
    for (let unit = strings.starts[number] ?? 0; unit < (strings.starts[number + 1] ?? 0); unit += 1) {
      units.push(strings.units[unit] ?? 0);
    }
    for (const [source, other] of sources.entries()) {
      const candidate = next[source] ?? 0;
      const isSame = candidate < countStrings(other) && compareStrings(other, candidate, strings, number) === 0;
      numbers[source] = isSame ? candidate : -1;
    }
    for (const [source, found] of numbers.entries()) if (found >= 0) next[source] = found + 1;
    visit(numbers);
  }
  starts.push(units.length);
  return { units: units.toArray(), starts: starts.toArray() };
}

/** The source whose next string is first in order, or −1 where none has any left. */
function leastOf(sources: readonly PackedStrings[], next: Int32Array): number {
  let least = -1;
  for (const [source, strings] of sources.entries()) {
    const number = next[source] ?? 0;
    if (number >= countStrings(strings)) continue;
    const best = sources[least];
    if (best === undefined || compareStrings(strings, number, best, next[least] ?? 0) < 0) least = source;
  }
  return least;
}
