import { expect } from "chai";
import { QUESTION_WORDS, STOP_WORDS } from "../../src/text/stop-words.ts";
import { tokenize } from "../../src/text/tokens.ts";

describe("stop words", () => {
  it("leave in what news turns on", () => {
    for (const word of ["not", "no", "never", "against", "state", "us", "u.s", "before", "after", "without"]) {
      expect(STOP_WORDS.has(word), word).to.equal(false);
    }
  });

  it("hold every question word, and what carries nothing", () => {
    for (const word of [...QUESTION_WORDS, "the", "of", "was", "it", "did"]) {
      expect(STOP_WORDS.has(word), word).to.equal(true);
    }
  });

  it("are written as tokens are folded, or they would never match", () => {
    for (const word of STOP_WORDS) expect(tokenize(word).map((token) => token.folded)).to.deep.equal([word]);
  });
});
