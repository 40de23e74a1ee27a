import { expect } from "chai";
import { attribution } from "../../src/answer/attribution.ts";

describe("how plainly a sentence says who did something", () => {
  const rows: Readonly<Record<string, number>> = {
    "Norvik was behind the raid.": 1,
    "Police blamed Norvik for the raid.": 1,
    "The raid was the work of Norvik.": 1,
    "Norvik denied that it had carried out the raid.": 0.5,
    "Norvik may have carried out the raid.": 0.5,
    "The raid began at noon.": 0,
    "": 0,
  };
  for (const [sentence, plainness] of Object.entries(rows)) {
    it(`is ${String(plainness)} in “${sentence}”`, () => {
      expect(attribution(sentence)).to.equal(plainness);
    });
  }
});
