import { expect } from "chai";
import { buildQuery } from "../../src/search/query.ts";
import { rank } from "../../src/search/rank.ts";
import { buildSentenceIndex } from "../../src/search/sentence-index.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { ferryCorpus } from "../fixtures/articles.ts";

const corpus = ferryCorpus();
const index = buildSentenceIndex(corpus.articles, createAnalyzer(corpus.event.glossary));
const first = (asked: string): string | undefined => {
  const [hit] = rank(index, buildQuery(index, asked), { limit: 1 }).hits;
  return hit?.sentence.text;
};

describe("understanding the words of a question", () => {
  const corrections: readonly (readonly [typed: string, read: string])[] = [
    ["shiping", "shipping"],
    ["compnay", "company"],
    ["stirke", "strike"],
    ["Lundwik", "lundvik"],
    ["agreemnt", "agreement"],
    ["meditor", "mediator"],
  ];
  for (const [typed, read] of corrections) {
    it(`reads ${typed} as ${read}`, () => {
      expect(buildQuery(index, typed).corrections).to.deep.equal([{ asked: typed, read }]);
    });
  }

  it("finds the sentence in spite of the slip", () => {
    expect(first("who offered a meditor")).to.equal("The ministry offered a mediator on 8 May 2021.");
  });

  for (const unknown of ["bitcoin", "ore", "2019", "xylophone", "🤷"]) {
    it(`does not force a meaning on ${unknown}`, () => {
      expect(buildQuery(index, unknown).corrections).to.deep.equal([]);
    });
  }

  it("says which words no article has", () => {
    expect(buildQuery(index, "did the union buy bitcoin").unknownWords).to.include("bitcoin");
  });

  it("finds a name by its abbreviation and the abbreviation by its name", () => {
    expect(first("who broke off talks with the sailors' union")).to.equal(
      "Talks between the SU and the company broke down last night.",
    );
    expect(first("how many sailors did the SU say stopped work")).to.equal(
      "The Seafarers' Union said 412 sailors had stopped work.",
    );
  });

  it("finds a spelling variant with its own letters", () => {
    expect(first("carsten hoel nobody")).to.equal("Karsten Hoel, who leads the union, said nobody would sail.");
  });

  it("counts an idea once, however many of its names a sentence holds", () => {
    const [concept, ...others] = buildQuery(index, "Seafarers' Union").concepts;
    expect(others).to.deep.equal([]);
    expect(concept?.alternatives.length).to.equal(2);
  });

  it("counts a word once, however often it is typed", () => {
    const once = rank(index, buildQuery(index, "strike"), { limit: 1 }).hits[0]?.score;
    const thrice = rank(index, buildQuery(index, "strike strike strike"), { limit: 1 }).hits[0]?.score;
    expect(thrice).to.equal(once);
  });
});
