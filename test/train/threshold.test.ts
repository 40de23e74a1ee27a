import { expect } from "chai";
import fc from "fast-check";
import { FOLDS, bestThreshold, foldsOf } from "../../train/answers/threshold.ts";

const forecasts = fc.array(fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }), {
  maxLength: 30,
});

describe("the threshold", () => {
  it("is where answers gain the most", () => {
    const told = [
      { confidence: 0.95, right: true },
      { confidence: 0.8, right: false },
      { confidence: 0.72, right: true },
      { confidence: 0.71, right: true },
      { confidence: 0.3, right: false },
      { confidence: 0.2, right: true },
    ];
    expect(bestThreshold(told, 1)).to.equal(0.71);
    expect(bestThreshold(told, 5)).to.equal(0.95);
    expect(bestThreshold(told, 0)).to.equal(0.2);
  });

  it("is silence where every answer is wrong", () => {
    expect(bestThreshold([{ confidence: 0.9, right: false }])).to.equal(1);
  });

  it("is never beaten by another", () => {
    fc.assert(
      fc.property(
        forecasts,
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom(1, 1.25, 5),
        (told, hundredths, cost) => {
          const gain = (threshold: number): number =>
            told
              .filter(({ confidence }) => confidence >= threshold)
              .reduce((sum, { right }) => sum + (right ? 1 : -cost), 0);
          expect(gain(bestThreshold(told, cost))).to.be.at.least(gain(hundredths / 100));
        },
      ),
    );
  });
});

describe("folds", () => {
  it("keep questions about one article together", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom("a", "b", "c", "d"))), (articles) => {
        const folds = foldsOf(articles);
        for (const article of ["a", "b", "c", "d"]) {
          expect(new Set(folds.filter((_, place) => articles[place] === article)).size).to.be.at.most(1);
        }
      }),
    );
  });

  it("share questions about nothing out evenly", () => {
    const folds = foldsOf(Array.from({ length: 4 * FOLDS }, () => null));
    for (let fold = 0; fold < FOLDS; fold += 1) expect(folds.filter((one) => one === fold)).to.have.length(4);
  });
});
