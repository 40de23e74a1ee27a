import { expect } from "chai";
import fc from "fast-check";
import { fold } from "../../src/text/fold.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { textFragment } from "../../src/text/text-fragment.ts";

function fragmentOf(body: string, sentence: string): string | null {
  const start = body.indexOf(sentence);
  return textFragment(body, { start, end: start + sentence.length });
}

function asCompared(text: string): string {
  return fold(text).replaceAll(/\s+/gu, " ");
}

describe("a text fragment", () => {
  it("names a short passage whole, and a long one by its beginning and end", () => {
    const long = "The port of Lundvik said on Monday that no ferry would sail before the union had met the company.";
    const body = `Ferries left again. ${long} Nobody was hurt.`;
    expect(fragmentOf(body, "Ferries left again.")).to.equal(":~:text=Ferries%20left%20again");
    expect(fragmentOf(body, long)).to.equal(":~:text=The%20port%20of%20Lundvik,met%20the%20company");
  });

  it("takes more of the passage where its beginning stands elsewhere too, whatever the case, accents and blanks", () => {
    const long = "The port of Lundvik said on Monday that no ferry would sail before the union had met the company.";
    const body = `THE PORT\nof  Lündvik said nothing. ${long}`;
    expect(fragmentOf(body, long)).to.equal(":~:text=The%20port%20of%20Lundvik%20said%20on,met%20the%20company");
  });

  it("encodes what has a meaning of its own", () => {
    expect(fragmentOf("A well-known (R&D) firm, he said.", "A well-known (R&D) firm, he said.")).to.equal(
      ":~:text=A%20well%2Dknown%20%28R%26D%29%20firm%2C%20he%20said",
    );
  });

  it("is none for what stands twice, holds no word or has no encoding", () => {
    expect(textFragment("We sail. We sail.", { start: 0, end: 8 })).to.equal(null);
    expect(textFragment("… !", { start: 0, end: 3 })).to.equal(null);
    expect(textFragment("a \uD800 b", { start: 0, end: 5 })).to.equal(null);
  });

  it("can be found in one place only, which is the passage", () => {
    const word = fc.constantFrom(
      "sea",
      "Sea",
      "séa",
      "ship",
      "ships",
      "the",
      "of",
      "10",
      "so-called",
      "“port”",
      "a, b",
      "\n",
    );
    const bodies = fc.array(fc.array(word, { minLength: 1, maxLength: 16 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bodies, (sentences) => {
        const body = sentences.map((words) => `${words.join(" ")}.`).join(" ");
        const compared = asCompared(body);
        for (const span of splitSentences(body)) {
          const fragment = textFragment(body, span);
          if (fragment === null) continue;
          const [beginning = "", ending] = fragment
            .slice(":~:text=".length)
            .split(",")
            .map((part) => asCompared(decodeURIComponent(part)));
          const passage = asCompared(body.slice(span.start, span.end));
          const at = compared.indexOf(beginning);
          expect(compared.indexOf(beginning, at + 1)).to.equal(-1);
          expect(passage).to.include(beginning);
          if (ending === undefined) continue;
          expect(compared.indexOf(ending, compared.indexOf(ending) + 1)).to.equal(-1);
          expect(passage.indexOf(ending)).to.be.above(passage.indexOf(beginning));
        }
      }),
    );
  });
});
