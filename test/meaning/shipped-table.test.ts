import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/app/project-root.ts";
import { COSINE_PER_DOT, sentenceVector } from "../../src/meaning/sentence-vector.ts";
import { decodeWordVectors } from "../../src/meaning/word-vectors.ts";
import { tokenize } from "../../src/text/tokens.ts";

const path = join(projectRoot(), "models", "word-vectors.bin");
const decoded = decodeWordVectors(readFileSync(path));
if (!decoded.ok) throw new Error(`models/word-vectors.bin is ${decoded.error}`);
const table = decoded.value;

function meaning(text: string): Int8Array {
  return sentenceVector(
    table,
    tokenize(text).map(({ folded }) => table.row(folded)),
  );
}

function cosine(a: string, b: string): number {
  const other = meaning(b);
  return COSINE_PER_DOT * meaning(a).reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

/** A word or text, what means much the same, and what does not. */
const NEARER: readonly (readonly [string, string, string])[] = [
  ["hacker", "attacker", "baker"],
  ["sever", "cut", "sing"],
  ["expel", "deport", "paint"],
  ["steal", "theft", "weather"],
  ["doctor", "physician", "carpet"],
  ["car", "automobile", "opinion"],
  ["buy", "purchase", "sleep"],
  ["died", "killed", "opened"],
  ["election", "vote", "kitchen"],
  ["premier", "minister", "potato"],
  ["govt", "government", "banana"],
  ["january", "february", "engine"],
  ["french", "france", "hammer"],
  ["flood", "rain", "violin"],
  ["teh president resigned", "the head of state stepped down", "the recipe needs two eggs"],
  ["who broke into the computers", "hackers gained access to the systems", "the team won the cup"],
  ["how many people lost their jobs", "the company laid off 300 workers", "the comet passed the sun"],
  ["when did the talks fail", "negotiations collapsed on Monday", "the museum shows old coins"],
  ["why was the flight late", "the plane was delayed by a storm", "the bank raised its interest rate"],
];

describe("the shipped table of word vectors", () => {
  for (const [text, near, far] of NEARER) {
    it(`has "${text}" nearer to "${near}" than to "${far}"`, () => {
      expect(cosine(text, near)).to.be.greaterThan(cosine(text, far) + 0.1);
    });
  }

  it("knows common words, names of months, countries, numbers and what people type in a hurry", () => {
    const words =
      "the and minister february sunday germany german kenya kenyan 2013 24 thousand pls govt pm dont cant covid u.s";
    expect(words.split(" ").filter((word) => table.row(word) < 0)).to.deep.equal([]);
  });

  it("has rows in falling order of frequency, and stop words weigh little", () => {
    const frequencies = Array.from({ length: table.size }, (_, row) => table.logFrequency(row));
    expect(frequencies.findIndex((value, row) => row > 0 && value > (frequencies[row - 1] ?? 0))).to.equal(-1);
    for (const stop of ["the", "of", "and", "is", "a"])
      expect(table.weight(table.row(stop)), stop).to.be.lessThan(0.5 * table.weight(table.row("earthquake")));
  });

  it("stays within 10 MB", () => {
    expect(statSync(path).size).to.be.lessThan(10_000_000);
  });
});
