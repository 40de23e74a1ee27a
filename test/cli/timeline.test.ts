import { expect } from "chai";
import { HARBOUR, runCli } from "../e2e/bot-process.ts";

const corpus = ["--corpus", HARBOUR];

describe("footnote timeline", function () {
  this.timeout(60_000);

  it("tells what happened, day by day, with sources", async () => {
    const { code, stdout } = await runCli(["timeline", "--dates", "3", ...corpus]);
    expect(code).to.equal(0);
    const days = stdout.split("\n").filter((line) => /^\d{4}/u.test(line));
    expect(days.length).to.be.within(1, 3);
    expect(days).to.deep.equal(days.toSorted());
    expect(stdout).to.match(/^ {4}\S/mu);
  });

  it("says where nobody wrote about a topic", async () => {
    const { code, stdout } = await runCli(["timeline", "zeppelin", "races", ...corpus]);
    expect(code).to.equal(0);
    expect(stdout).to.contain("The articles give no dates for this.");
    expect(stdout).to.contain("zeppelin");
  });

  it("prints JSON for other programs", async () => {
    const { stdout } = await runCli(["timeline", "--json", "--from", "1990", "--to", "1991", ...corpus]);
    expect(JSON.parse(stdout)).to.deep.equal({ status: "nothing-then", events: [] });
  });

  it("refuses what is no date", async () => {
    const { code, stderr } = await runCli(["timeline", "--from", "monday", ...corpus]);
    expect(code).to.equal(2);
    expect(stderr).to.contain("--from");
  });
});
