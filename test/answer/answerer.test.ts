import { expect } from "chai";
import { MAX_QUESTION_LENGTH } from "../../src/answer/reading.ts";
import type { Answer } from "../../src/domain/answer.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { answererOf, once, shippedModels } from "../fixtures/models.ts";

const answerer = once(() => answererOf(shippedModels(), ferryCorpus()));
const ask = (text: string, context: readonly string[] = []): Answer => answerer().ask({ text, context });

/** The sentence the reply would show first, whatever its heading. */
function first(answer: Answer): string | undefined {
  if (answer.status === "unusable-question") return undefined;
  return (answer.status === "answered" ? answer.points : answer.closest)[0]?.evidence.sentence.text;
}

describe("answering", () => {
  const rows: readonly (readonly [question: string, sentence: string])[] = [
    ["who leads the union", "Karsten Hoel, who leads the union, said nobody would sail."],
    ["how many sailors stopped work", "The Seafarers' Union said 412 sailors had stopped work."],
    [
      "why did the union strike",
      "The Seafarers' Union began a strike on Monday because the shipping company had refused to talk about wages.",
    ],
    ["when did the talks break down", "Talks between the SU and the company broke down last night."],
    ["what did the mayor say about the agreement", "Mayor Ida Brandt called the agreement fair."],
    ["when was a meditor offerd by the ministry", "The ministry offered a mediator on 8 May 2021."],
  ];
  for (const [question, sentence] of rows) {
    it(`finds the sentence for “${question}”`, () => {
      const answer = ask(question);
      expect(answer.status).to.equal("answered");
      expect(first(answer)).to.equal(sentence);
    });
  }

  for (const question of [
    "who won the football match",
    "what is the price of bitcoin",
    "which airline bought new aeroplanes",
    "how old is the king of norway",
    // Names the articles know, in something they do not say of them.
    "is the sailors' union bankrupt",
  ]) {
    it(`does not pretend to know “${question}”`, () => {
      expect(ask(question).status).to.equal("not-in-articles");
    });
  }

  it("names the words that no article has", () => {
    const answer = ask("what is the price of bitcoin");
    expect(answer).to.have.property("unknownWords").that.includes("bitcoin");
  });

  for (const [text, id] of [
    ["", "empty"],
    [" \n\t", "empty"],
    ["🤷🔥", "no-words"],
    ["?!…", "no-words"],
    ["what is it", "no-words"],
    ["a".repeat(MAX_QUESTION_LENGTH + 1), "too-long"],
  ] as const) {
    it(`says why “${text.slice(0, 12)}” cannot be looked up`, () => {
      expect(ask(text)).to.deep.include({ status: "unusable-question", reason: { id } });
    });
  }

  it("survives hostile questions", () => {
    for (const text of [
      "constructor __proto__ toString",
      "'; DROP TABLE articles; --",
      "\uD800 strike",
      "<@1> @everyone strike",
    ]) {
      expect(["answered", "not-in-articles", "unusable-question"]).to.include(ask(text).status);
    }
  });

  it("reads a leaning question together with the one before", () => {
    const alone = ask("and who said that nobody would");
    const after = ask("who called it fair", ["what did the mayor say about the agreement", "Mayor Ida Brandt …"]);
    expect(first(after)).to.equal("Mayor Ida Brandt called the agreement fair.");
    expect(alone.status).not.to.equal("unusable-question");
  });

  it("takes a question with no words of its own for one about what was asked before", () => {
    const before = ["how many sailors stopped work", "The Seafarers' Union said 412 sailors had stopped work."];
    for (const text of ["why?", "and when was that?", "who did it", "and when did it happen?"]) {
      expect(ask(text).status, text).to.equal("unusable-question");
      expect(first(ask(text, before)), text).to.be.a("string");
    }
    expect(first(ask("and how many was that", before))).to.equal(
      "The Seafarers' Union said 412 sailors had stopped work.",
    );
  });

  it("goes back as far as the earlier questions lean themselves", () => {
    const turns = ["who offered a mediator", "The ministry …", "and when was that?", "On 8 May 2021."];
    expect(first(ask("who was it", turns))).to.equal("The ministry offered a mediator on 8 May 2021.");
  });

  it("does not look for the parts of a pasted address", () => {
    const answer = ask("who leads the union https://x.example/bitcoin?evil=1");
    expect(answer.status).to.equal("answered");
  });

  it("gives sentences that stand in their article word for word", () => {
    for (const [question] of rows) {
      const answer = ask(question);
      if (answer.status !== "answered") continue;
      for (const { sentence } of answer.points.map(({ evidence }) => evidence)) {
        expect(sentence.article.body.slice(sentence.start, sentence.end)).to.equal(sentence.text);
      }
    }
  });

  it("sets off the kind of thing that was asked for", () => {
    const answer = ask("how many sailors stopped work");
    if (answer.status !== "answered") throw new Error("no answer");
    const evidence = answer.points[0]?.evidence;
    expect(evidence?.answers.map(({ start, end }) => evidence.sentence.text.slice(start, end))).to.deep.equal(["412"]);
  });

  it("is as sure as its threshold demands", () => {
    const statusAt = (threshold: number, text: string): string =>
      answererOf(shippedModels(), ferryCorpus(), { threshold }).ask({ text, context: [] }).status;
    expect(statusAt(1, "who leads the union")).to.equal("not-in-articles");
    expect(statusAt(0, "union price")).to.equal("answered");
  });
});

describe("searching passages", () => {
  it("ranks without a threshold and counts what it found", () => {
    const page = answerer().search({ text: "union", context: [] }, { offset: 0, limit: 3 });
    expect(page.hits.length).to.equal(3);
    expect(page.total).to.be.greaterThan(3);
    expect(page.confidence).to.be.within(0, 1);
  });

  it("stays within the articles named", () => {
    const page = answerer().search(
      { text: "union company", context: [] },
      { offset: 0, limit: 10, within: new Set(["herald-talks"]) },
    );
    expect(new Set(page.hits.map(({ sentence }) => sentence.article.id))).to.deep.equal(new Set(["herald-talks"]));
  });

  it("finds nothing for nothing", () => {
    expect(answerer().search({ text: " ", context: [] }, { offset: 0, limit: 3 }).hits).to.deep.equal([]);
  });
});
