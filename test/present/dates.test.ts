import { expect } from "chai";
import { spellOut } from "../../src/present/text/dates.ts";
import { pieces } from "../../src/present/text/quote.ts";
import { english } from "../fixtures/languages.ts";

const words = english();

describe("dates in words", () => {
  const rows: readonly (readonly [date: string, long: string, short: string])[] = [
    ["2022-09-10", "10 September 2022", "10 Sep 2022"],
    ["2022-09", "September 2022", "Sep 2022"],
    ["2022", "2022", "2022"],
    ["2024-02-01", "1 February 2024", "1 Feb 2024"],
    ["someday", "someday", "someday"],
  ];
  for (const [date, long, short] of rows) {
    it(`writes ${date} as precisely as it is known`, () => {
      expect([words.date(date, "long"), words.date(date, "short")]).to.deep.equal([long, short]);
    });
  }

  const mention = { start: 0, end: 8, text: "Saturday", from: "2022-09-10", to: "2022-09-10", relative: true } as const;

  it("spells out what a relative date means", () => {
    expect(spellOut(words, { ...mention, precision: "day" })).to.equal("10 September 2022");
    expect(spellOut(words, { ...mention, precision: "month" })).to.equal("September 2022");
    expect(spellOut(words, { ...mention, precision: "year" })).to.equal("2022");
    expect(spellOut(words, { ...mention, to: "2022-09-11", precision: "range" })).to.equal(
      "10 September 2022 to 11 September 2022",
    );
  });

  it("adds only the year where the month is named", () => {
    const july = { ...mention, text: "July", from: "2022-07-01", to: "2022-07-31" };
    expect(spellOut(words, { ...july, precision: "month" })).to.equal("2022");
    expect(spellOut(words, { ...mention, text: "Sept. 10", precision: "day" })).to.equal("2022");
  });

  it("adds nothing to a date that speaks for itself", () => {
    expect(spellOut(words, { ...mention, precision: "day", relative: false })).to.equal(null);
  });
});

describe("cutting a quotation into pieces", () => {
  it("sets words off and puts the meaning of a date after it, in the right order", () => {
    const text = "On Saturday the union met.";
    const date = {
      start: 3,
      end: 11,
      text: "Saturday",
      from: "2031-05-10",
      to: "2031-05-10",
      precision: "day",
      relative: true,
    } as const;
    expect(pieces(words, text, [{ start: 16, end: 21 }], [date])).to.deep.equal([
      { text: "On Saturday", role: "plain" },
      { text: " [10 May 2031]", role: "added" },
      { text: " the ", role: "plain" },
      { text: "union", role: "strong" },
      { text: " met.", role: "plain" },
    ]);
  });

  it("never changes the article's own words", () => {
    const text = "They met on Monday and on Tuesday.";
    const own = pieces(words, text, [{ start: 0, end: 4 }], []).filter(({ role }) => role !== "added");
    expect(own.map((piece) => piece.text).join("")).to.equal(text);
  });
});
