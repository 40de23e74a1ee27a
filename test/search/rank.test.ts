import { expect } from "chai";
import fc from "fast-check";
import { DEFAULT_BM25F } from "../../src/search/bm25f.ts";
import { buildQuery } from "../../src/search/query.ts";
import { rank } from "../../src/search/rank.ts";
import { type SentenceIndex, buildSentenceIndex } from "../../src/search/sentence-index.ts";
import { createAnalyzer } from "../../src/text/analyzer.ts";
import { article } from "../fixtures/articles.ts";

const analyzer = createAnalyzer([]);

/** BM25F straight from its definition, with nothing clever: what the index must agree with. */
function naiveScores(index: SentenceIndex, question: string): ReadonlyMap<number, number> {
  const { k1, b, weights } = DEFAULT_BM25F;
  const termsOf = (text: string): string[] =>
    analyzer
      .analyze(text)
      .filter((term) => !term.stop)
      .map((term) => term.term);
  const sentences = index.sentences.map((sentence) => ({ sentence, terms: termsOf(sentence.text) }));
  const titles = index.articles.map((one) => termsOf(one.title));
  const mean = (lists: readonly (readonly string[])[]): number =>
    lists.reduce((sum, list) => sum + list.length, 0) / Math.max(lists.length, 1);
  const averageSentence = mean(sentences.map(({ terms }) => terms));
  const averageTitle = mean(titles);
  const normalised = (terms: readonly string[], wanted: string, average: number): number => {
    const count = terms.filter((term) => term === wanted).length;
    return count === 0 ? 0 : count / (1 - b + (b * terms.length) / average);
  };

  const scores = new Map<number, number>();
  for (const [number, { sentence, terms }] of sentences.entries()) {
    const around = sentences
      .filter((other, place) => Math.abs(place - number) === 1 && other.sentence.article === sentence.article)
      .flatMap((other) => other.terms);
    const title = titles[index.articles.indexOf(sentence.article)] ?? [];
    let score = 0;
    for (const term of new Set(termsOf(question))) {
      const inSentences = sentences.filter((one) => one.terms.includes(term)).length;
      const inTitles = titles.filter((one) => one.includes(term)).length;
      const matching = Math.max(inSentences, inTitles);
      if (matching === 0) continue;
      const idf = Math.log(1 + (sentences.length - matching + 0.5) / (matching + 0.5));
      const frequency =
        weights.sentence * normalised(terms, term, averageSentence) +
        weights.neighbours * normalised(around, term, 2 * averageSentence) +
        weights.title * normalised(title, term, averageTitle);
      score += (idf * frequency) / (k1 + frequency);
    }
    if (score > 0) scores.set(number, score);
  }
  return scores;
}

const word = fc.constantFrom("harbour", "strike", "sailor", "wage", "ferry", "mayor", "night", "talk");
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `The ${words.join(" ")}.`);
const articles = fc
  .array(
    fc.record({
      title: fc.array(word, { maxLength: 4 }),
      sentences: fc.array(sentence, { minLength: 1, maxLength: 5 }),
    }),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((many) =>
    many.map(({ title, sentences }, number) =>
      article({ id: `a${String(number)}`, title: title.join(" "), body: sentences.join("\n\n") }),
    ),
  );
const question = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

describe("ranking sentences", () => {
  it("agrees with BM25F written out, in scores and order", () => {
    fc.assert(
      fc.property(articles, question, (many, asked) => {
        const index = buildSentenceIndex(many, analyzer);
        const expected = naiveScores(index, asked);
        const { hits, total } = rank(index, buildQuery(index, asked), { limit: 1_000 });
        expect(total).to.equal(expected.size);
        for (const hit of hits) expect(hit.score).to.be.closeTo(expected.get(hit.sentence) ?? 0, 1e-9);
        for (const [place, hit] of hits.entries()) {
          const next = hits[place + 1];
          if (next !== undefined) expect(hit.score).to.be.at.least(next.score - 1e-9);
        }
      }),
      { numRuns: 300 },
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
        const paged: number[] = [];
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
    rank(index, buildQuery(index, asked), { limit: 10, ...options }).hits.map(
      (hit) => index.sentences[hit.sentence]?.text ?? "",
    );

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
    const parts = rank(index, buildQuery(index, "nobody"), { limit: 10 }).hits.map((hit) => hit.sentence);
    expect(parts).to.deep.equal([2, 1]);
  });
});
