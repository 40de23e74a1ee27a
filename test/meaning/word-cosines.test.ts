import { expect } from "chai";
import { WordCosines } from "../../src/meaning/word-cosines.ts";
import { decodeWordVectors } from "../../src/meaning/word-vectors.ts";
import { tableFile } from "./table.ts";

function cosinesOf(words: Readonly<Record<string, readonly number[]>>) {
  const table = decodeWordVectors(tableFile(words));
  if (!table.ok) throw new Error(table.error);
  return { table: table.value, cosines: new WordCosines(table.value) };
}

const WORDS = { east: [1, 0], "north-east": [2, 2], north: [0, 3], west: [-1, 0], nowhere: [0, 1e-9] };

describe("the cosines of a word with others", () => {
  it("are those of the directions, whatever the lengths", () => {
    const { table, cosines } = cosinesOf(WORDS);
    const withEast = cosines.of(table.row("east"));
    const expected = { east: 1, "north-east": Math.SQRT1_2, north: 0, west: -1 };
    for (const [word, cosine] of Object.entries(expected)) {
      expect(withEast(table.row(word)), word).to.be.closeTo(cosine, 1e-6);
    }
  });

  it("are to the last bit the same however often they are asked", () => {
    const { table, cosines } = cosinesOf({ a: [0.3, 0.7, 0.1], b: [0.9, 0.2, 0.4] });
    const first = cosines.of(table.row("a"))(table.row("b"));
    expect(cosines.of(table.row("a"))(table.row("b"))).to.equal(first);
    expect(new WordCosines(table).of(table.row("a"))(table.row("b"))).to.equal(first);
  });

  it("are 0 for a word that the table lacks", () => {
    const { table, cosines } = cosinesOf(WORDS);
    for (const row of [-1, 99]) expect(cosines.of(row)(table.row("east"))).to.equal(0);
  });

  it("are right after more words than are remembered", () => {
    const many = Object.fromEntries(
      Array.from({ length: 150 }, (_, n) => [`w${String(n)}`, [Math.cos(n), Math.sin(n)]]),
    );
    const { table, cosines } = cosinesOf(many);
    for (let n = 0; n < 150; n += 1) cosines.of(n)(0);
    for (let n = 0; n < 150; n += 1) expect(cosines.of(n)(table.row("w7"))).to.be.closeTo(Math.cos(n - 7), 0.02);
  });
});
