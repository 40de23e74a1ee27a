import { expect } from "chai";
import fc from "fast-check";
import { type KnownVectors, decodeVectors, encodeVectors, textKey } from "../../src/meaning/vector-store.ts";

const VERSION = "fake/1";
const written = (vectors: KnownVectors): Uint8Array => Buffer.concat(encodeVectors(VERSION, 3, vectors));
const VECTORS: KnownVectors = new Map([
  [textKey("The ferry lies idle."), Int8Array.of(1, -127, 127)],
  [textKey("Nobody sails."), Int8Array.of(0, 5, -6)],
]);

describe("vectors that are kept", () => {
  it("come back as they were", () => {
    const texts = fc.uniqueArray(fc.string());
    fc.assert(
      fc.property(texts, (all) => {
        const vectors = new Map(all.map((text, n) => [textKey(text), Int8Array.of(n, -n, 1)]));
        const read = decodeVectors(written(vectors), VERSION, 3);
        expect([...(read ?? [])]).to.deep.equal([...vectors]);
      }),
    );
  });

  it("are not those of another encoder", () => {
    expect(decodeVectors(written(VECTORS), "fake/2", 3)).to.equal(null);
    expect(decodeVectors(written(VECTORS), VERSION, 4)).to.equal(null);
  });

  it("are refused where any byte has changed, or some are missing", () => {
    const bytes = written(VECTORS);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(decodeVectors(changed, VERSION, 3), `byte ${String(at)}`).to.equal(null);
      expect(decodeVectors(bytes.subarray(0, at), VERSION, 3), `cut at ${String(at)}`).to.equal(null);
    }
  });
});
