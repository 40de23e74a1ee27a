import { expect } from "chai";
import { type Judged, keptCandidates } from "../../train/answers/kept-candidates.ts";

const candidate = (words: number, meaning: number, right = false, encoded = 0): Judged => ({
  features: { words, "meant-nearby": 0, meaning, encoded },
  right,
});

describe("the candidates that are learned from", () => {
  it("are all that are right, however badly they do", () => {
    const right = candidate(0, 0, true);
    const wrong = Array.from({ length: 9 }, () => candidate(1, 1));
    expect(keptCandidates([...wrong, right], 3))
      .to.include(right)
      .and.to.have.length(3);
  });

  it("are the best by one feature or the other, in the order they came in", () => {
    const [poor, said, meant] = [candidate(0.1, 0.1), candidate(0.9, 0), candidate(0, 0.9)];
    expect(keptCandidates([meant, poor, said], 2)).to.deep.equal([meant, said]);
  });

  it("are those best by a sentence encoder too, where there is one", () => {
    const [said, meant, near] = [candidate(0.9, 0), candidate(0.8, 0.9), candidate(0, 0, false, 0.9)];
    const others = Array.from({ length: 9 }, () => candidate(0.1, 0.1, false, 0.1));
    expect(keptCandidates([...others, said, meant, near], 4)).to.include.members([said, meant, near]);
  });

  it("are all where there are few", () => {
    const all = [candidate(0.2, 0.1), candidate(0.1, 0.2, true)];
    expect(keptCandidates(all, 60)).to.deep.equal(all);
  });
});
