import { expect } from "chai";
import { changeSince, fingerprintOf } from "../../src/answer/fingerprint.ts";
import type { Answer, Disagreement, Point } from "../../src/domain/answer.ts";
import { evidenceOf } from "./told.ts";

const BASE = {
  question: { text: "who leads the union", context: [] },
  confidence: 0.9,
  corrections: [],
  conditions: [],
  explanation: { kind: "person", language: "en", threshold: 0.5, confidence: 0.9, ranking: [], silence: [] },
};

function point(text: string, also: readonly string[] = []): Point {
  return { evidence: evidenceOf(text), also: also.map((other) => evidenceOf(other)), stance: null };
}

function answered(points: readonly Point[], disagreements: readonly Disagreement[] = []): Answer {
  return { ...BASE, status: "answered", after: [], points, disagreements };
}

function silent(contradiction: Point | null = null): Answer {
  return {
    ...BASE,
    status: "not-in-articles",
    after: [],
    closest: [point("A ferry sailed.")],
    contradiction,
    unknownWords: [],
  };
}

const HOEL = "Karsten Hoel leads the union.";
const MAYOR = "Mayor Ida Brandt called the agreement fair.";

describe("what became of an answer since somebody saw it", () => {
  const seen = fingerprintOf(answered([point(HOEL), point(MAYOR)]));

  it("is nothing where the same is said, in another order or by one more article", () => {
    expect(changeSince(seen, answered([point(HOEL), point(MAYOR)]))).to.equal("same");
    expect(changeSince(seen, answered([point(MAYOR), point(HOEL)]))).to.equal("same");
    expect(
      changeSince(seen, answered([point(HOEL, ["Karsten Hoel leads the union, NTX reported."]), point(MAYOR)])),
    ).to.equal("same");
    expect(changeSince(seen, answered([point("Karsten Hoel leads the union, NTX reported."), point(MAYOR)]))).to.equal(
      "same",
    );
    expect(changeSince(seen, answered([point("Hoel heads the union.", [HOEL]), point(MAYOR)]))).to.equal("same");
  });

  it("is a change where a point was added, dropped or contradicted", () => {
    expect(changeSince(seen, answered([point(HOEL)]))).to.equal("changed");
    expect(changeSince(seen, answered([point(HOEL), point(MAYOR), point("Nobody will sail.")]))).to.equal("changed");
    const sides = [
      { value: "reported", points: [0] },
      { value: "denied", points: [1] },
    ];
    expect(changeSince(seen, answered([point(HOEL), point(MAYOR)], [{ about: "stance", sides }]))).to.equal("changed");
    expect(changeSince("of another kind", answered([point(HOEL)]))).to.equal("changed");
  });

  it("is a change where somebody introduced by an aside says something else", () => {
    const before = fingerprintOf(answered([point("Karsten Hoel, who leads the union, said nobody would sail.")]));
    const after = answered([point("Karsten Hoel, who leads the union, said everybody would swim.")]);
    expect(changeSince(before, after)).to.equal("changed");
  });

  it("tells when the articles begin to answer, and when they no longer do", () => {
    expect(changeSince(fingerprintOf(silent()), answered([point(HOEL)]))).to.equal("answered-now");
    expect(changeSince(seen, silent())).to.equal("no-longer-answered");
    expect(changeSince(fingerprintOf(silent()), silent())).to.equal("same");
    expect(changeSince(fingerprintOf(silent()), silent(point(MAYOR)))).to.equal("changed");
  });

  it("takes little room", () => {
    const many = Array.from({ length: 9 }, (_, n) =>
      point(`Point ${String(n)} of many.`, ["a b", "c d", "e f", "g h", "i j"]),
    );
    expect(fingerprintOf(answered(many)).length).to.be.at.most(500);
  });
});
