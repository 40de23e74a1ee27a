import { type PackedStrings, countStrings, lowerBound, stringAt } from "../index/packed-strings.ts";
import type { SlipAutomaton } from "./slip-automaton.ts";

/** A range of string numbers, the end not included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The strings that begin with `prefix`. */
export function prefixRange(strings: PackedStrings, prefix: string): Range {
  const from = lowerBound(strings, prefix);
  const count = countStrings(strings);
  if (from === count || !stringAt(strings, from).startsWith(prefix)) return { from, to: from };
  return { from, to: firstBeyond(strings, from, prefix.length, count) };
}

/** Strings, one after another, that an automaton takes. */
export interface NearStrings extends Range {
  /** 0 to what the automaton tolerates. */
  readonly slips: number;
}

/**
 * The strings of a range that are within the automaton's slips ("whole"), or that begin with something that is ("beginning",
 * with the slips of the shortest beginning taken): exactly those that a comparison with each of them would find, in order.
 *
 * Sorted strings are a trie read from left to right, and the automaton walks it (K. Schulz and S. Mihov, "Fast string
 * correction with Levenshtein automata", 2002): what a string shares with the one before is not read again, and all that
 * share a hopeless beginning are skipped at once.
 */
export function nearStrings(
  strings: PackedStrings,
  range: Range,
  automaton: SlipAutomaton,
  match: "whole" | "beginning",
): readonly NearStrings[] {
  const { units, starts } = strings;
  const { tolerated } = automaton;
  const beginnings = match === "beginning";
  const near: NearStrings[] = [];
  let depth = 0;
  let n = range.from;
  while (n < range.to) {
    const start = starts[n] ?? 0;
    const length = (starts[n + 1] ?? 0) - start;
    let slips = automaton.slipsAt(depth);
    let hopeful = true;
    let taken = beginnings && slips <= tolerated;
    while (hopeful && !taken && depth < length) {
      hopeful = automaton.step(depth, units[start + depth] ?? 0);
      if (hopeful) {
        depth += 1;
        if (beginnings || depth === length) slips = automaton.slipsAt(depth);
        taken = beginnings && slips <= tolerated;
      }
    }
    if (hopeful && depth === length) taken = slips <= tolerated;
    let next = n + 1;
    if (!hopeful) next = firstBeyond(strings, n, depth + 1, range.to);
    else if (beginnings && taken) next = firstBeyond(strings, n, depth, range.to);
    if (taken) near.push({ from: n, to: next, slips });
    if (next < range.to) depth = Math.min(depth, sharedLength(strings, n, next));
    n = next;
  }
  return near;
}

/** The first string from `n` on, and before `to`, that does not begin with the first `length` letters of string `n`. */
function firstBeyond(strings: PackedStrings, n: number, length: number, to: number): number {
  let low = n;
  let stride = 1;
  // Most beginnings that are skipped have few strings, so strides grow from one instead of halving the whole range.
  while (low + stride < to && beginsLike(strings, low + stride, n, length)) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(low + stride, to);
  low += 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (beginsLike(strings, middle, n, length)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether string `n` has the first `length` letters of string `model`, which has so many. */
function beginsLike({ units, starts }: PackedStrings, n: number, model: number, length: number): boolean {
  const start = starts[n] ?? 0;
  const modelStart = starts[model] ?? 0;
  if ((starts[n + 1] ?? 0) - start < length) return false;
  // Neighbours in the order differ in their last letters first.
  for (let place = length - 1; place >= 0; place -= 1) {
    if (units[start + place] !== units[modelStart + place]) return false;
  }
  return true;
}

/** How many letters two strings have in common at their beginning. */
function sharedLength({ units, starts }: PackedStrings, a: number, b: number): number {
  const startA = starts[a] ?? 0;
  const startB = starts[b] ?? 0;
  const most = Math.min((starts[a + 1] ?? 0) - startA, (starts[b + 1] ?? 0) - startB);
  let length = 0;
  while (length < most && units[startA + length] === units[startB + length]) length += 1;
  return length;
}
