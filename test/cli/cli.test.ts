import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { projectRoot } from "../../src/app/project-root.ts";
import { HARBOUR, runCli, startCli } from "../e2e/bot-process.ts";
import { lines } from "./records.ts";

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

  it("says in one plain line that its output cannot be written", async function () {
    if (!existsSync("/dev/full")) this.skip();
    const { code, stderr } = await runWritingTo("/dev/full");
    expect(code).to.equal(1);
    expect(stderr).to.match(/^Something unexpected went wrong \(reference \w+\)/mu);
    for (const line of lines(stderr)) expect(line).to.match(/^(?:Something unexpected|\{.*\}$)/u);
  });

  it("ends without a word when its reader has seen enough", async () => {
    const cli = startCli(["ask", "--batch", ...corpus]);
    cli.child.stdout.destroy();
    cli.child.stdin.on("error", () => undefined);
    cli.child.stdin.write(`${JSON.stringify({ id: 1, question: "who leads the union" })}\n`.repeat(3));
    expect(await cli.ended).to.equal(0);
    expect(cli.stderr()).to.equal("");
  });

  it("stops at once and without a word at Ctrl-C, even while it waits for input", async () => {
    const cli = startCli(["ask", "--batch", ...corpus]);
    const answered = once(cli.child.stdout, "data");
    cli.child.stdin.write(`${JSON.stringify({ id: 1, question: "who leads the union" })}\n`);
    await answered;
    cli.child.kill("SIGINT");
    try {
      await once(cli.child, "close", { signal: AbortSignal.timeout(10_000) });
    } finally {
      cli.child.kill("SIGKILL");
    }
    expect(cli.child.exitCode).to.equal(130);
    expect(cli.stderr()).to.equal("");
  });
});

/** Asks something, standard output being the file. */
async function runWritingTo(file: string): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const command = [process.execPath, join(projectRoot(), "dist/src/cli.js"), "ask", "who leads the union", ...corpus];
  const child = spawn("sh", ["-c", `exec "$0" "$@" > ${file}`, ...command], { env: { PATH: process.env["PATH"] } });
  const [stderr] = await Promise.all([text(child.stderr), once(child, "close")]);
  return { code: child.exitCode, stderr };
}
