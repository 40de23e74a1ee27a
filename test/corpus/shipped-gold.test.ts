import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/app/project-root.ts";
import { checkGold, eventFoldersOf, loadGold } from "../../src/corpus/gold-file.ts";
import { loadCorpus } from "../../src/corpus/load-corpus.ts";
import { runGold } from "../../src/upkeep/gold/run-gold.ts";
import { answererOf, shippedModels } from "../fixtures/models.ts";

describe("the gold questions of the shipped corpus", function () {
  this.timeout(60_000);

  it("are well-formed, name articles that are there, and are all answered as expected", async () => {
    const [folder = ""] = await eventFoldersOf([join(projectRoot(), "corpus")]);
    const corpus = await loadCorpus([folder]);
    expect(await checkGold(folder, "", new Set(corpus.articles.map(({ id }) => id)))).to.deep.equal([]);
    const { questions } = await loadGold(folder, "");
    expect(questions.length).to.be.at.least(40);
    expect(questions.filter(({ expect: wanted }) => wanted === "not-in-articles").length).to.be.at.least(8);
    const answerer = answererOf(shippedModels(), corpus);
    const run = await runGold({ ask: (question) => Promise.resolve(answerer.ask(question)) }, questions);
    const failed = run.results.filter(({ failure }) => failure !== null);
    expect(failed.map(({ gold, failure, shown }) => ({ question: gold.question, failure, shown }))).to.deep.equal([]);
  });
});
