import { expect } from "chai";
import { HARBOUR, runCli } from "../e2e/bot-process.ts";

const corpus = ["--corpus", HARBOUR];

describe("the command line", function () {
  this.timeout(60_000);

  it("helps with everything", async () => {
    for (const args of [
      ["--help"],
      ["ask", "--help"],
      ["search", "--help"],
      ["corpus", "--help"],
      ["corpus", "import", "--help"],
    ]) {
      const { code, stdout } = await runCli(args);
      expect(code, args.join(" ")).to.equal(0);
      expect(stdout).to.contain("Usage: footnote");
    }
  });

  it("tells what it does not know", async () => {
    const { code, stderr } = await runCli(["ask", "--nope"]);
    expect(code).to.equal(2);
    expect(stderr).to.contain("--nope");
    expect((await runCli(["search", "x", "--limit", "none", ...corpus])).code).to.equal(2);
  });
});
