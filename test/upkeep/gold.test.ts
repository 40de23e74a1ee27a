import { expect } from "chai";
import fc from "fast-check";
import type { Question } from "../../src/domain/answer.ts";
import type { Article } from "../../src/domain/article.ts";
import type { Library } from "../../src/domain/command.ts";
import type { ArticleChange, GoldQuestion, GoldResult } from "../../src/domain/gold.ts";
import { articleChanges, undoChanges } from "../../src/upkeep/gold/article-changes.ts";
import { compareRuns } from "../../src/upkeep/gold/compare-runs.ts";
import { runGold } from "../../src/upkeep/gold/run-gold.ts";
import { changesAtFault } from "../../src/upkeep/gold/try-undoing.ts";
import { article, corpusOf } from "../fixtures/articles.ts";
import { answererOf, shippedModels } from "../fixtures/models.ts";

const gold = (given: Partial<GoldQuestion> & Pick<GoldQuestion, "question">): GoldQuestion => {
  return { id: "one", expect: "answered", articles: [], contains: [], note: null, added: null, ...given };
};

const START = article({
  id: "start",
  body: "Karsten Hoel, who leads the union, said nobody would sail. The strike began on Monday.",
});
const END = article({ id: "end", body: "The mayor of Lundvik, Ida Brandt, called the agreement fair." });

const libraryOf = (articles: readonly Article[]): Pick<Library, "ask"> => {
  const answerer = answererOf(shippedModels(), corpusOf(articles));
  return { ask: (question: Question) => Promise.resolve(answerer.ask(question)) };
};

const failureOf = async (question: GoldQuestion): Promise<string | null> => {
  const { results } = await runGold(libraryOf([START, END]), [question]);
  return results[0]?.failure?.id ?? null;
};

/** What became of one question between two states, causes found by trying too. */
const regressionOf = async (question: GoldQuestion, before: readonly Article[], after: readonly Article[]) => {
  const [run, now] = [await runGold(libraryOf(before), [question]), await runGold(libraryOf(after), [question])];
  const changes = articleChanges(before, after);
  const undone = (ids: readonly string[]): Promise<Library["ask"]> =>
    Promise.resolve(libraryOf(undoChanges(corpusOf(before), corpusOf(after), ids).articles).ask);
  const { regressions, mended } = await compareRuns(run, now, changes, undone);
  return {
    regressions: regressions.map(({ now: { failure }, causes, found }) => [failure?.id, causes, found]),
    mended: mended.map(({ gold: { id } }) => id),
  };
};

describe("gold questions", function () {
  this.timeout(60_000);

  it("pass where the answer is as expected, whatever the letter case and accents", async () => {
    const question = "who leads the union";
    expect(await failureOf(gold({ question }))).to.equal(null);
    expect(await failureOf(gold({ question, articles: ["none", "start"], contains: ["kärsten HOEL"] }))).to.equal(null);
    expect(await failureOf(gold({ question: "price of bitcoin", expect: "not-in-articles" }))).to.equal(null);
  });

  it("say why they fail", async () => {
    const question = "who leads the union";
    expect(await failureOf(gold({ question: "price of bitcoin" }))).to.equal("not-answered");
    expect(await failureOf(gold({ question, expect: "not-in-articles" }))).to.equal("answered-though-silent-expected");
    expect(await failureOf(gold({ question, articles: ["end"] }))).to.equal("other-article");
    expect(await failureOf(gold({ question, contains: ["Hoel", "Brandt"] }))).to.equal("words-missing");
    expect(await failureOf(gold({ question: "???" }))).to.equal("unusable");
  });

  it("tell how far they are, and stop when told", async () => {
    const questions = ["a", "b", "c"].map((id) => gold({ id, question: "who leads the union" }));
    const seen: string[] = [];
    const controller = new AbortController();
    const run = runGold(libraryOf([START]), questions, {
      signal: controller.signal,
      onProgress: (done, of) => {
        seen.push(`${done} of ${of}`);
        if (done === 2) controller.abort(new Error("enough"));
      },
    });
    expect(await run.catch((error: unknown) => String(error))).to.equal("Error: enough");
    expect(seen).to.deep.equal(["1 of 3", "2 of 3"]);
  });

  describe("that fail since a change", () => {
    const leader = gold({ question: "who leads the union", contains: ["Hoel"] });

    it("name the article that was withdrawn", async () => {
      expect(await regressionOf(leader, [START, END], [END])).to.deep.equal({
        regressions: [["not-answered", [{ id: "start", how: "withdrawn" }], "seen"]],
        mended: [],
      });
    });

    it("name the article that was changed", async () => {
      const changed = { ...START, body: "The strike began on Monday. Nobody would sail." };
      const { regressions } = await regressionOf(leader, [START, END], [changed, END]);
      expect(regressions[0]?.slice(1)).to.deep.equal([[{ id: "start", how: "changed" }], "seen"]);
    });

    it("name the article that answers instead of the one expected", async () => {
      const mayor = gold({ question: "what is the price of fish", expect: "not-in-articles" });
      const fish = article({ id: "fish", body: "The price of fish rose to 9 euros at Lundvik." });
      expect(await regressionOf(mayor, [START], [START, fish])).to.deep.equal({
        regressions: [["answered-though-silent-expected", [{ id: "fish", how: "added" }], "seen"]],
        mended: [],
      });
    });

    it("pass again once it is undone", async () => {
      expect(await regressionOf(leader, [END], [START, END])).to.deep.equal({ regressions: [], mended: ["one"] });
    });
  });

  describe("whose cause cannot be seen", () => {
    const changes = Array.from({ length: 1_000 }, (_, n): ArticleChange => ({ id: `a${n}`, how: "added" }));
    const silent: GoldResult = {
      gold: gold({ question: "who leads the union" }),
      failure: { id: "not-answered" },
      shown: [],
    };
    const { ask: askGood } = libraryOf([START]);
    const { ask: askBad } = libraryOf([END]);

    it("is found by undoing changes, with few corpora made", async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 999 }), async (culprit) => {
          let made = 0;
          const found = await changesAtFault(silent, changes, (ids) => {
            made += 1;
            return Promise.resolve(ids.includes(`a${culprit}`) ? askGood : askBad);
          });
          expect(found).to.deep.equal([{ id: `a${culprit}`, how: "added" }]);
          expect(made).to.be.at.most(12);
        }),
        { numRuns: 15 },
      );
    });

    it("is no article where undoing all of them does not help", async () => {
      expect(await changesAtFault(silent, changes, () => Promise.resolve(askBad))).to.deep.equal([]);
    });

    it("is two together where neither does alone, and nothing where too many would have to be named", async () => {
      const both = (ids: readonly string[]) =>
        Promise.resolve(ids.includes("a0") && ids.includes("a1") ? askGood : askBad);
      expect(await changesAtFault(silent, changes.slice(0, 2), both)).to.deep.equal(changes.slice(0, 2));
      const apart = (ids: readonly string[]) =>
        Promise.resolve(ids.includes("a0") && ids.includes("a999") ? askGood : askBad);
      expect(await changesAtFault(silent, changes, apart)).to.deep.equal([]);
    });

    it("is not looked for any longer when told to stop", async () => {
      const controller = new AbortController();
      const search = changesAtFault(
        silent,
        changes,
        () => {
          controller.abort(new Error("enough"));
          return Promise.resolve(askGood);
        },
        { signal: controller.signal },
      );
      expect(await search.catch((error: unknown) => String(error))).to.equal("Error: enough");
    });
  });

  it("undoes additions, changes and withdrawals, in the corpus's order", () => {
    const added = article({ id: "added", published: "2021-06-01", body: "New." });
    const before = corpusOf([END, START]);
    const after = corpusOf([added, { ...START, title: "Another" }]);
    expect(articleChanges(before.articles, after.articles)).to.deep.equal([
      { id: "added", how: "added" },
      { id: "end", how: "withdrawn" },
      { id: "start", how: "changed" },
    ]);
    const undone = undoChanges(before, after, ["added", "end", "start"]);
    expect(undone.articles).to.deep.equal([END, START]);
    expect(undoChanges(before, after, ["end"]).articles.map(({ id, title }) => `${id}: ${title}`)).to.deep.equal([
      "added: Report added",
      "end: Report end",
      "start: Another",
    ]);
  });
});
