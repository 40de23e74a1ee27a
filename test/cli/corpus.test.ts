import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { HARBOUR, runCli } from "../e2e/bot-process.ts";

describe("footnote corpus", function () {
  this.timeout(60_000);
  let folder = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-cli-"));
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  it("imports a saved page without its furniture, and answers from it", async () => {
    const page = join(folder, "page.txt");
    await writeFile(
      page,
      [
        "Accessibility links",
        "",
        "Breaking News",
        "",
        "Lighthouse at Lundvik Dark for the First Time in a Century",
        "",
        "The lighthouse at Lundvik stood dark on Friday for the first time in 104 years. Keeper Ola Nord said salt had eaten the cable.",
        "",
        "The harbour office has ordered a new lamp for 90,000 crowns.",
        "",
        "Editor's note: This story has been updated to reflect new developments.",
        "",
      ].join("\n"),
    );
    const into = join(folder, "event");
    const command = [
      "corpus",
      "import",
      page,
      "--into",
      into,
      "--publisher",
      "Coast Radio",
      "--published",
      "2021-06-05",
      "--url",
      "https://coast.example/dark",
      "--yes",
      "--verbose",
    ];
    const imported = await runCli(command);
    expect(imported.code, imported.stderr).to.equal(0);
    expect(imported.stdout).to.contain("3 sentences");
    expect(imported.stdout).to.match(/left out, line 1, navigation: Accessibility links/u);
    expect(imported.stdout).to.contain("Editor's note");
    expect(await readdir(join(into, "articles"))).to.have.length(1);

    const again = await runCli(command);
    expect(again.stdout).to.contain("0 articles written");
    expect(again.stdout).to.contain("1 there already");

    const checked = await runCli(["corpus", "check", into]);
    expect(checked.code).to.equal(0);
    expect(checked.stdout).to.contain("1 good article, 0 errors");

    const { stdout } = await runCli(["ask", "why was the lighthouse dark", "--corpus", into]);
    expect(stdout).to.contain("Lighthouse at Lundvik Dark for the First Time in a Century");
  });

  it("names file, line and field of what is wrong, and leaves with a code of its own", async () => {
    const bad = join(folder, "bad");
    await runCli(["corpus", "import", join(HARBOUR, "articles/gazette-end.md"), "--into", bad, "--yes"]);
    await writeFile(join(bad, "articles/wrong.md"), "---\ntitle: Wrong\npublished: soon\n---\n\nText.\n");
    const { code, stdout } = await runCli(["corpus", "check", bad]);
    expect(code).to.equal(10);
    expect(stdout).to.contain("articles/wrong.md:3: published:");
    expect(stdout).to.match(/wrong\.md.*publisher/u);
    expect(stdout).to.contain("1 good article");
  });

  it("tells what is doubtful with its line and what to do, and fails for it only when that is wanted", async () => {
    const doubtful = join(folder, "doubtful");
    await runCli(["corpus", "import", join(HARBOUR, "articles/gazette-end.md"), "--into", doubtful, "--yes"]);
    await writeFile(
      join(doubtful, "articles/again.md"),
      [
        "---",
        "title: Again",
        "publisher: Coast Radio",
        "url: http://coast.example/again?utm_source=feed",
        "published: 2021-05-14",
        "language: en",
        "kind: original",
        "reprintOf: nowhere",
        "---",
        "",
        "The harbour was quiet.",
        "",
        "and nobody came to see the boats.",
        "",
      ].join("\n"),
    );
    await writeFile(
      join(doubtful, "event.yaml"),
      "name: Strike\ndescription: A strike.\nlanguages: [en]\ntimeZone: UTC\nglossary:\n  - term: Wharf Rats\n    aliases: [WR]\n",
    );
    const { code, stdout } = await runCli(["corpus", "check", doubtful]);
    expect(code).to.equal(0);
    for (const line of [
      "articles/again.md:4: url: the address begins with http. Write https",
      "articles/again.md:4: url: the address says where a reader came from (“utm_source”)",
      "articles/again.md:8: reprintOf: there is no article “nowhere” here.",
      "articles/again.md:13: a sentence that begins with a small letter: “and nobody came",
      "event.yaml:6: glossary[0].term: no article mentions “Wharf Rats”",
      "Strike: 2 good articles, 0 errors, 5 warnings",
    ]) {
      expect(stdout).to.contain(line);
    }
    expect((await runCli(["corpus", "check", doubtful, "--strict"])).code).to.equal(10);
  });

  it("asks addresses where that is wanted, and none that is not on the public web", async () => {
    const linked = join(folder, "linked");
    const record = {
      id: "own",
      title: "Own",
      publisher: "Nobody",
      published: "2021-05-14",
      text: "It rained all day.",
    };
    const lines = join(folder, "linked.jsonl");
    await writeFile(lines, `${JSON.stringify({ ...record, url: "http://127.0.0.1:9/own" })}\n`);
    await runCli(["corpus", "import", lines, "--into", linked, "--yes"]);
    const { code, stdout } = await runCli(["corpus", "check", linked, "--links"]);
    expect(code).to.equal(0);
    expect(stdout).to.match(/articles\/own\.md:\d+: url: the address leads nowhere \(it is no/u);
    expect((await runCli(["corpus", "check", linked])).stdout).not.to.contain("leads nowhere");
  });

  it("refuses to write outside the folder, and what is no text", async () => {
    for (const file of ["/dev/null", "../../.env", join(folder, "missing.txt")]) {
      const { code, stderr } = await runCli(["corpus", "import", file, "--into", join(folder, "none"), "--yes"]);
      expect(code, file).to.equal(10);
      expect(stderr).not.to.match(/^\s+at /mu);
    }
  });

  it("lets several articles share neither title nor address", async () => {
    const texts = await Promise.all(
      ["one.txt", "two.txt", "three.JSONL"].map(async (name) => {
        await writeFile(join(folder, name), "It rained all day long.\n");
        return join(folder, name);
      }),
    );
    for (const files of [texts.slice(0, 2), texts.slice(2)]) {
      for (const flag of ["--title", "--url"]) {
        const { code, stderr } = await runCli([
          "corpus",
          "import",
          ...files,
          "--into",
          join(folder, "shared"),
          flag,
          "https://coast.example/dark",
        ]);
        expect(code, flag).to.equal(2);
        expect(stderr).to.contain(flag);
      }
    }
    expect(await readdir(folder)).not.to.include("shared");
  });
});
