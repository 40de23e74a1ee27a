import { expect } from "chai";
import { ageBefore } from "../../src/present/text/age.ts";
import { english, shippedLanguages } from "../fixtures/languages.ts";

const CASES: readonly (readonly [published: string | null, newest: string | null, age: string, why: string])[] = [
  ["2021-05-10", "2021-05-14", "4 days", "days that are few are counted"],
  ["2021-05-13", "2021-05-14", "1 day", "one is one"],
  ["2021-03-16", "2021-05-14", "59 days", "two months are still days"],
  ["2021-03-14", "2021-05-14", "2 months", "then come months"],
  ["2019-05-20", "2021-05-14", "2 years", "what is a few days short of two years is called so"],
  ["2019-05-01", "2021-05-14", "2 years", "two years are counted as such"],
  ["2021-05-14", "2021-05-14", "", "the newest itself"],
  ["2021-05-20", "2021-05-14", "", "newer than the newest cannot be"],
  [null, "2021-05-14", "", "undated"],
  ["2021-05-10", null, "", "nothing is dated"],
  ["2021-05", "2021-05-14", "", "within one month nobody can tell"],
  ["2021-04", "2021-05-14", "", "the month before may be yesterday"],
  ["2021-02", "2021-05-14", "3 months", "but not three months before"],
  ["2020", "2021-05-14", "", "the year before may be yesterday"],
  ["2018", "2021-05-14", "3 years", "but not three years before"],
  ["2018-03-01", "2021", "3 years", "whichever is the rougher"],
  ["nonsense", "2021-05-14", "", "no date"],
];

describe("how much older an article is than the newest", () => {
  for (const [published, newest, age, why] of CASES) {
    it(`${published ?? "no date"} beside ${newest ?? "no date"}: ${why}`, () => {
      const expected = age === "" ? "" : `${age} before the newest article`;
      expect(ageBefore(english(), published, newest)).to.equal(expected);
    });
  }

  it("is told in German", () => {
    const german = shippedLanguages().wordsFor("de");
    expect(ageBefore(german, "2021-05-13", "2021-05-14")).to.equal("1 Tag vor dem neuesten Artikel");
    expect(ageBefore(german, "2018", "2021")).to.equal("3 Jahre vor dem neuesten Artikel");
  });
});
