import { expect } from "chai";
import { readSynsets } from "../../train/vectors/glosses.ts";

const LICENCE = "  1 This software and database is being provided to you, the LICENSEE, by  ";

function read(...lines: readonly string[]): ReturnType<typeof readSynsets> {
  return readSynsets([LICENCE, ...lines, ""].join("\n"));
}

describe("reading WordNet", () => {
  it("puts a synset's words before its gloss, and the examples apart", () => {
    const line =
      '00001740 30 v 02 break_off 0 sever(a) 1 002 @ 00001 v 0000 + 00002 n 0101 | end a relation; "sever all ties"; "He broke off"';
    expect(read(line)).to.deep.equal({
      definitions: ["break off, sever: end a relation"],
      examples: ["sever all ties", "He broke off"],
    });
  });

  it("takes three words of many, counted in hexadecimal, and no example of two", () => {
    const lemmas = Array.from({ length: 10 }, (_, n) => `word${n} 0`).join(" ");
    expect(read(`00001740 03 n 0a ${lemmas} 000 | what there is; "two words"`)).to.deep.equal({
      definitions: ["word0, word1, word2: what there is"],
      examples: [],
    });
  });
});
