import { expect } from "chai";
import { writtenDates } from "../../../src/intake/page/written-date.ts";

describe("writtenDates", () => {
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ["Published 10 September 2022 at 14:05", ["2022-09-10"]],
    ["Sept. 8, 2022 9:12 AM", ["2022-09-08"]],
    ["the 3rd of March 2024", ["2024-03-03"]],
    ["2024-02-29", ["2024-02-29"]],
    ["Dienstag, 5. März 2024, 10.30 Uhr", ["2024-03-05"]],
    ["03.10.2017 14:20", ["2017-10-03"]],
    ["Publié le 1er août 2023", ["2023-08-01"]],
    ["19 de junio de 2023", ["2023-06-19"]],
    ["30 gennaio 2025, 11:20", ["2025-01-30"]],
    ["15 mars 2024", ["2024-03-15"]],
    ["15 shtator 2022", ["2022-09-15"]],
    ["۱۶ اردیبهشت ۱۴۰۲", ["2023-05-06"]],
    ["۱ فروردین ۱۴۰۳", ["2024-03-20"]],
    ["from 3 May 2021 to 4 May 2021", ["2021-05-03", "2021-05-04"]],
    ["9/10/2022", []],
    ["2024-13-45", []],
    ["31 February 2024", []],
    ["May 2024", []],
    ["room 12, 2024", []],
  ];
  for (const [line, dates] of lines) {
    it(`reads ${JSON.stringify(dates)} from “${line}”`, () => {
      expect(writtenDates(line)).to.deep.equal(dates);
    });
  }
});
