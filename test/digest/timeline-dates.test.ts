import { expect } from "chai";
import { type DateRole, dateRole } from "../../src/digest/timeline/date-role.ts";
import { mayNameDate } from "../../src/digest/timeline/read-article.ts";
import { findDates } from "../../src/text/dates.ts";

/** The sentence appeared on Saturday, 15 May 2021. */
const PUBLISHED = "2021-05-15";

/** A sentence, and what its first date does in it. */
const ROLES: readonly (readonly [sentence: string, role: DateRole])[] = [
  ["The ferry sank on 3 May 2021.", "told"],
  ["On 3 May 2021 the ferry sank off Lundvik.", "told"],
  ["In March 2021 the union asked for talks.", "told"],
  ["The ferry, which had left at noon, sank on Monday.", "told"],
  ["The mayor said that the harbour had been closed on 3 May 2021.", "told"],
  ["Crews went back to work on Thursday, and the port opened again.", "told"],
  ["The company was on the list from 1997 to 2012.", "told"],
  ["The talks failed after the company had refused every offer that the union made on 3 May 2021.", "told"],
  ["The mayor said on Monday that nobody was hurt.", "said"],
  ["The crew was safe, the mayor said on 3 May 2021.", "said"],
  ["The ferry had sunk, Coast Radio reported on 3 May 2021.", "reported"],
  ["Coast Radio reported the mayor's plan on 3 May 2021.", "reported"],
  ["Coast Radio reported that the ferry sank on 3 May 2021.", "told"],
  ["Fines imposed after the 3 May strike were cut by the court.", "passing"],
  ["The March strike cost the port millions.", "passing"],
  ["Friday's vote was postponed by the council.", "passing"],
  ["The port has been closed since 3 May 2021.", "passing"],
  ["The line has existed since 2013.", "passing"],
  ["The report of 3 May 2021 blamed the crew.", "passing"],
  ["The union, which was founded in 1998, called for calm.", "passing"],
  ["The judges weighed an offer made in March and refused it.", "passing"],
  ["The court will decide on 3 June 2021.", "ahead"],
  ["The company plans to sail again on Friday.", "ahead"],
];

describe("what a date does in its sentence", () => {
  for (const [sentence, role] of ROLES) {
    it(`is "${role}" in: ${sentence}`, () => {
      const [date] = findDates(sentence, PUBLISHED);
      if (date === undefined) return expect.fail("no date was found");
      expect(dateRole(sentence, date, PUBLISHED)).to.equal(role);
    });
  }

  it("is looked for wherever a date can be found", () => {
    for (const [sentence] of ROLES) expect(mayNameDate(sentence), sentence).to.equal(true);
    for (const when of [
      "yesterday",
      "last week",
      "two days ago",
      "in 2013",
      "Sept 9",
      "2021-05-03",
      "at the weekend",
    ]) {
      expect(mayNameDate(`The ferry sank ${when}.`), when).to.equal(true);
    }
    expect(mayNameDate("The ferry may march on.")).to.equal(false);
  });
});
