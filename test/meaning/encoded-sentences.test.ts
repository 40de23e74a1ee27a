import { expect } from "chai";
import fc from "fast-check";
import { EncodedSentences } from "../../src/meaning/encoded-sentences.ts";
import { COSINE_PER_DOT } from "../../src/meaning/sentence-vector.ts";
import { article } from "../fixtures/articles.ts";

const ENCODER = { version: "fake/1", dimensions: 2 };
const [first, second, other] = ["first", "second", "other"].map((id) => article({ id, body: "" }));
if (first === undefined || second === undefined || other === undefined) throw new Error("articles");

describe("sentences as an encoder sees them", () => {
  const sentences = new EncodedSentences(
    ENCODER,
    new Map([
      [first, Int8Array.of(127, 0, 0, 127)],
      [second, Int8Array.of(90, 90)],
    ]),
  );

  it("are found by article and place", () => {
    expect([...(sentences.of(first, 1) ?? [])]).to.deep.equal([0, 127]);
    expect([...(sentences.of(second, 0) ?? [])]).to.deep.equal([90, 90]);
  });

  it("are none outside the articles", () => {
    expect(sentences.of(first, 2)).to.equal(null);
    expect(sentences.of(first, -1)).to.equal(null);
    expect(sentences.of(other, 0)).to.equal(null);
  });

  it("are looked for only in the articles that are asked for", () => {
    const near = sentences.nearest(Int8Array.of(127, 0), 3, [other, second]);
    expect(near.map(({ article: { id }, position }) => [id, position])).to.deep.equal([["second", 0]]);
    expect(near[0]?.cosine).to.be.closeTo(Math.SQRT1_2, 0.01);
  });

  it("come nearest first, as if all were sorted", () => {
    const number = fc.integer({ min: -127, max: 127 });
    const vectors = fc.array(fc.tuple(number, number), { minLength: 0, maxLength: 40 });
    fc.assert(
      fc.property(vectors, fc.tuple(number, number), fc.integer({ min: 1, max: 9 }), (rows, asked, count) => {
        const all = new EncodedSentences(ENCODER, new Map([[first, Int8Array.from(rows.flat())]]));
        const naive = rows
          // 0 is added for the sake of −0, which is no other cosine than 0.
          .map(([x, y], position) => ({ position, cosine: (x * asked[0] + y * asked[1] + 0) * COSINE_PER_DOT }))
          .toSorted((a, b) => b.cosine - a.cosine)
          .slice(0, count);
        const near = all.nearest(Int8Array.from(asked), count, [first]);
        expect(near.map(({ position, cosine }) => ({ position, cosine: cosine + 0 }))).to.deep.equal(naive);
      }),
    );
  });
});
