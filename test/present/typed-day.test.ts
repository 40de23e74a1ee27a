import { expect } from "chai";
import fc from "fast-check";
import { daysBefore, readDay } from "../../src/present/text/typed-day.ts";
import { shippedTags } from "../fixtures/languages.ts";

const TODAY = "2022-03-01";

describe("a day as people type it", () => {
  for (const [language, typed, read] of [
    ["en", "2022-09-10", "2022-09-10"],
    ["en", " 2022/9/1 ", "2022-09-01"],
    ["en", "2022-09", "2022-09"],
    ["en", "2022", "2022"],
    ["en", "today", "2022-03-01"],
    ["en", "Yesterday", "2022-02-28"],
    ["de", "gestern", "2022-02-28"],
    ["de", "yesterday", "2022-02-28"],
    ["fr", "aujourd'hui", "2022-03-01"],
    ["es", "ayer", "2022-02-28"],
    ["it", "oggi", "2022-03-01"],
    ["sq", "dje", "2022-02-28"],
    ["en", "10 September 2022", "2022-09-10"],
    ["en", "Sept. 10th, 2022", "2022-09-10"],
    ["en", "sep 2022", "2022-09"],
    ["de", "1. März 2021", "2021-03-01"],
    ["fr", "1er août 2021", "2021-08-01"],
    ["es", "10 de septiembre de 2022", "2022-09-10"],
    ["it", "settembre 2022", "2022-09"],
    ["sq", "10 shtator 2022", "2022-09-10"],
    ["de", "october 2022", "2022-10"],
    ["en", "2022-02-30", null],
    ["en", "2022-13", null],
    ["en", "31 April 2022", null],
    ["en", "10/09/2022", null],
    ["en", "september", null],
    ["en", "may or june 2022", null],
    ["en", "the attack in May 2022", null],
    ["en", "soon", null],
    ["en", "", null],
    ["en", "2022".padEnd(70, "-"), null],
    ["de", "setembro 2022", null],
  ] as const) {
    it(`${JSON.stringify(typed)} is ${read ?? "not read"} in ${language}`, () => {
      expect(readDay(language, typed, TODAY)).to.equal(read);
    });
  }

  it("is a date that stands in the calendar or nothing, whatever is typed", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[0-9./ -]{0,12}$/u),
      fc.stringMatching(/^\d{1,2} may \d{4}$/u),
    );
    fc.assert(
      fc.property(fc.constantFrom(...shippedTags()), texts, (language, typed) => {
        const read = readDay(language, typed, TODAY);
        if (read !== null) expect(new Date(read).toISOString().slice(0, read.length)).to.equal(read);
      }),
    );
  });

  it("has days before it, over the ends of months and years", () => {
    expect(daysBefore("2021-01-03", 6)).to.equal("2020-12-28");
  });
});
