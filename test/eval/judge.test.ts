import { expect } from "chai";
import fc from "fast-check";
import { inOrder, judgeCandidates } from "../../eval/judge/candidates.ts";
import { judge } from "../../eval/judge/judgement.ts";
import { goldOf, isRight } from "../../eval/judge/same-sentence.ts";
import type { Reply, System } from "../../eval/systems/system.ts";
import { stubSystem, testQuestion } from "./stubs.ts";

describe("a retrieved sentence", () => {
  const gold = [goldOf("The harbour was closed for nine days, the mayor said on Monday.")];

  it("is right when it contains a gold sentence or is contained in one", () => {
    expect(isRight("The harbour was closed for nine days", gold)).to.equal(true);
    expect(
      isRight("Update: The harbour was closed for nine days,\n the mayor said on Monday. More later.", gold),
    ).to.equal(true);
  });

  it("is right when it shares four fifths of the larger set of words", () => {
    const ten = [goldOf("one two three four five six seven eight nine ten")];
    expect(isRight("one two three four five six seven eight other words", ten)).to.equal(true);
    expect(isRight("one two three four five six seven third other words", ten)).to.equal(false);
    expect(isRight("one two three four five six seven eight a b c", ten), "of the larger set").to.equal(false);
  });

  it("is never right without words, or without gold", () => {
    expect(isRight("", gold)).to.equal(false);
    expect(isRight("…", [goldOf("…")])).to.equal(false);
    expect(isRight("The harbour was closed", [])).to.equal(false);
  });

  it("is always its own gold, however it is spaced", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("port", "nine", "412", "état"), { minLength: 1 }), (words) => {
        expect(isRight(words.join("\n  "), [goldOf(words.join(" "))])).to.equal(true);
      }),
    );
  });
});

describe("candidates", () => {
  const candidates = ["The port is old.", "Nine ships came.", "Nobody sailed.", "It rained."].map((text, place) => ({
    text,
    relevant: place === 1 || place === 3,
  }));
  const rankingOf = (...texts: string[]) => ({ hits: texts.map((text) => ({ text, article: "a" })), confidence: 1 });

  it("stand in the order of the ranking, those not found last as given", () => {
    const order = inOrder(candidates, rankingOf("Nobody sailed.", "Nine ships came."));
    expect(order.map(({ text }) => text)).to.deep.equal([
      "Nobody sailed.",
      "Nine ships came.",
      "The port is old.",
      "It rained.",
    ]);
  });

  it("are found where a sentence holds more than one of them", () => {
    const order = inOrder(candidates, rankingOf("Nobody sailed. It rained.", "The port is old."));
    expect(order.map(({ text }) => text).slice(0, 3)).to.deep.equal([
      "Nobody sailed.",
      "It rained.",
      "The port is old.",
    ]);
  });

  it("are ranked within their article, and have average precision and reciprocal rank", () => {
    const seen: (ReadonlySet<string> | undefined)[] = [];
    const system: System = {
      name: "stub",
      title: "Stub",
      rank: (_, _limit, within) => {
        seen.push(within);
        return rankingOf("The port is old.", "It rained.");
      },
    };
    const question = testQuestion({ candidates, goldDocs: ["a"] });
    // Old port, rain, ships, nobody: relevant at 2 and 3.
    expect(judgeCandidates(system, question)).to.deep.equal({
      averagePrecision: (1 / 2 + 2 / 3) / 2,
      reciprocalRank: 1 / 2,
    });
    expect(seen).to.deep.equal([new Set(["a"])]);
    expect(judgeCandidates(system, testQuestion({ candidates, goldDocs: [] }))).to.equal(null);
    expect(judgeCandidates(system, testQuestion({ candidates: candidates.slice(0, 1), goldDocs: ["a"] }))).to.equal(
      null,
    );
  });
});

describe("a judgement", () => {
  const question = testQuestion({ goldSentences: ["Karsten Hoel leads the union."] });
  const answered = (text: string, status: Reply["status"] = "answered", confidence = 0.7): Reply => ({
    status,
    confidence,
    shown: [{ text, article: "a", contributions: [] }],
  });

  it("tells rank and confidence of a system that always answers", () => {
    const { judgement } = judge(stubSystem(["No.", "Karsten Hoel leads the union."]), question);
    expect(judgement).to.deep.include({ rank: 2, confidence: 0.7, status: null, answeredRight: false });
  });

  it("takes the first sentence shown for the answer", () => {
    const right = "Karsten Hoel leads the union.";
    expect(judge(stubSystem([right], answered(right)), question).judgement.answeredRight).to.equal(true);
    expect(judge(stubSystem([right], answered("No.")), question).judgement.answeredRight).to.equal(false);
    expect(judge(stubSystem([right], answered(right, "silent")), question).judgement.answeredRight).to.equal(false);
  });

  it("finds nothing right for a question that cannot be answered", () => {
    const right = "Karsten Hoel leads the union.";
    const impossible = testQuestion({ goldSentences: [right], unanswerable: true });
    const { judgement } = judge(stubSystem([right], answered(right)), impossible);
    expect(judgement).to.deep.include({ rank: null, answeredRight: false, status: "answered" });
  });

  it("tells when answer and ranking do not agree", () => {
    expect(judge(stubSystem(["A."], answered("A.")), question).consistent).to.equal(true);
    expect(judge(stubSystem(["A."], answered("B.")), question).consistent).to.equal(false);
    expect(judge(stubSystem(["A."], answered("B.", "silent")), question).consistent).to.equal(true);
    expect(judge(stubSystem(["A."], answered("A.", "answered", 0.6)), question).consistent).to.equal(false);
  });
});
