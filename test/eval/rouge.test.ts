import { expect } from "chai";
import fc from "fast-check";
import { rougeL, rougeN, rougeWords } from "../../eval/metrics/rouge.ts";

const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");

describe("ROUGE", () => {
  it("compares stems in small letters", () => {
    expect(rougeWords("The FERRIES' captains, running 2 boats.")).to.deep.equal([
      "the",
      "ferri",
      "captain",
      "run",
      "2",
      "boat",
    ]);
    expect(rougeWords("Гавань закрыта — 港は閉鎖")).to.have.length(3);
    expect(rougeWords("…")).to.deep.equal([]);
  });

  it("counts runs as worked out by hand", () => {
    // Lin 2004: of "police killed the gunman" and "police kill the gunman" three words and one pair agree.
    const [reference, summary] = [words("police killed the gunman"), words("police kill the gunman")];
    expect(rougeN(summary, reference, 1)).to.deep.equal({ precision: 0.75, recall: 0.75, f1: 0.75 });
    expect(rougeN(summary, reference, 2).recall).to.be.closeTo(1 / 3, 1e-12);
    expect(rougeN(words("a b c d e f"), words("a b c"), 1)).to.deep.equal({ precision: 0.5, recall: 1, f1: 2 / 3 });
  });

  it("counts a repeated word as often as both have it", () => {
    const { precision, recall } = rougeN(words("the the the the"), words("the ferry the"), 1);
    expect(precision).to.equal(0.5);
    expect(recall).to.be.closeTo(2 / 3, 1e-12);
  });

  it("joins the longest common subsequences of all sentences, as in Lin's example", () => {
    // w1..w5 against "w1 w2 w6 w7 w8" and "w1 w3 w8 w9 w5": the union is w1 w2 w3 w5, so that recall is 4/5.
    const found = rougeL([words("w1 w2 w6 w7 w8"), words("w1 w3 w8 w9 w5")], [words("w1 w2 w3 w4 w5")]);
    expect(found.recall).to.be.closeTo(0.8, 1e-12);
    expect(found.precision).to.be.closeTo(0.4, 1e-12);
  });

  it("sees order where single words do not", () => {
    const [reference, one, other] = [
      words("police killed the gunman"),
      words("police kill the gunman"),
      words("the gunman kill police"),
    ];
    expect(rougeL([one], [reference]).f1).to.equal(0.75);
    expect(rougeL([other], [reference]).f1).to.equal(0.5);
  });

  it("is 0 where one side is empty", () => {
    expect(rougeN([], words("a b"), 1).f1).to.equal(0);
    expect(rougeN(words("a"), words("a"), 2).f1).to.equal(0);
    expect(rougeL([], [words("a")]).f1).to.equal(0);
  });

  it("lies between 0 and 1, is 1 of a text with itself, and swaps precision and recall with the texts", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const score of [rougeN(a, b, 1), rougeN(a, b, 2), rougeL([a], [b])]) {
          expect(score.f1).to.be.within(0, 1);
          expect(score.f1).to.be.within(
            Math.min(score.precision, score.recall) - 1e-12,
            Math.max(score.precision, score.recall) + 1e-12,
          );
        }
        expect(rougeN(a, a, 2).f1).to.equal(1);
        expect(rougeL([a], [a]).f1).to.equal(1);
        expect(rougeN(a, b, 1).precision).to.be.closeTo(rougeN(b, a, 1).recall, 1e-12);
      }),
    );
  });
});
