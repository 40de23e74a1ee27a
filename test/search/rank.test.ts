import { expect } from "chai";
import fc from "fast-check";
import type { Sentence } from "../../src/domain/sentence.ts";
import { buildQuery } from "../../src/search/query.ts";
import { rank } from "../../src/search/rank.ts";
import { buildSentenceIndex } from "../../src/search/sentence-index.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { article } from "../fixtures/articles.ts";
import { naiveRank } from "./naive-rank.ts";

const analyzer = createAnalyzer([{ term: "Harbour Guard", aliases: ["HG", "harbour police"] }]);

const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("harbour", "strike", "ferry", "mayor", "HG", "police", "guard", "the") },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 }).map((number) => `w${String(number)}x`) },
);
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `The ${words.join(" ")}.`);
const articles = fc
  .array(
    fc.record({
      title: fc.array(word, { maxLength: 4 }),
      sentences: fc.array(sentence, { minLength: 1, maxLength: 30 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((many) =>
    many.map(({ title, sentences }, number) =>
      article({ id: `a${String(number)}`, title: title.join(" "), body: sentences.join("\n\n") }),
    ),
  );
/** With slips now and then, so that corrected spellings take part too. */
const question = fc
  .array(fc.oneof({ weight: 5, arbitrary: word }, fc.constantFrom("ferrry", "stirke", "harbor", "nothing")), {
    minLength: 1,
    maxLength: 5,
  })
  .map((words) => words.join(" "));

describe("ranking sentences", () => {
  it("agrees with BM25F written out over every sentence, in scores and order", () => {
    fc.assert(
      fc.property(articles, question, fc.integer({ min: 1, max: 20 }), (many, asked, limit) => {
        const index = buildSentenceIndex(many, analyzer);
        const query = buildQuery(index, asked);
        const expected = naiveRank(many, analyzer, query);
        const { hits, total } = rank(index, query, { limit, countUpTo: 10_000 });
        expect(total).to.equal(expected.length);
        expect(hits.map((hit) => [hit.sentence, hit.score])).to.deep.equal(
          expected.slice(0, limit).map((one) => [one.sentence, one.score]),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it("agrees with it within some articles, and over sentences that hold the words themselves", () => {
    fc.assert(
      fc.property(articles, question, fc.boolean(), fc.boolean(), (many, asked, someOnly, ownWordsOnly) => {
        const index = buildSentenceIndex(many, analyzer);
        const query = buildQuery(index, asked);
        const within = new Set(many.filter((_, number) => number % 2 === 0).map(({ id }) => id));
        const expected = naiveRank(many, analyzer, query).filter(
          ({ sentence, own }) => (!someOnly || within.has(sentence.article.id)) && (!ownWordsOnly || own),
        );
        const options = { limit: 5, ownWordsOnly, countUpTo: 10_000, ...(someOnly ? { within } : {}) };
        const { hits, total } = rank(index, query, options);
        expect(total).to.equal(expected.length);
        expect(hits.map((hit) => hit.sentence)).to.deep.equal(expected.slice(0, 5).map((one) => one.sentence));
      }),
      { numRuns: 500 },
    );
  });

  it("explains every score: the contributions add up to it", () => {
    fc.assert(
      fc.property(articles, question, (many, asked) => {
        const index = buildSentenceIndex(many, analyzer);
        for (const hit of rank(index, buildQuery(index, asked), { limit: 10 }).hits) {
          expect(hit.contributions.reduce((sum, part) => sum + part.score, 0)).to.be.closeTo(hit.score, 1e-9);
          expect(hit.contributions.length).to.be.greaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("gives pages that fit together", () => {
    fc.assert(
      fc.property(articles, question, fc.integer({ min: 1, max: 4 }), (many, asked, size) => {
        const index = buildSentenceIndex(many, analyzer);
        const query = buildQuery(index, asked);
        const all = rank(index, query, { limit: 1_000 }).hits.map((hit) => hit.sentence);
        const paged: Sentence[] = [];
        for (let offset = 0; offset < all.length; offset += size) {
          paged.push(...rank(index, query, { limit: size, offset }).hits.map((hit) => hit.sentence));
        }
        expect(paged).to.deep.equal(all);
      }),
      { numRuns: 100 },
    );
  });

  const index = buildSentenceIndex(
    [
      article({ id: "one", title: "Harbour news", body: "The mayor spoke. The strike goes on. Nobody sails." }),
      article({ id: "two", title: "Strike at the mill", body: "Wages rose. The mill closed." }),
    ],
    analyzer,
  );
  const found = (asked: string, options: Partial<Parameters<typeof rank>[2]> = {}): readonly string[] =>
    rank(index, buildQuery(index, asked), { limit: 10, ...options }).hits.map((hit) => hit.sentence.text);

  it("puts a word in the sentence before one in the title, and that before one next door", () => {
    expect(found("strike")).to.deep.equal([
      "The strike goes on.",
      "Wages rose.",
      "The mill closed.",
      "The mayor spoke.",
      "Nobody sails.",
    ]);
  });

  it("leaves out what matches by title and neighbours alone, where that is wanted", () => {
    expect(found("strike", { ownWordsOnly: true })).to.deep.equal(["The strike goes on."]);
  });

  it("looks only within the articles named", () => {
    expect(found("strike", { within: new Set(["two"]) })).to.deep.equal(["Wages rose.", "The mill closed."]);
  });

  it("never lets an article's last sentence answer for the next article's first", () => {
    expect(found("nobody")).to.deep.equal(["Nobody sails.", "The strike goes on."]);
  });
});
