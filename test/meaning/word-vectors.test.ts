import { crc32 } from "node:zlib";
import { expect } from "chai";
import fc from "fast-check";
import { HEADER_BYTES } from "../../src/meaning/layout.ts";
import { type WordVectors, decodeWordVectors } from "../../src/meaning/word-vectors.ts";
import { tableFile } from "./table.ts";

const FILE = tableFile({ the: [0.1, 0, 0], hacker: [0, 3, 4], "u.s": [0, 0, -2] });

function decoded(bytes: Uint8Array): WordVectors {
  const table = decodeWordVectors(bytes);
  if (!table.ok) throw new Error(table.error);
  return table.value;
}

/** The file with a change behind its header and the checksum that belongs to it. */
function forged(change: (file: Buffer) => void): Buffer {
  const file = Buffer.from(FILE);
  change(file);
  file.writeUInt32LE(crc32(file.subarray(HEADER_BYTES)), 20);
  return file;
}

describe("a table of word vectors", () => {
  it("gives back the words it was made of", () => {
    const table = decoded(FILE);
    expect(table.size).to.equal(3);
    expect(table.dimensions).to.equal(3);
    expect(["the", "hacker", "u.s"].map((word) => table.row(word))).to.deep.equal([0, 1, 2]);
    expect([...table.vector(1)]).to.deep.equal([0, 95, 127]);
    expect(table.norm(1)).to.be.closeTo(Math.hypot(95, 127), 1e-3);
    expect(table.weight(0)).to.be.closeTo(0.02, 1e-6);
    expect(table.weight(1)).to.equal(1);
    expect(table.logFrequency(2)).to.equal(-3);
  });

  it("knows no other words", () => {
    const table = decoded(FILE);
    for (const word of ["", "th", "thee", "Hacker", "hackers", "ĥacker", "constructor", "__proto__", "x".repeat(1000)])
      expect(table.row(word), word).to.equal(-1);
  });

  it("finds every word of a large table", () => {
    const words = Array.from({ length: 5000 }, (_, n) => `word${n}`);
    const table = decoded(tableFile(Object.fromEntries(words.map((word) => [word, [1]]))));
    expect(words.findIndex((word, row) => table.row(word) !== row)).to.equal(-1);
  });

  it("reads bytes wherever in memory they begin", () => {
    const moved = new Uint8Array(FILE.length + 3);
    moved.set(FILE, 3);
    expect(decoded(moved.subarray(3)).row("hacker")).to.equal(1);
  });

  it("has a version that follows its content", () => {
    const other = tableFile({ the: [0.1, 0, 0], hacker: [0, 3, 4], "u.s": [0, 1, -2] });
    expect(decoded(FILE).version).to.match(/^[0-9a-f]{12}$/u);
    expect(decoded(Buffer.from(FILE)).version).to.equal(decoded(FILE).version);
    expect(decoded(other).version).to.not.equal(decoded(FILE).version);
  });

  it("refuses what is no table", () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(100),
      Buffer.from("<!doctype html>"),
      Buffer.from("FOOTVEC2".repeat(9)),
    ])
      expect(decodeWordVectors(bytes)).to.deep.equal({ ok: false, error: "foreign" });
  });

  it("refuses a table that is cut, wherever, or too long", () => {
    for (let length = 1; length < FILE.length; length += 1)
      expect(decodeWordVectors(FILE.subarray(0, length)), String(length)).to.deep.equal({ ok: false, error: "cut" });
    expect(decodeWordVectors(Buffer.concat([FILE, Buffer.alloc(1)]))).to.deep.equal({ ok: false, error: "cut" });
  });

  it("refuses a table with any byte changed", () => {
    for (let at = 0; at < FILE.length; at += 1) {
      const file = Buffer.from(FILE);
      file[at] = (file[at] ?? 0) ^ 0x10;
      expect(decodeWordVectors(file).ok, `byte ${at}`).to.equal(false);
    }
  });

  it("refuses values that make no sense, though the checksum is right", () => {
    const weights = HEADER_BYTES;
    const lengths = HEADER_BYTES + 2 * 4 * 3;
    for (const weight of [0, -1, Number.NaN, Infinity])
      expect(decodeWordVectors(forged((file) => file.writeFloatLE(weight, weights)))).to.deep.equal({
        ok: false,
        error: "damaged",
      });
    expect(decodeWordVectors(forged((file) => file.writeUInt8(200, lengths)))).to.deep.equal({
      ok: false,
      error: "damaged",
    });
  });

  it("never throws, whatever the bytes", () => {
    const start = FILE.subarray(0, 8);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, asTable) => {
        expect(decodeWordVectors(asTable ? Buffer.concat([start, bytes]) : bytes).ok).to.equal(false);
      }),
    );
  });
});
