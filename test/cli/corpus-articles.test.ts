import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { openStore } from "../../src/store/open-store.ts";
import { HARBOUR, runCli } from "../e2e/bot-process.ts";
import { citationOf, draftOf, lineOf } from "../store/desk-samples.ts";

describe("keeping articles on the command line", function () {
  this.timeout(90_000);
  let folder = "";
  let event = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-keeping-"));
    event = join(folder, "event");
    await cp(HARBOUR, event, { recursive: true });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const corpus = async (...args: readonly string[]) => runCli(["corpus", ...args, "--corpus", event]);

  it("lists articles by words, shows one, and says what there is in numbers", async () => {
    const list = await corpus("list", "FERRIES");
    expect(list.stdout).to.equal(
      "2021-05-14  gazette-end  The Harbour Gazette: Ferries sail again after nine days\n1 article\n",
    );
    const shown = await corpus("show", "gazette-end");
    expect(shown.stdout).to.match(/^id: gazette-end\ntitle: Ferries sail again after nine days\npublisher: /u);
    expect((await corpus("show", "nobody")).code).to.equal(10);
    const stats: unknown = JSON.parse((await corpus("stats", "--json")).stdout);
    expect(stats).to.deep.include({ articles: 13, withdrawn: 0, withoutUrl: 1 });
    const picture = join(folder, "picture.svg");
    const drawn = await corpus("stats", "--picture", picture);
    expect([drawn.code, (await stat(picture)).size > 1_000]).to.deep.equal([0, true]);
    expect((await corpus("stats", "--picture", join(folder, "picture.doc"))).code).to.equal(2);
  });

  it("edits fields, shows what changed, and brings the earlier version back", async () => {
    const file = join(event, "articles/gazette-end.md");
    const before = await readFile(file, "utf8");
    const edited = await corpus("edit", "gazette-end", "--set", "title=Boats = ferries", "note=Checked");
    expect(edited.code, edited.stderr).to.equal(0);
    expect(edited.stdout).to.contain("- title: Ferries sail again after nine days\n  + title: Boats = ferries\n");
    expect(await readFile(file, "utf8")).to.contain("note: Checked");
    const [, version = ""] =
      /^([0-9a-f]{12}) {2}replaced/u.exec((await corpus("versions", "gazette-end")).stdout) ?? [];
    expect((await corpus("show", "gazette-end", "--version", version)).stdout).to.contain("title: Ferries sail");
    expect((await corpus("restore-version", "gazette-end", version)).code).to.equal(0);
    expect(await readFile(file, "utf8")).to.equal(before);
    for (const wrong of ["published=2024-13-45", "url=javascript:alert(1)"]) {
      const refused = await corpus("edit", "gazette-end", "--set", wrong);
      expect([refused.code, refused.stderr.includes("Nothing was changed")]).to.deep.equal([10, true]);
    }
    for (const wrong of ["body=x", "__proto__=x", "title", "kind=other"]) {
      expect((await corpus("edit", "gazette-end", "--set", wrong)).code, wrong).to.equal(2);
    }
    expect(await readFile(file, "utf8")).to.equal(before);
  });

  it("opens an editor on a copy, and keeps what was written where it is no article", async () => {
    const editor = join(folder, "editor.mjs");
    await writeFile(
      editor,
      'import { readFileSync, writeFileSync } from "node:fs";\nconst [, , from, to, file] = process.argv;\nwriteFileSync(file, readFileSync(file, "utf8").replace(from, to));\n',
    );
    const edit = async (from: string, to: string) =>
      runCli(["corpus", "edit", "gazette-end", "--editor", "--corpus", event], "", {
        EDITOR: `${process.execPath} ${editor} ${from} ${to}`,
      });
    const good = await edit("Ferries", "Boats");
    expect([good.code, good.stdout.includes("+ title: Boats sail")], good.stderr).to.deep.equal([0, true]);
    const bad = await edit("title:", "titel:");
    expect(bad.code).to.equal(10);
    const [, kept = ""] = /What you wrote is in (\S+\.md)\./u.exec(bad.stderr) ?? [];
    expect(await readFile(kept, "utf8")).to.contain("titel:");
    await rm(join(kept, ".."), { recursive: true });
    expect((await corpus("show", "gazette-end")).stdout).to.contain("title: Boats sail");
  });

  it("says which posts cite an article that is withdrawn", async () => {
    const data = join(folder, "data");
    await mkdir(data);
    const store = await openStore({ url: null, file: join(data, "footnote.db") });
    if (!store.ok) throw new Error(store.error.id);
    const { publications } = store.value;
    const lines = [lineOf({ cited: citationOf({ article: "gazette-end" }) })];
    for (const changed of [
      { event: "event", state: "posted", message: "1" },
      { event: null, state: "posted", message: "2" },
      { event: "other", state: "posted", message: "3" },
      { event: "event", state: "draft" },
    ] as const) {
      expect(await publications.add(draftOf({ lines, ...changed }), null)).to.include({ ok: true });
    }
    await store.value.close();
    const args = ["corpus", "withdraw", "gazette-end", "--reason", "Printed in error", "--into", event];
    const { code, stdout } = await runCli(args, "", { DATA: data });
    expect(code).to.equal(0);
    expect(stdout).to.contain("gazette-end is used by 2 posts. Look whether they still hold.");
  });

  it("withdraws an article with a reason, says what rests on it, and serves it again", async () => {
    await writeFile(
      join(event, "gold.yaml"),
      "- id: who\n  question: who leads the union\n  expect: answered\n  article: gazette-end\n",
    );
    expect((await corpus("withdraw", "gazette-end")).code).to.equal(2);
    const withdrawn = await corpus("withdraw", "gazette-end", "--reason", "Printed in error");
    expect(withdrawn.code, withdrawn.stderr).to.equal(0);
    expect(withdrawn.stdout).to.contain("gazette-end is used by 1 gold question (“who”)");
    expect((await corpus("list", "ferries")).stdout)
      .to.contain("Printed in error")
      .and.contain("0 articles, 1 withdrawn");
    expect((await corpus("restore", "gazette-end")).code).to.equal(0);
    expect(await readdir(join(event, "withdrawn"))).to.deep.equal([]);
    for (const id of ["../../etc/passwd", "nobody"]) {
      const { code, stderr } = await corpus("withdraw", id, "--reason", "x");
      expect([code, stderr.includes("corpus list")], id).to.deep.equal([10, true]);
    }
  });
});
