import { expect } from "chai";
import { answerSpans } from "../../src/answer/answer-spans.ts";
import { type QuestionKind, questionKind } from "../../src/answer/question-kind.ts";

describe("the kind of a question", () => {
  const rows: readonly (readonly [question: string, kind: QuestionKind])[] = [
    ["who did it", "agent"],
    ["whos behind this", "agent"],
    ["what group claimed it", "agent"],
    ["who attacked the port", "agent"],
    ["who is the mayor", "person"],
    ["whose idea was it", "person"],
    ["when was that", "time"],
    ["what day did it start", "time"],
    ["how many people left", "quantity"],
    ["how much money", "quantity"],
    ["where is the camp", "place"],
    ["why tho", "reason"],
    ["how come they left", "reason"],
    ["tell me about the talks", "other"],
    ["how did they get in", "other"],
  ];
  for (const [question, kind] of rows) {
    it(`takes “${question}” for ${kind}`, () => {
      expect(questionKind(question)).to.equal(kind);
    });
  }
});

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
