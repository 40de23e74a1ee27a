import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { z } from "zod";
import { openStore } from "../../src/store/open-store.ts";
import { HARBOUR, runCli } from "../e2e/bot-process.ts";

const GOLD = `# Ours.
- id: leader
  question: who leads the union
  expect: answered
  article: coast-start
  contains: Hoel
- id: bitcoin
  question: price of bitcoin
  expect: not-in-articles
`;

/** The harbour's corpus in a folder of its own, with gold questions. */
describe("keeping a corpus on the command line", function () {
  this.timeout(60_000);
  let root: string;
  let folder: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "footnote-upkeep-"));
    folder = join(root, "harbour");
    await cp(HARBOUR, folder, { recursive: true });
    await writeFile(join(folder, "gold.yaml"), GOLD);
  });

  afterEach(async () => {
    await rm(root, { recursive: true });
  });

  it("asks the gold questions, and leaves with a code of its own when one fails", async () => {
    const good = await runCli(["gold", "--corpus", folder]);
    expect(good).to.deep.equal({
      code: 0,
      stdout: "2 gold questions: all are answered as expected.\n",
      stderr: "",
    });
    await rm(join(folder, "articles/coast-start.md"));
    const bad = await runCli(["gold", "run", "--corpus", folder, "--before", HARBOUR]);
    expect(bad.code).to.equal(17);
    expect(bad.stdout).to.equal(
      [
        "✗ leader: who leads the union",
        "    Expected an answer; the articles are said to be silent.",
        "    It passed before. Caused by coast-start, which was withdrawn.",
        "2 gold questions: 1 passed, 1 failed.",
        "",
      ].join("\n"),
    );
    const json = await runCli(["gold", "run", "--json", "--corpus", folder]);
    const results = z.object({ results: z.array(z.object({ id: z.string(), passed: z.boolean() })) });
    expect(results.parse(JSON.parse(json.stdout)).results).to.deep.equal([
      { id: "leader", passed: false },
      { id: "bitcoin", passed: true },
    ]);
  });

  it("adds, lists and removes gold questions", async () => {
    const add = ["gold", "--corpus", folder, "add", "how", "many", "sailors", "stopped", "work", "--contains", "412"];
    expect((await runCli(add)).stdout).to.equal(
      "Added: how-many-sailors-stopped-work: how many sailors stopped work\n",
    );
    const again = await runCli(add);
    expect({ code: again.code, stderr: again.stderr }).to.deep.equal({
      code: 2,
      stderr: "There already: how-many-sailors-stopped-work: how many sailors stopped work\n",
    });
    expect((await runCli(["gold", "list", "--corpus", folder])).stdout).to.equal(
      "leader: who leads the union\nbitcoin: price of bitcoin (not in the articles)\nhow-many-sailors-stopped-work: how many sailors stopped work\n",
    );
    expect((await runCli(["gold", "--corpus", folder])).stdout).to.match(/^3 gold questions: all/u);
    expect((await runCli(["gold", "remove", "how-many-sailors-stopped-work", "--corpus", folder])).code).to.equal(0);
    expect(await readFile(join(folder, "gold.yaml"), "utf8")).to.equal(GOLD);
    expect((await runCli(["gold", "remove", "nothing", "--corpus", folder])).code).to.equal(2);
  });

  it("names what is wrong with gold.yaml, and asks nothing of it", async () => {
    await writeFile(join(folder, "gold.yaml"), `${GOLD}- question: who\n`);
    const { code, stdout, stderr } = await runCli(["gold", "--corpus", folder]);
    expect({ code, stdout }).to.deep.equal({ code: 10, stdout: "" });
    expect(stderr).to.match(/^harbour\/gold\.yaml:\d+: \[2\]\.id: this field is required/u);
    const check = await runCli(["corpus", "check", folder]);
    expect(check.code).to.equal(10);
    expect(check.stdout).to.match(/^gold\.yaml:10: \[2\]\.id: this field is required/mu);
  });

  it("says which articles and which answers two states differ in", async () => {
    await rm(join(folder, "articles/gazette-end.md"));
    const questions = join(root, "questions.txt");
    await writeFile(questions, "who is the mayor\nprice of fish\n");
    const diff = ["corpus", "diff", HARBOUR, folder, "--questions", questions];
    const { code, stdout } = await runCli([...diff, "--fail-on-change"]);
    expect(code).to.equal(18);
    expect(stdout).to.contain("- gazette-end\nArticles: 0 added, 0 changed, 1 withdrawn.");
    expect(stdout).to.contain(
      "how many sailors stopped work (no longer answered)\n    before: The Seafarers' Union said 412 sailors had stopped work. [The Harbour Gazette, 2021-05-14, gazette-end]\n    now:    the articles do not say\n",
    );
    expect(stdout).to.match(/\d questions asked: \d answered differently\.\n\n2 gold questions: all/u);
    expect((await runCli(diff)).code).to.equal(0);
    expect((await runCli(["corpus", "diff", HARBOUR, HARBOUR, "--fail-on-change"])).code).to.equal(0);
    expect((await runCli(["corpus", "diff", join(root, "none"), folder])).code).to.equal(4);
  });

  it("lists what was asked in vain, and what the articles answer by now", async () => {
    const nothing = await runCli(["gaps", "--corpus", folder], "", { DATA: root });
    expect(nothing.stdout).to.equal("Nobody has asked anything in vain, as far as questions are kept.\n");
    const store = await openStore({ url: null, file: join(root, "footnote.db") });
    if (!store.ok) throw new Error(store.error.id);
    const asked = { server: null, outcome: "not-in-articles", confidence: 0.1, corpusVersion: "0" } as const;
    for (const [text, day] of [
      ["price of fish", "2026-01-03"],
      ["what is the price of fish", "2026-01-05"],
      ["how many sailors stopped work", "2026-01-04"],
    ] as const) {
      await store.value.addQuestion({ ...asked, text, day, event: "harbour" });
    }
    await store.value.addQuestion({ ...asked, text: "who won the cup", day: "2026-01-04", event: "other" });
    await store.value.close();
    const { code, stdout } = await runCli(["gaps", "--corpus", folder], "", { DATA: root });
    expect(code).to.equal(0);
    expect(stdout).to.equal(
      [
        "price of fish",
        "    asked 2 times, 2026-01-03 to 2026-01-05",
        "    also: what is the price of fish",
        "how many sailors stopped work",
        "    asked 1 time, 2026-01-04",
        "    answered now: gazette-end",
        "2 questions",
        "",
      ].join("\n"),
    );
    const since = await runCli(["gaps", "--since", "2026-01-05", "--json", "--corpus", folder], "", { DATA: root });
    const record = z.object({ gaps: z.array(z.object({ question: z.string(), answeredBy: z.array(z.string()) })) });
    expect(record.parse(JSON.parse(since.stdout)).gaps).to.deep.equal([{ question: "price of fish", answeredBy: [] }]);
  });
});
