import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ApplyOptions, applyPlan } from "../../src/corpus/keep/apply-plan.ts";
import { loadCorpus } from "../../src/corpus/load-corpus.ts";
import { planDrafts } from "../../src/curating/plan-drafts.ts";
import type { GivenFields } from "../../src/domain/intake.ts";
import type { KeepingFailure, KeepingReport } from "../../src/domain/keeping.ts";
import type { Problem } from "../../src/domain/problem.ts";
import { readSourceFile } from "../../src/intake/read-source-file.ts";

interface RunOptions extends GivenFields, ApplyOptions {
  readonly into: string;
  readonly today: string;
}

interface Run extends KeepingReport {
  readonly problems: readonly Problem[];
  /** Why nothing was written at all. */
  readonly failure: KeepingFailure | null;
}

const today = "2026-11-23";
const page =
  "Breaking News\n\nInk Works in Quillburg Flooded Again\n\nThe mayor said so on Tuesday.\n\nNobody was hurt.\n";

describe("importing", () => {
  let folder = "";
  let into = "";

  async function run(files: readonly string[], options: RunOptions): Promise<Run> {
    const { into, today, signal = new AbortController().signal, onProgress, ...given } = options;
    const read = await Promise.all(
      files.map(async (from) => ({ from, ...(await readSourceFile(from, { given, today, signal })) })),
    );
    const drafts = read.flatMap(({ from, drafts }) => drafts.map((draft) => ({ draft, from })));
    const plan = await planDrafts(drafts, (await loadCorpus([into], { today })).articles, signal);
    const problems = read.flatMap((one) => one.problems);
    // Nothing is made for sources that hold nothing.
    if (plan.length === 0) return { articles: [], refused: [], problems, failure: null };
    const applied = await applyPlan(into, plan, { today, signal, ...(onProgress ? { onProgress } : {}) });
    return applied.ok
      ? { ...applied.value, problems, failure: null }
      : { articles: [], refused: [], problems, failure: applied.error };
  }

  async function source(name: string, text: string | Uint8Array): Promise<string> {
    await writeFile(join(folder, name), text);
    return join(folder, name);
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-import-"));
    into = join(folder, "corpus", "ink-affair");
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("makes an event of a saved page, with nothing else said, that loads without an error", async () => {
    const report = await run([await source("003_ab.txt", page)], { into, today });
    expect(report.articles.map(({ article, outcome, leftOut }) => [article.id, outcome, leftOut.length])).to.deep.equal(
      [["ink-works-in-quillburg-flooded-again", "added", 2]],
    );
    expect(report.problems.map(({ severity, field, detail }) => [severity, field, detail.id])).to.deep.equal([
      ["warning", "url", "value-unknown"],
      ["warning", "published", "value-unknown"],
      ["warning", "publisher", "value-assumed"],
      ["warning", "language", "value-assumed"],
    ]);
    const { articles, problems, event } = await loadCorpus([into], { today });
    expect(problems).to.deep.equal([]);
    expect(event.name).to.equal("Ink affair");
    expect(articles).to.deep.equal([report.articles[0]?.article]);
    expect(articles[0]).to.deep.include({
      title: "Ink Works in Quillburg Flooded Again",
      publisher: "Unknown publisher",
      url: null,
      published: null,
      kind: "original",
      body: "The mayor said so on Tuesday.\n\nNobody was hurt.",
    });
  });

  it("takes what it is told for true", async () => {
    const given = {
      title: "Floods",
      publisher: "The Quill",
      url: "https://quill.example/a",
      published: "2022-09",
      kind: "brief",
    };
    const { articles } = await run([await source("a.txt", page)], { into, today, ...given, kind: "brief" });
    expect(articles[0]?.article).to.deep.include(given);
    expect(articles[0]?.article.id).to.equal("floods");
  });

  it("names the publisher by the address where only that is known, and the title by the file", async () => {
    const files = [await source("flood_of_ink.txt", "The mayor said so on Tuesday.")];
    const { articles, problems } = await run(files, { into, today, url: "https://www.quill.example/a" });
    expect(articles[0]?.article).to.deep.include({
      id: "flood-of-ink",
      title: "flood of ink",
      publisher: "quill.example",
    });
    expect(problems.map(({ field }) => field)).to.have.members(["title", "published", "publisher", "language"]);
  });

  it("takes the day from a byline it leaves out, unless it is told another, and says so", async () => {
    const dated = page.replace("The mayor", "By Jane Roe\n\n10 September 2022 9:12 AM\n\nThe mayor");
    const files = [await source("a.txt", dated)];
    const { articles, problems } = await run(files, { into, today });
    expect(articles[0]?.article.published).to.equal("2022-09-10");
    expect(problems.find(({ field }) => field === "published")?.detail).to.deep.equal({
      id: "value-assumed",
      value: "2022-09-10",
    });
    const told = await run(files, { into, today, published: "2022-09-09" });
    expect(told.articles[0]?.article.published).to.equal("2022-09-09");
    expect(told.problems.map(({ field }) => field)).not.to.include("published");
  });

  it("refuses what it is told where that makes no sense", async () => {
    const { articles, problems } = await run([await source("a.txt", page)], {
      into,
      today,
      published: "2024-13-45",
      url: "nowhere",
    });
    expect(articles).to.deep.equal([]);
    expect(problems.filter(({ severity }) => severity === "error").map(({ detail }) => detail.id)).to.deep.equal([
      "url-invalid",
      "date-invalid",
    ]);
  });

  it("names no publisher after an address that has no host", async () => {
    const url = "javascript:alert(1)";
    const { problems } = await run([await source("a.txt", page)], { into, today, url });
    expect(problems.find(({ field }) => field === "publisher")?.detail).to.deep.equal({
      id: "value-assumed",
      value: "Unknown publisher",
    });
  });

  it("keeps Markdown of our own form as it is, and reads other Markdown as a page", async () => {
    const own = `---\ntitle: Own\npublisher: P\nurl: null\npublished: 2022\nlanguage: en\nkind: brief\n---\n\nRead more\n\nIt rained.\n`;
    const files = [
      await source("Own One.md", own),
      await source("bare.md", "# Rain on the town\n\nIt rained all day long.\n"),
    ];
    const { articles } = await run(files, { into, today });
    expect(articles.map(({ article }) => [article.id, article.title, article.body])).to.deep.equal([
      ["own-one", "Own", "Read more\n\nIt rained."],
      ["rain-on-the-town", "Rain on the town", "It rained all day long."],
    ]);
  });

  it("imports JSON Lines, bad lines told one by one", async () => {
    const line = {
      id: "a",
      title: "T",
      publisher: "P",
      url: "",
      published: "",
      text: "It rained all day long.\n\nShare this",
    };
    const records = [
      line,
      "{",
      { ...line, id: "../../.env" },
      { ...line, id: "B 1", published: "2022-09-10" },
      { ...line, id: "c", text: "" },
    ];
    const text = records.map((record) => (typeof record === "string" ? record : JSON.stringify(record))).join("\n");
    const { articles, problems } = await run([await source("news.jsonl", text)], { into, today });
    expect(
      articles.map(({ article, leftOut }) => `${article.id} ${article.published ?? "-"} ${leftOut.length}`),
    ).to.deep.equal(["a - 1", "b-1 2022-09-10 1"]);
    expect(problems.map(({ line, detail }) => `${line ?? "-"} ${detail.id}`)).to.deep.equal([
      "2 json-invalid",
      "3 id-invalid",
      "5 body-empty",
    ]);
  });

  it("fills in what JSON Lines leave out, hides nothing that is bad in them and gives no two articles one address", async () => {
    const line = { title: "T", publisher: "P", url: null, published: "2022", text: "It rained all day long." };
    const records = [
      { ...line, id: "whole" },
      { ...line, id: "bare", publisher: " ", published: null, text: "It snowed all day long." },
      { ...line, id: "bad", publisher: 7, published: "soon" },
    ];
    const file = await source("news.jsonl", records.map((record) => JSON.stringify(record)).join("\n"));
    const given = { title: "Same", url: "https://quill.example/a", publisher: "The Quill", published: "2021-05-06" };
    const { articles, problems } = await run([file], { into, today, ...given });
    expect(
      articles.map(({ article }) => [article.title, article.url, article.publisher, article.published]),
    ).to.deep.equal([
      ["T", null, "P", "2022"],
      ["T", null, "The Quill", "2021-05-06"],
    ]);
    expect(problems.map(({ line, field, detail }) => [line, field, detail.id])).to.deep.equal([
      [3, "publisher", "field-type"],
      [3, "published", "date-invalid"],
    ]);
  });

  it("never replaces a file, and knows one it has written before", async () => {
    const file = await source("a.txt", page);
    await run([file], { into, today });
    const again = await run([file], { into, today });
    expect(again.articles.map(({ outcome }) => outcome)).to.deep.equal(["unchanged"]);
    const other = await source("b.txt", page.replace("Nobody", "One man"));
    const second = await run([other], { into, today });
    expect(second.articles.map(({ article }) => article.id)).to.deep.equal(["ink-works-in-quillburg-flooded-again-2"]);
    expect(await readdir(join(into, "articles"))).to.have.lengthOf(2);
  });

  it("leaves an event.yaml that is there alone", async () => {
    await mkdir(into, { recursive: true });
    await writeFile(join(into, "event.yaml"), "name: Mine\n");
    await run([await source("a.txt", page)], { into, today });
    expect(await readFile(join(into, "event.yaml"), "utf8")).to.equal("name: Mine\n");
  });

  it("sweeps up after a crash, but not from under another import", async () => {
    await mkdir(join(into, "articles"), { recursive: true });
    for (const name of [".footnote-old.tmp", ".footnote-new.tmp"]) await writeFile(join(into, "articles", name), "x");
    await utimes(join(into, "articles/.footnote-old.tmp"), 1, 1);
    await run([await source("a.txt", page)], { into, today });
    expect((await readdir(join(into, "articles"))).filter((name) => name.startsWith("."))).to.deep.equal([
      ".footnote-new.tmp",
    ]);
  });

  it("refuses what is no article and makes nothing of it", async () => {
    const huge = await source("huge.txt", "");
    await truncate(huge, 100 * 1024 * 1024);
    await symlink(await source("secret.txt", page), join(folder, "link.txt"));
    execFileSync("mkfifo", [join(folder, "pipe.txt")]);
    const rows: readonly (readonly [string, string])[] = [
      [join(folder, "missing.txt"), "file-unreadable"],
      [join(folder, "link.txt"), "file-not-regular"],
      [join(folder, "pipe.txt"), "file-not-regular"],
      [folder, "file-not-regular"],
      [huge, "file-too-large"],
      [await source("empty.txt", ""), "body-empty"],
      [await source("blank.txt", " \n\u00a0\n"), "body-empty"],
      [await source("furniture.txt", "Read more\n\nShare this\n"), "body-empty"],
      [await source("binary.txt", "It\u0000rained."), "control-character"],
      [await source(".env", "TOKEN=x"), "format-unsupported"],
      [await source("paper.pdf", "%PDF-1.7"), "pdf-damaged"],
      [await source("paper.docx", "PK\u0003\u0004word/document.xml"), "format-unsupported"],
      [await source("script.md", "---js\nprocess.exit(1)\n---\n\nHm.\n"), "front-matter-language"],
    ];
    const before = await readdir(folder);
    for (const [path, expected] of rows) {
      const { articles, problems } = await run([path], { into, today });
      expect(articles, path).to.deep.equal([]);
      const errors = problems.filter(({ severity }) => severity === "error");
      expect(
        errors.map(({ detail }) => detail.id),
        path,
      ).to.deep.equal([expected]);
    }
    expect(await readdir(folder)).to.deep.equal(before);
  });

  it("writes nothing through a link, nor where there is a file", async () => {
    const elsewhere = join(folder, "elsewhere");
    await mkdir(elsewhere);
    await mkdir(into, { recursive: true });
    await symlink(elsewhere, join(into, "articles"));
    const file = await source("a.txt", page);
    const linked = await run([file], { into, today });
    expect(linked.failure).to.deep.include({ id: "not-an-event-folder", why: "link" });
    expect(await readdir(elsewhere)).to.deep.equal([]);
    const occupied = await run([file], { into: file, today });
    expect(occupied.failure?.id).to.equal("not-an-event-folder");
    expect(occupied.articles).to.deep.equal([]);
  });

  it("tells of each article as it is done and stops when told to", async () => {
    const files = [await source("a.txt", page), await source("b.txt", `${page}More rain is due.\n`)];
    const stop = new AbortController();
    const error: unknown = await run(files, {
      into,
      today,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    }).catch((error: unknown) => error);
    expect(error).to.have.property("name", "AbortError");
    expect((await loadCorpus([into], { today })).articles).to.have.lengthOf(1);
  });
});
