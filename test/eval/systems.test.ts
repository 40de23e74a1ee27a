import { expect } from "chai";
import { SYSTEM_NAMES, createSystems } from "../../eval/systems/roster.ts";
import { sentencesFor, typedText } from "../../eval/systems/sentences.ts";
import { createBm25 } from "../../eval/systems/bm25.ts";
import type { System } from "../../eval/systems/system.ts";
import { article, corpusOf, ferryCorpus } from "../fixtures/articles.ts";

const ask = (text: string) => ({ text, context: [] });

describe("every system that is measured", () => {
  let systems: readonly System[] = [];
  before(async () => {
    systems = await createSystems(ferryCorpus(), SYSTEM_NAMES);
  });

  it("is built once, by its name", () => {
    expect(systems.map(({ name }) => name)).to.deep.equal(SYSTEM_NAMES);
  });

  it("finds the sentence that shares the question's words", () => {
    for (const { name, rank } of systems) {
      const { hits, confidence } = rank(ask("how many sailors stopped work"), 3);
      expect(hits[0], name).to.deep.include({
        text: "The Seafarers' Union said 412 sailors had stopped work.",
        article: "gazette-end",
      });
      expect(hits.length, name).to.be.at.most(3);
      expect(confidence, name).to.be.above(0);
    }
  });

  it("looks only where it is told to", () => {
    for (const { name, rank } of systems) {
      const { hits } = rank(ask("talks with the company"), 10, new Set(["coast-start"]));
      expect(hits.length, name).to.be.above(0);
      expect(new Set(hits.map(({ article: id }) => id)), name).to.deep.equal(new Set(["coast-start"]));
    }
  });

  it("finds nothing, without confidence, for words that no article holds", () => {
    for (const { name, rank } of systems) {
      const { hits, confidence } = rank(ask("zyxwvut qqqq"), 10);
      // Footnote compares every sentence of so small a corpus, and is sure of none.
      if (name !== "footnote") expect(hits, name).to.deep.equal([]);
      expect(confidence, name).to.be.below(0.1);
    }
  });

  it("takes any words, those of objects too", () => {
    for (const { name, rank } of systems) {
      for (const text of ["constructor union", "__proto__ hasOwnProperty", "__key", "", "?!"]) {
        const { confidence } = rank(ask(text), 10);
        expect(Number.isFinite(confidence), `${name}: ${text}`).to.equal(true);
      }
    }
  });

  it("is surer of a question that is answered than of one that is not", () => {
    for (const { name, rank } of systems) {
      const sure = rank(ask("who leads the seafarers' union"), 10).confidence;
      const unsure = rank(ask("who leads the ministry of fishery in the capital"), 10).confidence;
      expect(sure, name).to.be.above(unsure);
    }
  });

  it("gives an answer of its own where it can be silent", () => {
    const able = systems.filter(({ ask: answers }) => answers !== undefined);
    expect(able.map(({ name }) => name)).to.deep.equal(["footnote"]);
    const [footnote] = able;
    const reply = footnote?.ask?.(ask("who leads the union"));
    expect(reply).to.deep.include({ status: "answered" });
    expect(reply?.shown[0]?.text).to.contain("Karsten Hoel");
    expect(reply?.shown[0]?.contributions.map(({ matched }) => matched)).to.include("leads");
    expect(footnote?.ask?.(ask("what is the height of the lighthouse"))).to.deep.include({ status: "silent" });
    expect(footnote?.ask?.(ask(" "))).to.deep.equal({ status: "unusable", confidence: 0, shown: [] });
  });
});

describe("BM25 alone", () => {
  it("scores by the textbook's formula", () => {
    const corpus = corpusOf([article({ id: "a", body: "Nine ships sailed. Ships, ships and harbours. Rain fell." })]);
    const { hits, confidence } = createBm25(sentencesFor(corpus.articles)).rank(ask("the ships"), 10);
    expect(hits.map(({ text }) => text)).to.deep.equal(["Ships, ships and harbours.", "Nine ships sailed."]);
    // Three sentences of 3, 3 and 2 terms; two of them have the term, the best one twice.
    const idf = Math.log(1 + (3 - 2 + 0.5) / (2 + 0.5));
    const norm = 1.2 * (1 - 0.75 + (0.75 * 3) / (8 / 3));
    expect(confidence).to.be.closeTo((idf * 2 * 2.2) / (2 + norm), 1e-12);
  });
});

describe("a follow-up for systems without a notion of conversation", () => {
  it("is put together with what the person asked before, not with what the bot said", () => {
    const question = { text: "and when?", context: ["who began the strike", "The union did.", "why", "Wages."] };
    expect(typedText(question)).to.equal("who began the strike why and when?");
  });
});
