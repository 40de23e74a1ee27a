import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { projectRoot } from "../../src/app/project-root.ts";
import { HARBOUR, runCli } from "../e2e/bot-process.ts";
import { answer, explainedAnswer, lines } from "./records.ts";

const corpus = ["--corpus", HARBOUR];

describe("footnote ask", function () {
  this.timeout(60_000);

  it("prints the cited answer and nothing else", async () => {
    const { code, stdout, stderr } = await runCli(["ask", "who leads the union", ...corpus]);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: "" });
    expect(stdout).to.equal(
      [
        "Karsten Hoel, who leads the union, said nobody would sail. [1]",
        "",
        "[1] Coast Radio (NTX), “Union calls strike at Lundvik”, 5 May 2021",
        "    https://coast.example/strike",
        "",
        "1 article · articles up to 14 May 2021",
        "",
      ].join("\n"),
    );
  });

  it("takes the question without quotes and shows the context on request", async () => {
    const { stdout } = await runCli(["ask", "who", "leads", "the", "union", "--context", ...corpus]);
    expect(stdout).to.contain("  → Karsten Hoel, who leads the union, said nobody would sail.");
    expect(stdout).to.contain("    The company denied that it had refused.");
  });

  it("says that the articles do not say, which is no error", async () => {
    const { code, stdout } = await runCli(["ask", "what is the price of bitcoin", ...corpus]);
    expect(code).to.equal(0);
    expect(stdout).to.match(/^The articles do not say\. No article mentions “price” or “bitcoin”\./u);
  });

  it("is as sure as ANSWER_THRESHOLD demands before it calls anything an answer", async () => {
    const question = ["ask", "--json", "who leads the union", ...corpus];
    const statusAt = async (threshold: string) =>
      answer.parse(JSON.parse((await runCli(question, "", { ANSWER_THRESHOLD: threshold })).stdout)).status;
    expect(await statusAt("")).to.equal("answered");
    expect(await statusAt("1")).to.equal("not-in-articles");
  });

  it("minds no key that is the bot's alone, and names one of its own", async () => {
    const others = { DISCORD_TOKEN: "x", DISCORD_API_URL: "x", SANDBOX_PORT: "x", LOG_LEVEL: "x" };
    const question = ["ask", "who leads the union"];
    const good = await runCli(question, "", { ...others, CORPUS: HARBOUR });
    expect({ code: good.code, stderr: good.stderr }).to.deep.equal({ code: 0, stderr: "" });
    const bad = await runCli(question, "", { CORPUS: HARBOUR, ANSWER_THRESHOLD: "2" });
    expect(bad.code).to.equal(3);
    expect(bad.stderr).to.contain("ANSWER_THRESHOLD");
  });

  it("reads no .env of the folder it happens to be called in", async () => {
    const folder = await mkdtemp(join(tmpdir(), "footnote-cwd-"));
    await writeFile(join(folder, ".env"), "ANSWER_THRESHOLD=2\n");
    const child = spawn(
      process.execPath,
      [join(projectRoot(), "dist/src/cli.js"), "ask", "who leads the union", ...corpus],
      { cwd: folder, env: { PATH: process.env["PATH"] }, stdio: "ignore" },
    );
    expect(await once(child, "close")).to.deep.equal([0, null]);
    await rm(folder, { recursive: true });
  });

  it("gives the answer as one line of JSON", async () => {
    const { stdout } = await runCli(["ask", "--json", "how many sailors stopped work", ...corpus]);
    const record = answer.parse(JSON.parse(stdout));
    expect(record.status).to.equal("answered");
    const [first] = record.sentences;
    expect(first).to.include({ article: "gazette-end", publisher: "The Harbour Gazette", published: "2021-05-14" });
    const file = await readFile(join(HARBOUR, "articles/gazette-end.md"), "utf8");
    const body = file.split("\n---\n\n")[1] ?? "";
    expect(body.slice(first?.start, first?.end)).to.equal(first?.text);
  });

  it("says why on request", async () => {
    const { stdout } = await runCli(["ask", "who leads the unoin", "--explain", ...corpus]);
    expect(stdout).to.contain("\n\nHow I read the question\n  You ask: ");
    expect(stdout).to.contain("  I read “unoin” as “union”.").and.contain("% is needed, so I answer.");
    expect((await runCli(["ask", "who leads the union", ...corpus])).stdout).not.to.contain("How I read");
  });

  it("gives what the decision is made of as JSON, for one question and for many", async () => {
    const one = await runCli(["ask", "who leads the union", "--explain", "--json", ...corpus]);
    const asked = '{"id":1,"question":"who leads the union"}\n{"id":2,"question":"🤷"}\n';
    const many = lines((await runCli(["ask", "--batch", "--explain", ...corpus], asked)).stdout);
    const [first, second] = many.map((line) => explainedAnswer.parse(JSON.parse(line)).explanation);
    expect(explainedAnswer.parse(JSON.parse(one.stdout)).explanation).to.deep.equal(first);
    expect(second).to.equal(null);
    const logit = (first?.silence ?? []).reduce((sum, { effect }) => sum + effect, 0);
    expect(1 / (1 + Math.exp(-logit))).to.be.closeTo(first?.confidence ?? 0, 1e-9);
    expect(first?.matches.map(({ asked }) => asked)).to.include("union");
  });

  it("says how it is used when there is no question", async () => {
    const { code, stderr } = await runCli(["ask", ...corpus]);
    expect(code).to.equal(2);
    expect(stderr).to.contain("footnote ask");
  });

  it("prints no control character of a hostile question or article", async () => {
    const { stdout } = await runCli(["ask", "\u001B[31mbitcoinword\u0007", ...corpus]);
    expect(stdout.replaceAll("\n", "")).not.to.match(/\p{Cc}/u);
  });
});
