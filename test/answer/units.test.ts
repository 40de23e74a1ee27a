import { expect } from "chai";
import { unitAsked } from "../../src/answer/units.ts";

describe("the unit that a question asks in", () => {
  const rows: readonly (readonly [question: string, holds: readonly string[], lacks: readonly string[]])[] = [
    [
      "how old is the mayor",
      [
        "Ida Brandt, 54, is mayor.",
        "The mayor is 54 years old.",
        "the 54-year-old mayor",
        "aged 54",
        "She was born in Aas.",
      ],
      ["The mayor has held office for 54 weeks.", "There are 54 mayors."],
    ],
    [
      "How long did the strike last?",
      ["It lasted nine days.", "It went on for 12 hours.", "since Monday", "half an hour", "from May to June"],
      ["It began on 3 May.", "412 sailors took part."],
    ],
    [
      "what percentage of sailors joined",
      ["Some 40% joined.", "half of them", "7.5 per cent", "a third"],
      ["412 joined."],
    ],
    ["how much money did the port lose", ["It lost $3 million.", "three million euros", "£40"], ["It lost 40 ships."]],
    ["what was the price of the ferry", ["It cost €40m."], ["It was 40 metres long."]],
  ];
  for (const [question, holds, lacks] of rows) {
    it(`is known for “${question}”`, () => {
      const unit = unitAsked(question);
      if (unit === null) throw new Error("no unit");
      for (const text of holds) expect(unit.test(text), text).to.equal(true);
      for (const text of lacks) expect(unit.test(text), text).to.equal(false);
    });
  }

  for (const question of ["how long ago was the strike", "how many sailors stopped work", "who is the old mayor", ""]) {
    it(`is not named by “${question}”`, () => {
      expect(unitAsked(question)).to.equal(null);
    });
  }
});
