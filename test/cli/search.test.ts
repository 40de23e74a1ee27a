import { expect } from "chai";
import { HARBOUR, runCli } from "../e2e/bot-process.ts";

const corpus = ["--corpus", HARBOUR];

describe("footnote search", function () {
  this.timeout(60_000);

  it("lists passages with their sources", async () => {
    const { code, stdout } = await runCli(["search", "timetable", "notice", "--limit", "3", ...corpus]);
    expect(code).to.equal(0);
    expect(stdout).to.match(/^ {2}1\. /u);
    expect(stdout).to.contain("20 passages in all");
  });

  it("takes a phrase, and a word to leave out for no option", async () => {
    const { code, stdout } = await runCli([
      "search",
      "timetable",
      "-zebra",
      "-publisher:herald",
      "--limit",
      "1",
      ...corpus,
    ]);
    expect(code).to.equal(0);
    expect(stdout).to.match(/Without Northern Herald or “zebra”\.\n$/u);
  });

  it("says in which words nothing was found, and finds without quotes", async () => {
    const { code, stdout } = await runCli(["search", '"notice timetable"', ...corpus]);
    expect(code).to.equal(0);
    expect(stdout).to.match(/^No results for “notice timetable”\. Results without quotes:\n\n {2}1\. /u);
  });

  it("says what is wrong with a date, and fails", async () => {
    const { code, stdout } = await runCli(["search", "timetable", "after:monday", ...corpus]);
    expect(code).to.equal(2);
    expect(stdout).to.contain("“after:” needs a date such as 2022-09-10, 2022-09 or 2022.");
  });

  it("still refuses an option it does not know", async () => {
    const { code, stderr } = await runCli(["search", "timetable", "--limt", "1", ...corpus]);
    expect(code).to.equal(2);
    expect(stderr).to.contain("--limt");
  });
});
