import { expect } from "chai";
import fc from "fast-check";
import distances from "natural/lib/natural/distance/levenshtein_distance.js";
import { packStrings } from "../../src/index/packed-strings.ts";
import { SlipAutomaton } from "../../src/search/slip-automaton.ts";
import { SortedTrie } from "../../src/search/sorted-trie.ts";

/** Three letters are few enough for many near misses. */
const word = fc.string({ unit: fc.constantFrom("a", "b", "ç"), maxLength: 7 });
const dictionary = fc.uniqueArray(word, { maxLength: 80 }).map((words) => words.toSorted((a, b) => (a < b ? -1 : 1)));
const tolerated = fc.integer({ min: 0, max: 3 });

function slipsBetween(typed: string, known: string): number {
  return distances.DamerauLevenshteinDistance(typed, known, { restricted: true });
}

describe("searching sorted words for those near another", () => {
  it("finds the words within so many slips, no more and no fewer, with their slips", () => {
    fc.assert(
      fc.property(dictionary, word, tolerated, fc.nat(), fc.nat(), (words, typed, limit, a, b) => {
        const from = a % (words.length + 1);
        const to = Math.max(from, b % (words.length + 1));
        const found = new SortedTrie(packStrings(words)).near({ from, to }, new SlipAutomaton(typed, limit), "whole");
        const expected = words
          .map((known, n) => ({ from: n, to: n + 1, slips: slipsBetween(typed, known) }))
          .filter((known) => known.from >= from && known.from < to && known.slips <= limit);
        expect(found).to.deep.equal(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it("finds the words that begin within so many slips", () => {
    fc.assert(
      fc.property(dictionary, word, tolerated, (words, typed, limit) => {
        const range = { from: 0, to: words.length };
        const found = new SortedTrie(packStrings(words)).near(range, new SlipAutomaton(typed, limit), "beginning");
        const expected = [...words.keys()].filter((n) => {
          const known = words[n] ?? "";
          const beginnings = Array.from({ length: known.length + 1 }, (_, length) => known.slice(0, length));
          return beginnings.some((beginning) => slipsBetween(typed, beginning) <= limit);
        });
        expect(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n))).to.deep.equal(
          expected,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("finds the words that begin with certain letters", () => {
    fc.assert(
      fc.property(dictionary, word, (words, prefix) => {
        const { from, to } = new SortedTrie(packStrings(words)).beginningWith(prefix);
        expect(words.slice(from, to)).to.deep.equal(words.filter((known) => known.startsWith(prefix)));
      }),
    );
  });

  it("tells words of its full 31 letters apart", () => {
    const long = "abcdefghijklmnopqrstuvwxyzabcde";
    const words = [long.slice(0, -2), `${long.slice(0, -2)}ed`, long, `${long}f`, `${long}fghi`].toSorted();
    const found = new SortedTrie(packStrings(words)).near({ from: 0, to: 5 }, new SlipAutomaton(long, 3), "whole");
    expect(found.map(({ from, slips }) => [words[from]?.length, slips])).to.deep.equal([
      [29, 2],
      [31, 0],
      [32, 1],
      [31, 1],
    ]);
  });
});
