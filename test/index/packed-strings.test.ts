import { expect } from "chai";
import fc from "fast-check";
import { countStrings, findString, lowerBound, packStrings, stringAt } from "../../src/index/packed-strings.ts";

/** Any code units, lone surrogates too: the order must be that of `<` whatever a corpus holds. */
const unit = fc.oneof(
  fc.constantFrom("a", "b", "é", "\u0000", "\uFFFF", "\uD83D", "\uDE00"),
  fc.string({ minLength: 1, maxLength: 1 }),
);
const text = fc.array(unit, { maxLength: 5 }).map((units) => units.join(""));
const texts = fc
  .uniqueArray(text, { maxLength: 60 })
  .map((all) => all.toSorted((a, b) => (a < b ? -1 : Number(a > b))));

describe("packed strings", () => {
  it("give back what was packed, in its order", () => {
    fc.assert(
      fc.property(texts, (all) => {
        const packed = packStrings(all);
        expect(Array.from({ length: countStrings(packed) }, (_, n) => stringAt(packed, n))).to.deep.equal(all);
      }),
    );
  });

  it("find a string where a sorted array has it", () => {
    fc.assert(
      fc.property(texts, text, (all, other) => {
        const packed = packStrings(all);
        for (const [n, one] of all.entries()) expect(findString(packed, one)).to.equal(n);
        expect(findString(packed, other)).to.equal(all.indexOf(other));
      }),
    );
  });

  it("say where a string would stand", () => {
    fc.assert(
      fc.property(texts, text, (all, other) => {
        expect(lowerBound(packStrings(all), other)).to.equal(all.filter((one) => one < other).length);
      }),
    );
  });

  it("hold nothing, or the empty string", () => {
    const none = packStrings([]);
    expect([countStrings(none), findString(none, ""), lowerBound(none, "a")]).to.deep.equal([0, -1, 0]);
    const empty = packStrings([""]);
    expect([countStrings(empty), findString(empty, ""), stringAt(empty, 0)]).to.deep.equal([1, 0, ""]);
  });
});
