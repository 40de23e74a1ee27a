import { expect } from "chai";
import { answerSpans } from "../../src/answer/answer-spans.ts";
import type { QuestionKind } from "../../src/question/question.ts";

describe("what in a sentence could be the answer", () => {
  const spans = (kind: QuestionKind, text: string): readonly string[] =>
    answerSpans(kind, text, [], []).map(({ start, end }) => text.slice(start, end));

  it("takes names for who, but not the capital that begins the sentence", () => {
    expect(spans("person", "The talks were led by Ida Brandt and the Ministry of Trade.")).to.deep.equal([
      "Ida Brandt",
      "Ministry of Trade",
    ]);
  });

  it("takes figures and number words for how many", () => {
    expect(spans("quantity", "About 3,000 left, and four stayed; it cost $7.5 million.")).to.deep.equal([
      "3,000",
      "four",
      "$7.5 million",
    ]);
  });

  it("takes names after a preposition of place for where", () => {
    expect(spans("place", "Ferries left the port in Lundvik near the Old Harbour.")).to.deep.equal([
      "Lundvik",
      "Old Harbour",
    ]);
  });

  it("takes the words that give a reason for why", () => {
    expect(spans("reason", "It stopped because of the wind.")).to.deep.equal(["because of"]);
  });

  it("takes what happened over the very thing asked about for no reason of it", () => {
    const text = "Norvik regretted the fines over the raid on Lundvik.";
    const raid = { start: text.indexOf("raid"), end: text.indexOf("raid") + 4 };
    expect(answerSpans("reason", text, [], [raid])).to.deep.equal([]);
    const fines = { start: text.indexOf("fines"), end: text.indexOf("fines") + 5 };
    expect(answerSpans("reason", text, [], [fines])).to.have.length(1);
  });

  it("takes who did it for who, not whom it was done to", () => {
    expect(spans("agent", "The guard blamed Norvik Freight for the raid in Lundvik.")).to.deep.equal([
      "Norvik Freight",
    ]);
    expect(spans("agent", "The guard said the raid on Lundvik was blamed on Norvik Freight.")).to.include(
      "Norvik Freight",
    );
  });

  it("takes nothing when the question does not tell", () => {
    expect(spans("other", "Ida Brandt left on 3 May.")).to.deep.equal([]);
  });
});
