import { expect } from "chai";
import fc from "fast-check";
import { stringAt } from "../../src/index/packed-strings.ts";
import { type EntryWords, indexEntryWords } from "../../src/search/entry-words.ts";
import { tokenize } from "../../src/text/tokens.ts";

const piece = fc.constantFrom(
  ..."the US us U.S. it IT Iran's Łódź 3,000 10,000\u00A0000 1.5 7th $50m cyber-attack AT&T tell of x 🤷 .".split(" "),
);
const text = fc
  .array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 6 })), { maxLength: 12 })
  .map((pieces) => pieces.join(" ").slice(0, 300));
const texts = fc.array(text, { maxLength: 12 });

function wordsOfText({ trie, words, firstWord }: EntryWords, number: number): readonly string[] {
  return [...words.subarray(firstWord[number], firstWord[number + 1])].map((word) => stringAt(trie.strings, word));
}

describe("the words of titles and names", () => {
  it("are those of the text as a whole, in its order", () => {
    fc.assert(
      fc.property(texts, (all) => {
        const index = indexEntryWords(all);
        for (const [number, one] of all.entries()) {
          const expected = tokenize(one).map(({ folded }) => folded.replaceAll(".", ""));
          expect(wordsOfText(index, number)).to.deep.equal(expected);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("lead to the texts that hold them", () => {
    fc.assert(
      fc.property(texts, (all) => {
        const index = indexEntryWords(all);
        const pairs: string[] = [];
        for (let word = 0; word + 1 < index.firstText.length; word += 1) {
          for (const one of index.texts.subarray(index.firstText[word], index.firstText[word + 1])) {
            pairs.push(`${String(one)} ${stringAt(index.trie.strings, word)}`);
          }
        }
        expect(pairs).to.have.members(
          all.flatMap((_, number) => wordsOfText(index, number).map((word) => `${String(number)} ${word}`)),
        );
      }),
    );
  });
});
