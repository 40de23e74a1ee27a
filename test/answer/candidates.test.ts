import { expect } from "chai";
import fc from "fast-check";
import { explainCandidate, relativeLikelihood } from "../../src/answer/candidates.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { answererOf, once, shippedModels } from "../fixtures/models.ts";
import { compared, telling, weighed } from "./compared.ts";

const answerer = once(() => answererOf(shippedModels(), ferryCorpus()));

/** Three hundred sentences that hold the word. */
const large = once(() =>
  telling(Array.from({ length: 30 }, (_, n) => `The harbour of pier ${String(n)} is calm. `.repeat(10).trim())),
);

describe("the sentences found for a question", () => {
  it("come by their scores, to which what explains them adds up", () => {
    const ranked = weighed(compared("who leads the union"));
    const scores = ranked.map(({ score }) => score);
    expect(scores).to.deep.equal(scores.toSorted((a, b) => b - a));
    for (const one of ranked) {
      const effects = explainCandidate(one, shippedModels().answers).map(({ effect }) => effect);
      expect(effects.reduce((sum, effect) => sum + effect, 0)).to.be.closeTo(one.score, 1e-9);
      expect(effects.map(Math.abs)).to.deep.equal(effects.map(Math.abs).toSorted((a, b) => b - a));
      const [best = one] = ranked;
      expect(relativeLikelihood(one, best)).to.be.within(0, 1);
    }
  });

  it("are all that a tiny corpus has, whether they share a word with the question or not", () => {
    expect(compared("zyxwvut").candidates).to.have.length(10);
  });

  it("are compared in full up to 96", () => {
    expect(compared("calm harbour", large()).candidates).to.have.length(96);
  });

  it("are none where the question has no words", () => {
    expect(compared("what is it").candidates).to.deep.equal([]);
  });

  it("fill every page, each sentence once", () => {
    const of = answererOf(shippedModels(), large());
    const page = of.search({ text: "calm harbour", context: [] }, { offset: 80, limit: 60, ownWordsOnly: true });
    expect(page.total).to.equal(300);
    expect(page.hits).to.have.length(60);
    const before = of.search({ text: "calm harbour", context: [] }, { offset: 0, limit: 80, ownWordsOnly: true });
    const places = [...before.hits, ...page.hits].map(
      ({ sentence }) => `${sentence.article.id} ${String(sentence.start)}`,
    );
    expect(new Set(places).size).to.equal(140);
    for (const { score } of page.hits) expect(score).to.be.within(0, 1);
  });

  it("give the same confidence however many are wanted, and however they are asked for", () => {
    const word = fc.constantFrom(
      "who",
      "leads",
      "union",
      "sailors",
      "stopped",
      "bitcoin",
      "when",
      "Lundvik",
      "wages",
      "negotiations",
      "7.5",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 7 }), fc.integer({ min: 1, max: 50 }), (words, limit) => {
        const question = { text: words.join(" "), context: [] };
        const answer = answerer().ask(question);
        if (answer.status === "unusable-question") return;
        expect(answerer().search(question, { offset: 0, limit }).confidence).to.equal(answer.confidence);
      }),
    );
  });
});
