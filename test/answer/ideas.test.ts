import { expect } from "chai";
import fc from "fast-check";
import { type Idea, rarityOf } from "../../src/answer/ideas.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import { compared, telling } from "./compared.ts";

const ideasOf = (question: string, corpus?: Corpus): readonly Idea[] => compared(question, corpus).comparison.ideas;

function ideaOf(question: string, asked: string, corpus?: Corpus): Idea {
  const found = ideasOf(question, corpus).find(({ concept }) => concept.asked === asked);
  if (found === undefined) throw new Error(`no idea “${asked}”`);
  return found;
}

describe("the ideas of a question", () => {
  it("are the whole of it together", () => {
    const word = fc.constantFrom(
      "union",
      "sailors",
      "mayor",
      "bitcoin",
      "412",
      "Karsten",
      "Hoel",
      "zyxwvut",
      "people",
      "said",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const ideas = ideasOf(words.join(" "));
        if (ideas.length > 0) expect(ideas.reduce((sum, { weight }) => sum + weight, 0)).to.be.closeTo(1, 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it("weigh less where the word is common in English, though a tiny corpus has it once", () => {
    const corpus = telling(["People sailed.", "Mediators slept."]);
    expect(ideaOf("people mediators", "people", corpus).weight).to.be.below(
      0.8 * ideaOf("people mediators", "mediators", corpus).weight,
    );
  });

  it("are names where the glossary, a capital, a country or the articles say so", () => {
    expect(ideaOf("did karsten hoel sail", "karsten hoel").isName).to.equal(true);
    expect(ideaOf("Did the harbour of Mirna close?", "Mirna").isName).to.equal(true);
    expect(ideaOf("did hungary close the harbour", "hungary").isName).to.equal(true);
    expect(ideaOf("is lundvik closed", "lundvik").isName).to.equal(true);
  });

  it("are no names where nothing says so", () => {
    expect(ideaOf("who offered a mediator", "mediator").isName).to.equal(false);
    expect(ideaOf("did hungary close the harbour", "harbour").isName).to.equal(false);
  });

  it("are numbers where they hold a digit", () => {
    expect(ideaOf("did 412 sailors stop", "412").isNumber).to.equal(true);
    expect(ideaOf("did 412 sailors stop", "sailors").isNumber).to.equal(false);
  });
});

describe("how telling a word is", () => {
  it("grows as it gets rarer, up to 1, which it is for a word that nothing is known of", () => {
    expect(rarityOf([-3])).to.equal(0.05);
    expect(rarityOf([-8])).to.be.closeTo(0.5, 1e-9);
    expect(rarityOf([-20])).to.equal(1);
    expect(rarityOf([])).to.equal(1);
  });

  it("is that of the rarest of several", () => {
    expect(rarityOf([-5, -10])).to.equal(rarityOf([-10]));
  });
});
