import { expect } from "chai";
import { placeNames } from "../../src/question/place-names.ts";

describe("names of countries and languages", () => {
  const names = placeNames();

  it("are known however they are typed", () => {
    for (const name of ["hungary", "hungarian", "france", "french", "norway", "persian", "turkiye"]) {
      expect(names.has(name), name).to.equal(true);
    }
  });

  it("are single words of three letters or more, and nothing else", () => {
    for (const word of ["ferry", "union", "the", "us", "world", "region"])
      expect(names.has(word), word).to.equal(false);
    for (const name of names) expect(name).to.match(/^[a-z]{3,}$/u);
  });
});
