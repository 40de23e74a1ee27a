import { expect } from "chai";
import { findBylineDate } from "../../src/corpus/byline-date.ts";

const rows: readonly (readonly [readonly string[], string | null])[] = [
  [["10 September 2022"], "2022-09-10"],
  [["Published on Saturday, 10th of Sept. 2022"], "2022-09-10"],
  [["September 10, 2022"], "2022-09-10"],
  [["MARCH 4, 2021 9:12 AM EST"], "2021-03-04"],
  [["2022-09-10T08:15:00"], "2022-09-10"],
  [["By Jane Roe", "Sat, Sep 10 2022", "2022-09-10"], "2022-09-10"],
  [["Published 9 May 2022, updated 10 May 2022"], "2022-05-09"],
  [["Updated: May 10, 2022"], null],
  [["9 May 2022", "10 May 2022"], null],
  [["9/10/2022"], null],
  [["30 February 2022"], null],
  [["10 September 2099"], null],
  [["10 Septober 2022", "Marching 4, 2021", "2022-09-101"], null],
  [["September 2022", "Saturday", "By May June"], null],
  [[], null],
];

describe("findBylineDate", () => {
  for (const [bylines, date] of rows) {
    it(`finds ${date ?? "no day"} in ${JSON.stringify(bylines)}`, () => {
      expect(findBylineDate(bylines, "2026-11-23")).to.equal(date);
    });
  }
});
