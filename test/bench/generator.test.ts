import { expect } from "chai";
import { type GeneratedArticle, generateArticles } from "../../bench/generate/articles.ts";
import { pseudoWord } from "../../bench/generate/pseudo-words.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { STOP_WORDS } from "../../src/text/stop-words.ts";
import { tokenize } from "../../src/text/tokens.ts";

function take(seed: number, sentences: number): readonly GeneratedArticle[] {
  const taken: GeneratedArticle[] = [];
  let written = 0;
  for (const article of generateArticles(seed)) {
    if (written >= sentences) break;
    taken.push(article);
    written += article.sentences;
  }
  return taken;
}

describe("the benchmark's generated news", () => {
  const articles = take(1, 4000);
  const sentences = articles.flatMap(({ text }) =>
    splitSentences(text).map(({ start, end }) => text.slice(start, end)),
  );
  const tokens = sentences.map((sentence) => tokenize(sentence).map(({ folded }) => folded));
  const content = tokens.flat().filter((word) => !STOP_WORDS.has(word));

  it("is the same for the same seed and another for another", () => {
    expect(take(1, 500)).to.deep.equal(take(1, 500));
    expect(take(2, 500)[0]?.text).to.not.equal(articles[0]?.text);
  });

  it("has the sentences it says it has", () => {
    for (const article of articles) expect(splitSentences(article.text), article.id).to.have.length(article.sentences);
  });

  it("has as many function words as news: 40 % that are left out", () => {
    expect(1 - content.length / tokens.flat().length).to.be.within(0.37, 0.43);
  });

  it("has sentences as long as those of news: 23.5 words on average, half of them under 22, some of 60", () => {
    const lengths = tokens.map(({ length }) => length).toSorted((a, b) => a - b);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).to.be.within(22, 25.5);
    expect(lengths[Math.floor(lengths.length / 2)]).to.be.within(19, 23);
    expect(lengths[Math.floor(lengths.length * 0.99)]).to.be.within(50, 75);
  });

  it("uses words by Zipf's law: the thousand commonest make up two fifths, and frequency falls with rank", () => {
    const counts = new Map<string, number>();
    for (const word of content) counts.set(word, (counts.get(word) ?? 0) + 1);
    const frequencies = [...counts.values()].toSorted((a, b) => b - a);
    const share = (ranks: number): number =>
      frequencies.slice(0, ranks).reduce((sum, count) => sum + count, 0) / content.length;
    expect(share(100)).to.be.within(0.12, 0.24);
    expect(share(1000)).to.be.within(0.38, 0.52);
    // The slope of the middle ranks on double logarithmic paper.
    const slope = Math.log((frequencies[99] ?? 1) / (frequencies[1999] ?? 1)) / Math.log(100 / 2000);
    expect(slope).to.be.within(-1.1, -0.7);
    expect(frequencies.filter((count) => count === 1).length / frequencies.length).to.be.within(0.4, 0.6);
  });

  it("meets new words by Heaps' law, ever more slowly and without end", () => {
    const vocabulary = (length: number): number => new Set(content.slice(0, length)).size;
    const exponent = Math.log(vocabulary(content.length) / vocabulary(content.length / 4)) / Math.log(4);
    expect(exponent).to.be.within(0.55, 0.8);
  });

  it("brings words back within an article, as bursts", () => {
    let again = 0;
    for (const { text } of articles) {
      const words = tokenize(text)
        .map(({ folded }) => folded)
        .filter((word) => !STOP_WORDS.has(word));
      again += words.length - new Set(words).size;
    }
    expect(again / content.length).to.be.within(0.35, 0.48);
  });

  it("covers stories in several articles that share names", () => {
    const names = articles.map(({ text }) => new Set(text.match(/(?<=[a-z,] )[A-Z][a-z]+/gu)));
    const shared = names.map((own, place) =>
      Math.max(
        ...names.map((other, elsewhere) => (elsewhere === place ? 0 : [...own].filter((n) => other.has(n)).length)),
      ),
    );
    expect(shared.filter((count) => count >= 4).length / shared.length).to.be.greaterThan(0.6);
  });

  it("spells every rank differently and never as a word that is left out", () => {
    const words = Array.from({ length: 50_000 }, (_, rank) => pseudoWord(rank * 11));
    expect(new Set(words)).to.have.length(words.length);
    expect(words.filter((word) => STOP_WORDS.has(word) || !/^[a-z]{4,}$/u.test(word))).to.deep.equal([]);
  });
});
