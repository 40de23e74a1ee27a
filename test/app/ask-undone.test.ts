import { expect } from "chai";
import { askUndone } from "../../src/app/ask-undone.ts";
import { openLibrary } from "../../src/app/library.ts";
import type { Article } from "../../src/domain/article.ts";
import type { GoldQuestion } from "../../src/domain/gold.ts";
import { articleChanges } from "../../src/upkeep/gold/article-changes.ts";
import { compareRuns } from "../../src/upkeep/gold/compare-runs.ts";
import { runGold } from "../../src/upkeep/gold/run-gold.ts";
import { article, corpusOf } from "../fixtures/articles.ts";
import { meaningfulIndex, shippedModels } from "../fixtures/models.ts";

const libraryOf = (articles: readonly Article[]) =>
  openLibrary(corpusOf(articles), meaningfulIndex(shippedModels(), articles), "9", { model: shippedModels().answers });

const QUESTION: GoldQuestion = {
  id: "leader",
  question: "who leads the union",
  expect: "answered",
  articles: [],
  contains: ["Hoel"],
  note: null,
  added: null,
};

describe("a library without some of its changes", function () {
  this.timeout(60_000);

  it("shows which of many changes did it where no sentence tells", async () => {
    const leader = article({ id: "leader", body: "Karsten Hoel, who leads the union, said nobody would sail." });
    const notices = Array.from({ length: 20 }, (_, n) =>
      article({ id: `notice-${n}`, body: `The port of Lundvik moved ${n + 11} departures in April.` }),
    );
    const before = [leader, ...notices.slice(0, 10)];
    // The answer is gone with this one, but what is looked at is only that others came and went.
    const [earlier, later] = [libraryOf(before), libraryOf(notices)];
    const run = await runGold(earlier, [QUESTION]);
    const results = run.results.map(({ gold, failure }) => ({ gold, failure, shown: [] }));
    expect(results.map(({ failure }) => failure)).to.deep.equal([null]);
    const now = await runGold(later, [QUESTION]);
    const changes = articleChanges(before, notices);
    expect(changes).to.have.length(11);
    const { regressions } = await compareRuns({ results }, now, changes, askUndone(later, earlier.corpus));
    expect(regressions.map(({ causes, found }) => ({ causes, found }))).to.deep.equal([
      { causes: [{ id: "leader", how: "withdrawn" }], found: "tried" },
    ]);
  });
});
