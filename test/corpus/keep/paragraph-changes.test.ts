import { expect } from "chai";
import * as fc from "fast-check";
import { paragraphChanges } from "../../../src/corpus/keep/paragraph-changes.ts";

function shown(before: string, after: string): string {
  const signs = { same: " ", added: "+", removed: "-" };
  return paragraphChanges(before, after)
    .map(({ type, text }) => `${signs[type]}${text}`)
    .join("|");
}

describe("paragraphChanges", () => {
  it("tells what came, what went and what stayed, in the order of reading", () => {
    expect(shown("a\n\nb\n\nc\n\nd", "a\n\nB\n\nc\n\nx\n\nd")).to.equal(" a|-b|+B| c|+x| d");
    expect(shown("a\n\nb", "a\n\nb")).to.equal(" a| b");
    expect(shown("", "a\n\nb")).to.equal("+a|+b");
    expect(shown("a\n\nb\n\nc", "c")).to.equal("-a|-b| c");
    expect(shown("a\n\na\n\nb", "a\n\nb\n\nb")).to.equal(" a|-a|+b| b");
  });

  it("does not take spaces at a paragraph's end for a change", () => {
    expect(shown("a \n \nb", "a\n\n\nb\n")).to.equal(" a| b");
  });

  it("makes both texts of itself again, with as much in common as an exhaustive search finds", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 8 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = paragraphChanges(before.join("\n\n"), after.join("\n\n"));
        const of = (skipped: string) => changes.filter(({ type }) => type !== skipped).map((change) => change.text);
        expect(of("added")).to.deep.equal(before);
        expect(of("removed")).to.deep.equal(after);
        expect(changes.filter(({ type }) => type === "same")).to.have.lengthOf(longestCommon(before, after));
      }),
    );
  });

  it("does not compare what would take for ever, and still loses nothing", () => {
    const before = Array.from({ length: 3000 }, (_, index) => `b${index}`);
    const after = Array.from({ length: 3000 }, (_, index) => `a${index}`);
    const changes = paragraphChanges(`x\n\n${before.join("\n\n")}`, `x\n\n${after.join("\n\n")}`);
    expect(changes).to.have.lengthOf(6001);
    expect(changes[0]).to.deep.equal({ type: "same", text: "x" });
  });
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined) return 0;
  const at = b.indexOf(first);
  const without = longestCommon(rest, b);
  return at === -1 ? without : Math.max(without, 1 + longestCommon(rest, b.slice(at + 1)));
}
