import { expect } from "chai";
import { RANKING_FEATURES } from "../../src/answer/features.ts";
import { SILENCE_SIGNALS } from "../../src/answer/silence.ts";
import { learnedWithout } from "../../train/answers/left-out.ts";

const [feature] = RANKING_FEATURES;
const shared = SILENCE_SIGNALS.find((name) => RANKING_FEATURES.some((other) => other === name)) ?? "";

describe("leaving features out", () => {
  it("leaves out what is named, where it is named", () => {
    const lacking = (names: readonly string[]): readonly number[] => {
      const learned = learnedWithout(names);
      return [learned?.ranking, learned?.silence].map((all) => (all ?? []).filter((is) => !is).length);
    };
    expect(lacking([])).to.deep.equal([0, 0]);
    expect(lacking([shared])).to.deep.equal([1, 1]);
    expect(lacking([`ranking:${shared}`])).to.deep.equal([1, 0]);
    expect(lacking([`silence:${shared}`])).to.deep.equal([0, 1]);
    expect(learnedWithout([`ranking:${feature}`])?.ranking[0]).to.equal(false);
  });

  it("does not know other names", () => {
    expect(learnedWithout([shared, "nonsense"])).to.equal(null);
    expect(learnedWithout([`other:${shared}`])).to.equal(null);
  });
});
