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
});
