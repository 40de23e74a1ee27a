import { expect } from "chai";
import fc from "fast-check";
import { COSINE_PER_DOT, sentenceVector } from "../../src/meaning/sentence-vector.ts";
import { decodeWordVectors } from "../../src/meaning/word-vectors.ts";
import { tableFile } from "./table.ts";

const decoded = decodeWordVectors(
  tableFile({ of: [0.01, 0.01, 0, 0], theft: [0.6, 0, 0, 0.2], steal: [0.5, 0.1, 0, 0.2], cake: [0, 0.1, 0.7, 0] }),
);
if (!decoded.ok) throw new Error(decoded.error);
const table = decoded.value;

const meaning = (...words: readonly string[]): Int8Array =>
  sentenceVector(
    table,
    words.map((word) => table.row(word)),
  );

function cosine(a: Int8Array, b: Int8Array): number {
  return COSINE_PER_DOT * a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

describe("the meaning of a sentence", () => {
  it("has one length, so that dot products are cosines", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 30 }), (rows) => {
        const vector = sentenceVector(table, rows);
        const squares = vector.reduce((sum, value) => sum + value * value, 0);
        expect(COSINE_PER_DOT * squares).to.be.closeTo(1, 0.02);
      }),
    );
  });

  it("is nearer to what means alike", () => {
    expect(cosine(meaning("theft"), meaning("steal"))).to.be.greaterThan(
      cosine(meaning("theft"), meaning("cake")) + 0.5,
    );
  });

  it("hardly changes by a word without weight, and not by the order", () => {
    expect(cosine(meaning("steal", "cake", "of"), meaning("cake", "steal"))).to.be.greaterThan(0.99);
    expect(meaning("steal", "cake", "of")).to.deep.equal(meaning("of", "cake", "steal"));
  });

  it("passes over words that the table lacks", () => {
    expect(meaning("xyzzy", "cake")).to.deep.equal(meaning("cake"));
    expect(sentenceVector(table, [4, -1, 1e9, Number.NaN, 1.5, table.row("cake")])).to.deep.equal(meaning("cake"));
  });

  it("is nothing where no word is known", () => {
    expect([...meaning("xyzzy")]).to.deep.equal([0, 0, 0, 0]);
    expect([...meaning()]).to.deep.equal([0, 0, 0, 0]);
  });
});
