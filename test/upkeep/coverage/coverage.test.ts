import { expect } from "chai";
import * as fc from "fast-check";
import { articleFrequency } from "../../../src/index/article-frequency.ts";
import { compareArticles } from "../../../src/index/compare-articles.ts";
import { updateGenerationAside } from "../../../src/index/update-generation.ts";
import { createAnalyzer } from "../../../src/text/analyzer.ts";
import { coverageOf } from "../../../src/upkeep/coverage/coverage.ts";
import { mentionsOf } from "../../../src/upkeep/coverage/mentions.ts";
import { article, corpusOf, indexOf } from "../../fixtures/articles.ts";

const GLOSSARY = [
  { term: "Harbour Union", aliases: ["HU", "the dockers' union"] },
  { term: "North Pier", aliases: [] },
  { term: "Customs", aliases: [] },
];

describe("what a corpus covers", () => {
  it("counts months, publishers and topics, most first, and says what is not shown", () => {
    const articles = Array.from({ length: 40 }, (_, number) =>
      article({
        id: `a${String(number)}`,
        body: "Nothing.",
        published: number === 0 ? null : number === 1 ? "2021" : number < 10 ? "2021-04-03" : "2021-06",
        publisher: number < 20 ? "The Gazette" : `Paper ${String(number).padStart(2, "0")}`,
      }),
    );
    const topics = Array.from({ length: 15 }, (_, number) => ({
      name: `Topic ${String(number)}`,
      articles: 40 - number,
    }));
    const coverage = coverageOf({ articles }, topics);
    expect(coverage.articles).to.equal(40);
    expect(coverage.months).to.deep.equal([
      { name: "2021-04", articles: 8 },
      { name: "2021-06", articles: 30 },
    ]);
    expect(coverage.undated).to.equal(2);
    expect(coverage.publishers).to.have.length(12);
    expect(coverage.publishers[0]).to.deep.equal({ name: "The Gazette", articles: 20 });
    expect(coverage.others).to.deep.equal({ publishers: 9, articles: 9 });
    expect(coverage.topics).to.deep.equal(topics.slice(0, 12));
  });

  it("counts an entry of the glossary once an article, by whichever name, in title or text", () => {
    const corpus = corpusOf(
      [
        article({ id: "a", body: "The Harbour Union met. HU spoke at North Pier." }),
        article({ id: "b", title: "HU says no", body: "Nobody came." }),
        article({ id: "c", body: "The dockers' union and the North Pier." }),
      ],
      GLOSSARY,
    );
    expect(mentionsOf(indexOf(corpus), GLOSSARY, [])).to.deep.equal([
      { name: "Harbour Union", articles: 3 },
      { name: "North Pier", articles: 2 },
    ]);
  });

  it("adds names that articles have in common, those of the glossary only once", () => {
    const corpus = corpusOf([article({ id: "a", body: "The Harbour Union met." })], GLOSSARY);
    const met = [
      { name: "HU", articles: 9 },
      { name: "Oslo", articles: 4 },
    ];
    expect(mentionsOf(indexOf(corpus), GLOSSARY, met).map(({ name }) => name)).to.deep.equal(["Oslo", "Harbour Union"]);
  });

  it("has nothing to say of an empty corpus", () => {
    const corpus = corpusOf([], GLOSSARY);
    const coverage = coverageOf(corpus, mentionsOf(indexOf(corpus), GLOSSARY, []));
    expect(coverage).to.deep.equal({
      articles: 0,
      months: [],
      undated: 0,
      publishers: [],
      others: { publishers: 0, articles: 0 },
      topics: [],
    });
  });
});

describe("in how many articles a term stands", () => {
  const WORDS = ["ferry", "strike", "harbour", "captain"] as const;
  const sentence = fc.array(fc.constantFrom(...WORDS, "boat", "sea"), { minLength: 1, maxLength: 5 });
  const texts = fc.array(fc.record({ title: sentence, body: fc.array(sentence, { minLength: 1, maxLength: 40 }) }), {
    minLength: 1,
    maxLength: 12,
  });
  const articlesOf = (given: readonly { readonly title: readonly string[]; readonly body: readonly string[][] }[]) =>
    given.map(({ title, body }, number) =>
      article({
        id: `a${String(number)}`,
        title: title.join(" "),
        body: body.map((words) => `The ${words.join(" ")}.`).join(" "),
      }),
    );

  it("is what reading them all tells", () => {
    fc.assert(
      fc.property(texts, (given) => {
        const articles = articlesOf(given);
        const { generation } = indexOf(corpusOf(articles));
        for (const word of WORDS) {
          const stem = createAnalyzer([]).analyze(word)[0]?.term ?? "";
          const having = articles.filter(({ title, body }) => `${title} ${body}`.includes(word));
          expect(articleFrequency(generation, stem), word).to.equal(having.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("leaves out what is withdrawn, and counts what came later", async () => {
    const [gone, stays, later] = articlesOf([
      { title: ["sea"], body: [["ferry"]] },
      { title: ["ferry"], body: [["boat"]] },
      { title: ["sea"], body: [["ferry"], ["ferry"]] },
    ]);
    if (gone === undefined || stays === undefined || later === undefined) throw new Error("three were made");
    const { generation } = indexOf(corpusOf([gone, stays]));
    const next = [stays, later];
    const updated = await updateGenerationAside(generation, next, compareArticles([gone, stays], next));
    expect(articleFrequency(updated, "ferri")).to.equal(2);
    expect(articleFrequency(generation, "ferri")).to.equal(2);
    expect(articleFrequency(updated, "nowhere")).to.equal(0);
  });
});
