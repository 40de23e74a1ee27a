import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect } from "chai";
import { runProgram } from "../../src/app/cli/program.ts";
import { HARBOUR, runCli } from "../e2e/bot-process.ts";

describe("footnote corpus glossary", function () {
  this.timeout(60_000);
  let folder = "";
  let event = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-glossary-"));
    event = join(folder, "event");
    await cp(HARBOUR, event, { recursive: true });
    await writeFile(
      join(event, "articles/bodies.md"),
      "---\ntitle: Bodies\npublisher: Coast Radio\nurl: null\npublished: 2021-05-14\nlanguage: en\nkind: brief\n---\n\n" +
        "The Lundvik Harbour Office (LHO) closed. The Board of Dykes and Weirs (BDW) did not.\n",
    );
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const glossary = async (): Promise<string> => readFile(join(event, "event.yaml"), "utf8");

  it("prints what it suggests and why, and adds what is named and nothing else", async () => {
    const before = await glossary();
    const shown = await runCli(["corpus", "glossary", "--corpus", event]);
    expect(shown.code, shown.stderr).to.equal(0);
    expect(shown.stdout).to.contain("Lundvik Harbour Office = LHO: an article explains it, 1 article");
    expect(shown.stdout).to.contain("bodies: “The Lundvik Harbour Office (LHO) closed.”");
    expect(shown.stdout).to.contain("nothing added");
    expect(await glossary()).to.equal(before);

    const added = await runCli(["corpus", "glossary", "--corpus", event, "--add", "lho"]);
    expect(added.code, added.stderr).to.equal(0);
    expect(await glossary())
      .to.contain("- term: Lundvik Harbour Office")
      .and.not.contain("BDW");
    const unknown = await runCli(["corpus", "glossary", "--corpus", event, "--add", "Nobody"]);
    expect([unknown.code, unknown.stderr.includes("Nobody")]).to.deep.equal([2, true]);
  });

  it("adds all with --yes, and then suggests none of it again", async () => {
    await runCli(["corpus", "glossary", "--corpus", event, "--yes"]);
    expect(await glossary())
      .to.contain("LHO")
      .and.contain("BDW");
    const again = await runCli(["corpus", "glossary", "--corpus", event]);
    expect(again.stdout).to.contain("0 suggestions, nothing added");
    expect((await runCli(["corpus", "check", event])).code).to.equal(0);
  });

  it("asks about each where somebody can answer", async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true });
    const [output, messages] = [new PassThrough(), new PassThrough()];
    const { signal } = new AbortController();
    const answers = ["y\n", "n\n"];
    let shown = "";
    output.on("data", (chunk: Buffer) => {
      shown += chunk.toString();
      if (!shown.endsWith("[y/N] ")) return;
      shown = "";
      input.write(answers.shift() ?? "n\n");
    });
    const code = await runProgram(["corpus", "glossary", "--corpus", event], {
      input,
      output,
      messages,
      environment: {},
      signal,
    });
    messages.end();
    expect([code, await text(messages)]).to.deep.equal([0, ""]);
    const after = await glossary();
    expect([after.includes("LHO"), after.includes("BDW")].filter(Boolean)).to.have.length(1);
    expect(answers).to.deep.equal([]);
  });

  it("needs an event folder to write to", async () => {
    const lines = join(folder, "all.jsonl");
    const record = { id: "a", title: "A", publisher: "B", text: "The Lundvik Harbour Office (LHO) closed." };
    await writeFile(lines, `${JSON.stringify(record)}\n`);
    const { code, stderr } = await runCli(["corpus", "glossary", "--corpus", lines, "--yes"]);
    expect(code).to.equal(2);
    expect(stderr).to.contain("event folder");
  });
});
