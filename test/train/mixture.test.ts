import { expect } from "chai";
import { type Group, SOURCES, exampleWeights, settingsOf } from "../../train/answers/mixture.ts";

const of = (source: Group["source"], setting: Group["setting"]): Group => ({ source, setting });

describe("the mixture of examples", () => {
  it("lets a group count the same however many examples it has", () => {
    const few = [of("chat", "small"), of("squad2", "whole")];
    const many = [...few, of("squad2", "whole"), of("squad2", "whole")];
    const [chat, squad] = exampleWeights(few);
    const weights = exampleWeights(many);
    expect(weights[0]).to.equal(chat);
    expect((weights[1] ?? 0) + (weights[2] ?? 0) + (weights[3] ?? 0)).to.be.closeTo(squad ?? 0, 1e-12);
  });

  it("asks the questions of every source", () => {
    for (const source of SOURCES) expect(settingsOf(source), source).to.include("whole");
  });
});
