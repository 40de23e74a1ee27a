import { expect } from "chai";
import { listWords } from "../../train/vectors/word-list.ts";

const ORDERED = ["the", ",", "U.S.", "naïve", "naive", "he's", "co-op", "zebra"];
const folded = (count: number, added: readonly string[]): readonly string[] =>
  listWords(ORDERED, count, added).map((word) => word.folded);

describe("the list of words", () => {
  it("folds as the project does, once each, and leaves out what is no single word", () => {
    expect(folded(10, [])).to.deep.equal(["the", "u.s", "naive", "he", "zebra"]);
  });

  it("adds words at the place their frequency gives them", () => {
    expect(folded(2, ["zebra", "newest", "1999", "the", "Тирана"])).to.deep.equal([
      "the",
      "u.s",
      "zebra",
      "1999",
      "newest",
    ]);
  });

  it("gives shares that fall and add up to one over the whole list", () => {
    const words = listWords(ORDERED, 10, []);
    const shares = words.map(({ logFrequency }) => Math.exp(logFrequency));
    expect(shares).to.deep.equal(shares.toSorted((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).to.be.closeTo(1, 1e-9);
  });
});
