import { type PackedStrings, countStrings, lowerBound } from "../index/packed-strings.ts";
import type { SlipAutomaton } from "./slip-automaton.ts";

/** String numbers, the end not included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Strings, one after another, that an automaton takes. */
export interface NearStrings extends Range {
  /** 0 to what the automaton tolerates. */
  readonly slips: number;
}

/** What is shared beyond this is not told apart; automata give up long before. */
const MOST_SHARED = 255;

/**
 * Sorted strings read from left to right as the trie they are: the letters that a string shares with the one before are the
 * way down to where the two part.
 */
export class SortedTrie {
  readonly strings: PackedStrings;
  #shared: Uint8Array | undefined;

  constructor(strings: PackedStrings) {
    this.strings = strings;
  }

  /** The strings that begin with `prefix`. */
  beginningWith(prefix: string): Range {
    const last = prefix.charCodeAt(prefix.length - 1);
    const from = lowerBound(this.strings, prefix);
    if (prefix === "" || last === 0xffff) return { from, to: countStrings(this.strings) };
    return { from, to: lowerBound(this.strings, prefix.slice(0, -1) + String.fromCharCode(last + 1)) };
  }

  /**
   * The strings of a range that are within the automaton's slips ("whole"), or that begin with something that is
   * ("beginning", with the slips of the shortest beginning taken): exactly those that a comparison with each of them would
   * find, in order.
   *
   * The automaton walks the trie (K. Schulz and S. Mihov, "Fast string correction with Levenshtein automata", 2002): what a
   * string shares with the one before is not read again, and all that share a hopeless beginning are passed over unread.
   */
  near(range: Range, automaton: SlipAutomaton, match: "whole" | "beginning"): readonly NearStrings[] {
    const { units, starts } = this.strings;
    const shared = (this.#shared ??= sharedLengths(this.strings));
    const whole = match === "whole";
    const near: NearStrings[] = [];
    let depth = 0;
    let n = range.from;
    while (n < range.to) {
      const start = starts[n] ?? 0;
      const length = (starts[n + 1] ?? 0) - start;
      let hopeful = true;
      let taken = (!whole || depth === length) && automaton.takesAt(depth);
      while (hopeful && !taken && depth < length) {
        hopeful = automaton.step(depth, units[start + depth] ?? 0);
        if (hopeful) {
          depth += 1;
          taken = (!whole || depth === length) && automaton.takesAt(depth);
        }
      }
      // Strings that share so many letters with this one go the same way as it.
      let alike = MOST_SHARED + 1;
      if (!hopeful) alike = depth + 1;
      else if (taken && !whole) alike = depth;
      const from = n;
      n += 1;
      while (n < range.to && (shared[n] ?? 0) >= alike) n += 1;
      if (taken) near.push({ from, to: n, slips: automaton.slipsAt(depth) });
      depth = Math.min(depth, shared[n] ?? 0);
    }
    return near;
  }
}

/** For each string how many letters it shares with the one before. */
function sharedLengths({ units, starts }: PackedStrings): Uint8Array {
  const shared = new Uint8Array(starts.length - 1);
  for (let n = 1; n < shared.length; n += 1) {
    const before = starts[n - 1] ?? 0;
    const start = starts[n] ?? 0;
    const most = Math.min(start - before, (starts[n + 1] ?? 0) - start, MOST_SHARED);
    let length = 0;
    while (length < most && units[before + length] === units[start + length]) length += 1;
    shared[n] = length;
  }
  return shared;
}
