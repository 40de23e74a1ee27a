import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { HARBOUR, runCli } from "../e2e/bot-process.ts";
import { answer, lines } from "./records.ts";

const corpus = ["--corpus", HARBOUR];

describe("--corpus", function () {
  this.timeout(60_000);
  let folder = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-cli-"));
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  it("takes a JSON Lines file, and several corpora at once", async () => {
    const file = join(folder, "more.jsonl");
    const line = {
      id: "Extra/1",
      title: "Extra",
      publisher: "Wire",
      url: "",
      published: "",
      text: "The lighthouse keeper is Ola Nord.",
    };
    await writeFile(file, `${JSON.stringify(line)}\n`);
    const { stdout } = await runCli(["ask", "--json", "who is the lighthouse keeper", ...corpus, "--corpus", file]);
    expect(answer.parse(JSON.parse(stdout)).sentences[0]).to.include({
      article: "Extra/1",
      text: "The lighthouse keeper is Ola Nord.",
      url: null,
      published: null,
    });
    const { stdout: other } = await runCli(["ask", "who leads the union", ...corpus, "--corpus", file]);
    expect(other).to.contain("Karsten Hoel");
  });

  it("says what to do when there is nothing at the path", async () => {
    const { code, stderr } = await runCli(["ask", "anything", "--corpus", join(folder, "nowhere")]);
    expect(code).to.equal(4);
    expect(stderr).to.contain("nowhere");
  });

  it("says in one line how to choose where a folder holds several events", async () => {
    for (const name of ["bridge", "harbour"]) await cp(HARBOUR, join(folder, "several", name), { recursive: true });
    const several = join(folder, "several");
    const { code, stdout, stderr } = await runCli(["ask", "who leads the union"], "", { CORPUS: several });
    expect({ code, stdout }).to.deep.equal({ code: 3, stdout: "" });
    expect(lines(stderr)).to.have.length(1);
    expect(stderr).to.contain("bridge, harbour").and.contain(`CORPUS=${several}/bridge`).and.contain("--corpus");
    expect((await runCli(["ask", "who leads the union", "--corpus", `${several}/bridge`])).code).to.equal(0);
  });

  it("is wrong usage without a path", async () => {
    const { code, stderr } = await runCli(["ask", "who leads the union", "--corpus", ""]);
    expect(code).to.equal(2);
    expect(stderr).to.contain("--corpus").and.contain("event folder");
  });
});
