import { expect } from "chai";
import * as fc from "fast-check";
import { fold } from "../../src/text/fold.ts";
import { tokenize } from "../../src/text/tokens.ts";

/** What is written, and the folded tokens it gives. */
const EXAMPLES: readonly (readonly [string, string])[] = [
  ["Durrës is Durres", "durres is durres"],
  ["Straße, København, Łódź, Đoković, ılık, Çelik, Ærø", "strasse kobenhavn lodz dokovic ilik celik aero"],
  ["e\u0301te\u0301 = été", "ete ete"],
  ["ﬁle ＡＢＣ", "file abc"],
  ["Ka'nani, Ka’nani and Kaʼnani", "kanani kanani and kanani"],
  ["Albania's, Iran’s and the states' systems", "albania iran and the states systems"],
  ["they don't", "they dont"],
  ["cyber-attack", "cyber attack"],
  ["the U.S. and the US", "the u.s and the u.s"],
  ["They told us. The US did not.", "they told us the u.s did not"],
  ["Did the us sanction Iran", "did the u.s sanction iran"],
  ["why did us sanction iran", "why did u.s sanction iran"],
  ["tell us about it", "tell us about it"],
  ["IT systems and it", "i.t systems and it"],
  ["The U.N., e.g. in Washington, D.C.", "the un eg in washington dc"],
  ["AT&T and S&P 500", "at&t and s&p 500"],
  ["3,000 members, 10,000,000 more", "3000 members 10000000 more"],
  ["1.5 per cent, version 2.0.1", "1.5 per cent version 2.0.1"],
  ["$50m and €1.5bn", "50 m and 1.5 bn"],
  ["on 7th September, the 2nd", "on 7 september the 2"],
  ["CVE-2019-0604 AA22-264A S/2022/677", "cve 2019 0604 aa22 264a s 2022 677"],
  ["APT34 and COVID-19", "apt34 and covid 19"],
  ["exit.al, e-Albania", "exit al e albania"],
  ["👍🏽 👩‍💻 🇦🇱 !!!", ""],
  ["", ""],
];

describe("tokenize", () => {
  for (const [text, expected] of EXAMPLES) {
    it(text === "" ? "an empty text" : text, () => {
      const folded = tokenize(text).map((token) => token.folded);
      expect(folded.join(" ")).to.equal(expected);
    });
  }

  it("keeps what was written, with its place, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(token.start, token.end)).to.equal(token.text);
          expect(token.start).to.be.at.least(last);
          expect(token.end).to.be.greaterThan(token.start);
          expect(token.folded.length).to.be.within(1, 64);
          last = token.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("folds what is folded already to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(fold(fold(text))).to.equal(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  for (const unit of ["x", "Ünï’s ", "1,", "a.", "a'", "🎉", "ﷺ"]) {
    it(`copes with a million characters of "${unit}"`, () => {
      const text = unit.repeat(1_000_000 / unit.length);
      for (const token of tokenize(text)) if (token.folded.length > 64) expect.fail(token.folded);
    }).timeout(15_000);
  }
});
