import { expect } from "chai";
import { directionOf } from "../../src/meaning/word-cosines.ts";
import { RelatedWords } from "../../src/search/related-words.ts";
import { article } from "../fixtures/articles.ts";
import { meaningfulIndex, once, shippedModels } from "../fixtures/models.ts";

/** A corpus that uses every thirtieth of the table's words. */
const corpus = once(() => {
  const { vectors } = shippedModels();
  const words = WORDS.filter((word) => vectors.row(word) >= 0);
  return {
    vectors,
    words,
    index: meaningfulIndex(shippedModels(), [article({ id: "all", body: `${words.join(" ")}.` })]),
  };
});

const WORDS: readonly string[] = (
  "hacker attacker thief doctor physician nurse hospital medicine car automobile lorry train railway station ship ferry harbour " +
  "port sailor captain crew union strike wages company factory worker employer minister premier president parliament election " +
  "vote ballot police officer arrest prison court judge trial lawyer crime theft murder fire blaze flood rain storm wind snow " +
  "weather winter summer spring autumn monday sunday january march city town village street house kitchen garden tree river lake " +
  "mountain sea island coast bank money price cost tax budget debt loan market trade export import oil gas coal energy power " +
  "electricity water food bread meat fish fruit wine beer music song concert film actor book novel poem newspaper journalist radio " +
  "television internet computer software network server password email website data virus school teacher pupil university student " +
  "science chemistry physics war army soldier weapon bomb missile attack defence peace treaty embassy diplomat ambassador border"
).split(" ");

describe("the words of a corpus that mean about what another does", () => {
  it("are those that a scan over all words finds, nine of ten at least", () => {
    const { vectors, words, index } = corpus();
    let found = 0;
    const asked = words.filter((_, place) => place % Math.ceil(words.length / 50) === 0);
    for (const word of asked) {
      const direction = directionOf(vectors, vectors.row(word));
      const scanned = words
        .filter((other) => other !== word)
        .toSorted((a, b) => vectors.project(vectors.row(b), direction) - vectors.project(vectors.row(a), direction))
        .slice(0, 10);
      const nearest = index.related?.nearest(vectors.row(word), 10, -1) ?? [];
      expect(nearest.map((one) => one.word)).not.to.include(word);
      found += scanned.filter((other) => nearest.some((one) => one.word === other)).length;
    }
    expect(found / (10 * asked.length)).to.be.at.least(0.9);
  });

  it("come nearest first, down to the cosine and up to the number wanted", () => {
    const { vectors, index } = corpus();
    const row = vectors.row("doctor");
    const nearest = index.related?.nearest(row, 5, 0.3) ?? [];
    expect(nearest[0]?.word).to.be.oneOf(["physician", "nurse"]);
    const similarities = nearest.map(({ similarity }) => similarity);
    expect(similarities).to.deep.equal(similarities.toSorted((a, b) => b - a));
    for (const similarity of similarities) expect(similarity).to.be.at.least(0.3);
    expect(index.related?.nearest(row, 1, 0.3)).to.deep.equal(nearest.slice(0, 1));
    expect(index.related?.nearest(row, 5, 0.99)).to.deep.equal([]);
  });

  it("are the same when asked again", () => {
    const { vectors, index } = corpus();
    const asked = (): unknown => index.related?.nearest(vectors.row("ferry"), 8, 0);
    expect(asked()).to.deep.equal(asked());
  });

  it("are none where there is no corpus", () => {
    const { vectors } = corpus();
    expect(new RelatedWords(vectors, []).nearest(vectors.row("ferry"), 8, -1)).to.deep.equal([]);
  });
});
