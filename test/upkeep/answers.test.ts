import { expect } from "chai";
import { openLibrary } from "../../src/app/library.ts";
import type { Article } from "../../src/domain/article.ts";
import type { ComparedQuestion } from "../../src/domain/answer-difference.ts";
import { answerDiffText, articleChangesText } from "../../src/present/corpus/answer-diff-text.ts";
import { type Compared, diffAnswers } from "../../src/upkeep/answers/diff-answers.ts";
import { article, corpusOf } from "../fixtures/articles.ts";
import { meaningfulIndex, shippedModels } from "../fixtures/models.ts";

const LEADER = article({ id: "start", body: "Karsten Hoel, who leads the union, said nobody would sail." });
const COST = article({ id: "cost", body: "The strike cost the shipping company 4 million euros." });
const MAYOR = article({ id: "mayor", body: "Mayor Ida Brandt called the agreement fair." });

const libraryOf = (articles: readonly Article[]): Compared => {
  const corpus = corpusOf(articles);
  return openLibrary(corpus, meaningfulIndex(shippedModels(), articles), "9", { model: shippedModels().answers });
};

const asked = (...texts: readonly string[]): readonly ComparedQuestion[] =>
  texts.map((text) => ({ text, from: "asked" as const }));

const kinds = async (before: readonly Article[], now: readonly Article[], ...texts: readonly string[]) => {
  const { differences } = await diffAnswers(libraryOf(before), libraryOf(now), asked(...texts));
  return differences.map(({ question, kind }) => `${question.text}: ${kind}`);
};

describe("two states of a corpus in terms of answers", function () {
  this.timeout(60_000);
  const who = "who leads the union";
  const cost = "how much did the strike cost";

  it("are the same where nothing that is shown differs", async () => {
    expect(await kinds([LEADER, COST], [LEADER, COST], who, cost, "price of bitcoin")).to.deep.equal([]);
    expect(await kinds([LEADER], [LEADER, MAYOR], who)).to.deep.equal([]);
  });

  it("differ in what is answered only now, or no longer", async () => {
    expect(await kinds([LEADER], [COST], who, cost)).to.deep.equal([`${who}: silent-now`, `${cost}: answered-now`]);
  });

  it("differ in a sentence that was rewritten, and in one that another article took the place of", async () => {
    const rewritten = {
      ...LEADER,
      body: "Karsten Hoel, who has led the union for years, said that nobody would sail.",
    };
    expect(await kinds([LEADER], [rewritten], who)).to.deep.equal([`${who}: text-changed`]);
    const better = article({ id: "better", body: "The union is led by Ann Berg. Ann Berg leads the union." });
    expect(await kinds([LEADER, COST], [better, COST, MAYOR], who)).to.deep.equal([`${who}: other-sentence`]);
  });

  it("differ where a further article says the same", async () => {
    const reprint = { ...LEADER, id: "reprint", publisher: "Northern Herald" };
    expect(await kinds([LEADER, MAYOR], [LEADER, reprint, MAYOR], who)).to.deep.equal([`${who}: other-articles`]);
  });

  it("are asked a question once, tell how far they are, and stop when told", async () => {
    const library = libraryOf([LEADER]);
    const seen: number[] = [];
    const { asked: number } = await diffAnswers(library, library, asked(who, "Who leads the union?", cost), {
      onProgress: (done, of) => seen.push(done, of),
    });
    expect({ number, seen }).to.deep.equal({ number: 2, seen: [1, 2, 2, 2] });
    const signal = AbortSignal.abort(new Error("enough"));
    const stopped = diffAnswers(library, library, asked(who), { signal });
    expect(await stopped.catch((error: unknown) => String(error))).to.equal("Error: enough");
  });

  it("are shown beside each other, each sentence with its source", async () => {
    const comparison = await diffAnswers(libraryOf([LEADER]), libraryOf([MAYOR]), asked(who));
    expect(answerDiffText(comparison)).to.equal(
      [
        "who leads the union (no longer answered)",
        "    before: Karsten Hoel, who leads the union, said nobody would sail. [The Harbour Gazette, 2021-05-10, start]",
        "    now:    the articles do not say",
        "1 question asked: 1 answered differently.",
      ].join("\n"),
    );
    expect(
      articleChangesText([
        { id: "mayor", how: "added" },
        { id: "start", how: "withdrawn" },
      ]),
    ).to.equal("+ mayor\n- start\nArticles: 1 added, 0 changed, 1 withdrawn.");
  });
});
