import { expect } from "chai";
import type { ConfidentSearchPage } from "../../src/answer/answerer.ts";
import type { Answer } from "../../src/domain/answer.ts";
import { article, corpusOf, ferryCorpus } from "../fixtures/articles.ts";
import { answererOf, once, shippedModels } from "../fixtures/models.ts";

const answerer = once(() => answererOf(shippedModels(), ferryCorpus()));

const ask = (text: string): Answer => answerer().ask({ text, context: [] });
const search = (text: string): ConfidentSearchPage =>
  answerer().search({ text, context: [] }, { offset: 0, limit: 10, ownWordsOnly: true, quotes: "required" });
const texts = (page: ConfidentSearchPage): readonly string[] => page.hits.map(({ sentence }) => sentence.text);

function shown(answer: Answer): readonly string[] {
  if (answer.status === "unusable-question") return [];
  return (answer.status === "answered" ? answer.points : answer.closest).map(({ evidence }) => evidence.sentence.text);
}

describe("operators in a search", () => {
  it("hold passages to the phrase", () => {
    const page = search('"broke down"');
    expect(texts(page)).to.deep.equal(["Talks between the SU and the company broke down last night."]);
    expect(page).to.deep.include({
      unquoted: [],
      conditions: [{ kind: "phrase", text: "broke down", excluded: false }],
    });
  });

  it("give way where nothing holds the phrase, and say which", () => {
    const page = search('"company strike"');
    expect(page.unquoted).to.deep.equal(["company strike"]);
    expect(page.conditions).to.deep.equal([]);
    expect(texts(page)[0]).to.contain("strike on Monday because the shipping company");
  });

  it("find first what says most of the words, whatever else is like it", () => {
    const [first, ...others] = search("company strike").hits;
    expect(first?.sentence.text).to.contain("strike on Monday because the shipping company");
    for (const { score } of others) expect(score).to.be.within(0, 1);
  });

  it("do not give way in anything but quotes", () => {
    const page = search('"company strike" publisher:northern');
    expect(texts(page)).not.to.deep.equal([]);
    for (const { sentence } of page.hits) expect(sentence.article.publisher).to.equal("Northern Herald");
    expect(search("mediator -ministry").total).to.equal(0);
    expect(search("mediator before:2021-05-09").total).to.equal(0);
  });

  it("find nothing where neither the phrase nor its words are", () => {
    expect(search('"bitcoin price"')).to.deep.include({ total: 0, unquoted: [], unusable: null });
  });
});

describe("operators in a question", () => {
  it("choose whose articles answer", () => {
    const question = "what did the union say";
    expect(shown(ask(`${question} publisher:gazette`))[0]).to.contain("412 sailors");
    expect(shown(ask(`${question} publisher:coast`))[0]).to.contain("nobody would sail");
    expect(shown(ask(`${question} publisher:ntx -publisher:coast`)).join(" ")).not.to.contain("nobody would sail");
  });

  it("choose from when", () => {
    for (const text of shown(ask("what about the company after:2021-05-10"))) {
      expect(text).to.equal("The shipping company will pay 7.5 percent more from June.");
    }
    expect(shown(ask("what about the company before:2021-05-06")).join(" ")).not.to.contain("7.5 percent");
  });

  it("are not searched for themselves", () => {
    expect(ask("who leads the union publisher:coast after:2021-05-01")).to.deep.include({
      status: "answered",
      corrections: [],
    });
    expect(ask("who bought bitcoin -strike publisher:coast")).to.deep.include({ unknownWords: ["bought", "bitcoin"] });
  });

  it("are told with the answer, publishers by their full names", () => {
    expect(ask("who leads the union publisher:coast -strike after:2021-05")).to.deep.include({
      conditions: [
        { kind: "publisher", typed: "coast", names: ["Coast Radio"], excluded: false },
        { kind: "phrase", text: "strike", excluded: true },
        { kind: "after", date: "2021-05" },
      ],
    });
  });

  it("do not tell the kind of question from what stands in quotes", () => {
    const answer = ask('how many sailors stopped work "who"');
    expect(shown(answer)[0]).to.contain("412 sailors");
  });

  it("prefer what stands in quotes and demand it not", () => {
    const books = answererOf(
      shippedModels(),
      corpusOf([
        article({ id: "a", title: "Common Sense", body: "The pamphlet was written by Ida Brandt." }),
        article({ id: "b", title: "Sense", body: "Common people wrote that the pamphlet made sense." }),
        article({ id: "c", title: "Sense", body: "People wrote that the pamphlet held common sense." }),
      ]),
    );
    const first = (text: string): string | undefined => shown(books.ask({ text, context: [] }))[0];
    expect(first('what pamphlet held "common sense"')).to.equal("People wrote that the pamphlet held common sense.");
    expect(first('what pamphlet was written by Ida Brandt, "Common Sense"')).to.equal(
      "The pamphlet was written by Ida Brandt.",
    );
  });

  it("leave a ranking of passages for a question as it is for a question", () => {
    const page = answerer().search({ text: 'who offered a "kind mediator"', context: [] }, { offset: 0, limit: 1 });
    expect(page).to.deep.include({ unquoted: [], conditions: [] });
    expect(texts(page)).to.deep.equal(["The ministry offered a mediator on 8 May 2021."]);
  });

  for (const [text, reason] of [
    ["publisher:coast", { id: "only-conditions" }],
    ["-strike after:2021", { id: "only-conditions" }],
    ["who is it -strike", { id: "only-conditions" }],
    ['"who is it"', { id: "no-words" }],
    ["strike before:yesterday", { id: "date-unreadable", operator: "before", typed: "yesterday" }],
    ["strike before:noon?!", { id: "date-unreadable", operator: "before", typed: "noon" }],
    ["is there a strike publisher:sun?", { id: "publisher-unknown", typed: "sun" }],
    ["strike After:2021-13", { id: "date-unreadable", operator: "after", typed: "2021-13" }],
    ['strike publisher:"Sun Daily"', { id: "publisher-unknown", typed: "Sun Daily" }],
  ] as const) {
    it(`say what is wrong with “${text}”`, () => {
      expect(ask(text)).to.deep.include({ status: "unusable-question", reason });
      expect(search(text)).to.deep.include({ unusable: reason, total: 0, hits: [] });
    });
  }

  it("survive hostile questions", () => {
    for (const text of [
      '"'.repeat(1_000),
      "-".repeat(300),
      "-a ".repeat(300),
      '“"'.repeat(500),
      'strike "'.repeat(100),
    ]) {
      expect(["answered", "not-in-articles", "unusable-question"]).to.include(ask(text).status);
      expect(search(text).total).to.be.at.least(0);
    }
  });
});
