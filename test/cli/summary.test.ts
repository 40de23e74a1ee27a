import { expect } from "chai";
import { HARBOUR, runCli } from "../e2e/bot-process.ts";

const corpus = ["--corpus", HARBOUR];

describe("footnote summary", function () {
  this.timeout(60_000);

  it("sums up the event in numbered sentences, each with its source", async () => {
    const { code, stdout } = await runCli(["summary", "--sentences", "3", ...corpus]);
    expect(code).to.equal(0);
    expect(stdout).to.match(/^ {2}1\. .+ \[1\]/u);
    expect(stdout).to.contain("\n[1] ");
    expect(stdout).not.to.match(/^ {2}4\. /mu);
  });

  it("says that nobody wrote about a topic", async () => {
    const { code, stdout } = await runCli(["summary", "the", "price", "of", "bananas", ...corpus]);
    expect(code).to.equal(0);
    expect(stdout).not.to.match(/^ {2}1\. /mu);
    expect(stdout).to.contain("bananas");
  });

  it("refuses what is no date", async () => {
    const { code, stderr } = await runCli(["summary", "--since", "monday", ...corpus]);
    expect(code).to.equal(2);
    expect(stderr).to.contain("--since needs a date");
  });
});
