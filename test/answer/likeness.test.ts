import { expect } from "chai";
import type { Held } from "../../src/answer/likeness.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import { compared, telling } from "./compared.ts";

/** How the sentence that begins like this holds an idea of the question. */
function heldOf(question: string, asked: string, begins: string, corpus?: Corpus): Record<keyof Held, number> {
  const { comparison, candidates } = compared(question, corpus);
  const idea = comparison.ideas.findIndex(({ concept }) => concept.asked === asked);
  const found = candidates.find(({ hit }) => hit.sentence.text.startsWith(begins));
  if (idea < 0 || found === undefined) throw new Error("no such idea or sentence");
  const { said, meant } = comparison.likeness.in(found.around.own);
  return { said: said[idea] ?? NaN, meant: meant[idea] ?? NaN };
}

describe("how well a sentence holds an idea", () => {
  it("is 1 for the word itself, for its other forms and other names", () => {
    expect(heldOf("who offered a mediator", "mediator", "The ministry")).to.deep.equal({ said: 1, meant: 1 });
    expect(heldOf("did mediators come", "mediators", "The ministry").said).to.equal(1);
    expect(heldOf("did the SU strike", "SU", "The Seafarers' Union began").said).to.equal(1);
  });

  it("is less for a corrected spelling, and more than for nothing", () => {
    expect(heldOf("who offered a meditor", "meditor", "The ministry").said).to.be.within(0.3, 0.99);
  });

  it("is not said, but meant, by a word of about the same meaning", () => {
    const { said, meant } = heldOf("when did negotiations end", "negotiations", "Talks between");
    expect(said).to.equal(0);
    expect(meant).to.be.above(0.5);
    expect(heldOf("when did negotiations end", "negotiations", "Ferries").meant).to.be.below(meant);
  });

  it("is less for another name than for the same, which no other word stands for", () => {
    const corpus = telling(["France signed.", "Germany signed."]);
    const [own, other] = ["France", "Germany"].map(
      (begins) => heldOf("did france sign", "france", begins, corpus).meant,
    );
    expect(own).to.equal(1);
    expect(other).to.be.below(0.7);
  });

  it("is from 0 to 1, and never less meant than said", () => {
    for (const question of ["who leads the union", "did negotiations fail in hungary", "zyxwvut 412"]) {
      const { comparison, candidates } = compared(question);
      for (const { around } of candidates) {
        const { said, meant } = comparison.likeness.in(around.own);
        for (const [idea, value] of said.entries()) {
          expect(value).to.be.within(0, 1);
          expect(meant[idea]).to.be.within(value, 1.001);
        }
      }
    }
  });
});
