import { expect } from "chai";
import { type Group, SOURCES, exampleWeights, settingsOf } from "../../train/answers/mixture.ts";

const of = (source: Group["source"], setting: Group["setting"]): Group => ({ source, setting });

describe("the mixture of examples", () => {
  it("lets a group count the same however many examples it has", () => {
    const few = [of("chat", "small"), of("squad2", "whole")];
    const many = [...few, of("squad2", "whole"), of("squad2", "whole")];
    for (const decision of ["ranking", "silence"] as const) {
      const [chat, squad] = exampleWeights(few, decision);
      const weights = exampleWeights(many, decision);
      expect(weights[0]).to.equal(chat);
      expect((weights[1] ?? 0) + (weights[2] ?? 0) + (weights[3] ?? 0)).to.be.closeTo(squad ?? 0, 1e-12);
    }
  });

  it("lets our own questions teach most of silence", () => {
    const [chat = 0, squad = 1] = exampleWeights([of("chat", "small"), of("squad2", "small")], "silence");
    const [ownRank = 0, rank = 1] = exampleWeights([of("chat", "small"), of("squad2", "small")], "ranking");
    expect(chat / squad).to.be.above(ownRank / rank);
  });

  it("asks the questions of every source", () => {
    for (const source of SOURCES) expect(settingsOf(source), source).to.include("whole");
  });
});
