import { expect } from "chai";
import { type Naming, agreement } from "../../src/answer/agreement.ts";

function naming(article: string, text: string, ...names: readonly string[]): Naming {
  return { article, text, answers: names.map((name) => ({ start: text.indexOf(name), end: text.indexOf(name) + name.length })) };
}

describe("how many articles give the same answer", () => {
  it("is told beside the answer that most give", () => {
    expect(
      agreement([
        naming("a", "Norvik did it.", "Norvik"),
        naming("b", "It was Norvik's doing.", "Norvik's"),
        naming("c", "Bluewater did it.", "Bluewater"),
        naming("d", "Nobody knows."),
      ]),
    ).to.deep.equal([1, 1, 0.5, 0]);
  });

  it("counts no article twice", () => {
    expect(agreement([naming("a", "Norvik did it.", "Norvik"), naming("a", "Norvik again.", "Norvik")])).to.deep.equal([0, 0]);
  });

  it("is the most of a sentence that names several", () => {
    const both = naming("c", "Bluewater or Norvik did it.", "Bluewater", "Norvik");
    expect(agreement([naming("a", "Norvik did it.", "Norvik"), both])).to.deep.equal([1, 1]);
  });

  it("is nothing of nothing", () => {
    expect(agreement([])).to.deep.equal([]);
  });
});
