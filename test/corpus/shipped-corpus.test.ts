import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/app/project-root.ts";
import { loadCorpus } from "../../src/corpus/load-corpus.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import { sentencesOf } from "../../src/text/sentences-of.ts";
import { answererOf, shippedModels } from "../fixtures/models.ts";

/** What must hold of the articles that come with the program, whatever they are about. */
describe("the shipped corpus", () => {
  let corpus: Corpus;

  before(async () => {
    corpus = await loadCorpus([join(projectRoot(), "corpus")]);
  });

  it("has nothing wrong with it", () => {
    expect(corpus.problems).to.deep.equal([]);
    expect(corpus.articles.length).to.be.at.least(30);
  });

  it("is briefs of a few sentences, each with its source", () => {
    for (const article of corpus.articles) {
      expect(article.kind, article.id).to.equal("brief");
      expect(sentencesOf(article).length, article.id).to.be.within(3, 40);
      expect(article.url !== null || article.note !== null, `${article.id} has neither an address nor a note`).to.equal(
        true,
      );
    }
  });

  it("has sentences that stand alone: none begins with a pronoun", () => {
    const leaning = corpus.articles
      .flatMap((article) => sentencesOf(article))
      .filter(({ text }) => /^(?:he|she|it|they|this|that|these|those|his|her|its|their)\b/iu.test(text))
      .map(({ article, text }) => `${article.id}: ${text}`);
    expect(leaning).to.deep.equal([]);
  });

  it("answers every question it gives as an example", () => {
    const answerer = answererOf(shippedModels(), corpus);
    const silent = corpus.event.examples.filter(
      (example) => answerer.ask({ text: example, context: [] }).status !== "answered",
    );
    expect(corpus.event.examples.length).to.be.greaterThan(5);
    expect(silent).to.deep.equal([]);
  });
});
