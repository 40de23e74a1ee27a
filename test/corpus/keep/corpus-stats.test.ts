import { expect } from "chai";
import { corpusStats } from "../../../src/corpus/keep/corpus-stats.ts";
import { article, corpusOf } from "../../fixtures/articles.ts";

describe("corpusStats", () => {
  it("counts by publisher, month, language and kind, and what is missing", () => {
    const corpus = corpusOf([
      article({ id: "a", body: "a", publisher: "B" }),
      article({ id: "b", body: "b", publisher: "A", published: "2021-05", language: "sq" }),
      article({ id: "c", body: "c", publisher: "C", published: "2020", url: null, kind: "original" }),
      article({ id: "d", body: "d", publisher: "C", published: null, reprintOf: "a" }),
      article({ id: "e", body: "e", publisher: "constructor", published: "2021-01-31" }),
    ]);
    expect(corpusStats(corpus, 2)).to.deep.equal({
      articles: 5,
      withdrawn: 2,
      publishers: [
        { name: "C", articles: 2 },
        { name: "A", articles: 1 },
        { name: "B", articles: 1 },
        { name: "constructor", articles: 1 },
      ],
      languages: [
        { name: "en", articles: 4 },
        { name: "sq", articles: 1 },
      ],
      kinds: [
        { name: "brief", articles: 4 },
        { name: "original", articles: 1 },
      ],
      months: [
        { name: "2020", articles: 1 },
        { name: "2021-01", articles: 1 },
        { name: "2021-05", articles: 2 },
      ],
      undated: 1,
      withoutUrl: 1,
      reprints: 1,
    });
  });

  it("counts nothing where nothing is", () => {
    expect(corpusStats(corpusOf([]), 0)).to.deep.include({ articles: 0, publishers: [], months: [] });
  });
});
