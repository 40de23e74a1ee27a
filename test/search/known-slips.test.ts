import { expect } from "chai";
import { buildQuery } from "../../src/search/query.ts";
import { rank } from "../../src/search/rank.ts";
import { buildSentenceIndex } from "../../src/search/sentence-index.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { article } from "../fixtures/articles.ts";

const common = "The government met. ".repeat(60).trim();
const index = buildSentenceIndex(
  [
    article({ id: "common", title: "News", body: `The government bought nine ferries. ${common}` }),
    article({ id: "rare", title: "News", body: "Nobody on the quay spoke of the goverment." }),
  ],
  createAnalyzer([]),
);

describe("a word that the articles hold too, but as a slip", () => {
  it("finds the word that was meant as well", () => {
    const [hit] = rank(index, buildQuery(index, "goverment bought ferries"), { limit: 1 }).hits;
    expect(hit?.sentence.text).to.equal("The government bought nine ferries.");
  });

  it("is looked for as it is first, and not announced as corrected", () => {
    const { concepts, corrections } = buildQuery(index, "goverment");
    expect(corrections).to.deep.equal([]);
    expect(concepts[0]?.alternatives.flat().map(({ matched, how }) => [matched, how])).to.deep.equal([
      ["goverment", "exact"],
      ["government", "fuzzy"],
    ]);
    expect(concepts[0]?.alternatives.flat().map(({ weight }) => weight < 1)).to.deep.equal([false, true]);
    const [hit] = rank(index, buildQuery(index, "goverment"), { limit: 1 }).hits;
    expect(hit?.sentence.text).to.match(/goverment\.$/u);
  });

  it("is left alone when it is the common one", () => {
    expect(buildQuery(index, "government").concepts[0]?.alternatives.length).to.equal(1);
  });
});
