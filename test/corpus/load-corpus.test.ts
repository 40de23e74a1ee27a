import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rename, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "../../src/domain/problem.ts";
import { loadCorpus } from "../../src/corpus/load-corpus.ts";

const today = "2026-11-23";

function article(title: string, published = "2022-09-10", body = `${title} was reported.`): string {
  const fields = `publisher: The Daily Quill\nurl: null\npublished: ${published}\nlanguage: en\nkind: brief`;
  return `---\ntitle: ${title}\n${fields}\n---\n\n${body}\n`;
}

const eventYaml = `name: Ink over Tirana
description: The ink affair.
languages: [en, sq]
timeZone: Europe/Tirane
glossary:
  - term: Ministry of Ink
    aliases: [MOI]
names:
  - name: Nasser Kanaani
    variants: [Kanani, "Kan'ani"]
examples:
  - who spilled the ink
`;

const brief = ({ severity, file, line, field, detail }: Problem) =>
  `${severity} ${file} ${line ?? "-"} ${field ?? "-"} ${detail.id}`;

describe("loadCorpus", () => {
  let folder = "";

  /** Writes an event folder, the values of `files` below `articles/`. */
  async function event(
    name: string,
    files: Readonly<Record<string, string | Uint8Array>>,
    yaml: string | null = eventYaml,
  ) {
    const path = join(folder, name);
    await mkdir(join(path, "articles"), { recursive: true });
    if (yaml !== null) await writeFile(join(path, "event.yaml"), yaml);
    for (const [file, text] of Object.entries(files)) await writeFile(join(path, "articles", file), text);
    return path;
  }

  async function lines(name: string, records: readonly unknown[]) {
    const path = join(folder, name);
    await writeFile(
      path,
      records.map((record) => `${typeof record === "string" ? record : JSON.stringify(record)}\n`).join(""),
    );
    return path;
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-corpus-"));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("loads an event folder, newest first, undated last", async () => {
    const path = await event("ink", {
      "a.md": article("A", "null"),
      "b.md": article("B", "2022"),
      "c.md": article("C", "2022-09-10"),
      "d.md": article("D", "2022-09-10"),
      "e.md": article("E", "2023-01"),
    });
    const { event: news, articles, problems, version } = await loadCorpus([path], { today });
    expect(problems).to.deep.equal([]);
    expect(articles.map(({ id }) => id).join("")).to.equal("ecdba");
    expect(version).to.match(/^[0-9a-f]{12}$/u);
    expect(news).to.deep.equal({
      id: "ink",
      name: "Ink over Tirana",
      description: "The ink affair.",
      languages: ["en", "sq"],
      timeZone: "Europe/Tirane",
      glossary: [
        { term: "Ministry of Ink", aliases: ["MOI"] },
        { term: "Nasser Kanaani", aliases: ["Kanani", "Kan'ani"] },
      ],
      examples: ["who spilled the ink"],
    });
  });

  it("finds the only event in a folder, and names them where there are several", async () => {
    await event("ink", { "a.md": article("A") });
    expect((await loadCorpus([folder], { today })).articles[0]?.source.file).to.equal("ink/articles/a.md");
    await event("quill", { "a.md": article("A") });
    const { problems } = await loadCorpus([folder], { today });
    expect(problems.map(({ detail }) => detail)).to.deep.equal([{ id: "several-events", events: ["ink", "quill"] }]);
  });

  it("serves a hundred good articles among a thousand bad ones, each of which is told", async () => {
    const makers: readonly ((n: number) => string | Uint8Array)[] = [
      () => "",
      () => "no front matter at all",
      () => new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]),
      (n) => article(`B${n}`, "2024-13-45"),
      (n) => article(`B${n}`).replace("kind: brief", "kind: essay"),
      (n) => article(`B${n}`).replace("publisher", "publishers"),
      (n) => article(`B${n}`, "2022", "\u0000"),
      (n) => article(`"B${n}`),
      (n) => article(`B${n}`).replace("---", "---js"),
      (n) => article(`B${n}`).replace("url: null", "url: javascript:void 0"),
    ];
    const files: Record<string, string | Uint8Array> = {};
    for (let n = 0; n < 100; n++) files[`good-${n}.md`] = article(`G${n}`);
    for (let n = 0; n < 1000; n++) files[`bad-${n}.md`] = makers[n % makers.length]?.(n) ?? "";
    const { articles, problems } = await loadCorpus([await event("ink", files)], { today });
    expect(articles).to.have.lengthOf(100);
    const refused = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
    expect(refused.size).to.equal(1000);
    expect([...refused].every((file) => file.startsWith("articles/bad-"))).to.equal(true);
  });

  it("refuses what is not a plain file of text, and passes over hidden ones", async () => {
    const path = await event("ink", {
      "good.md": article("Good"),
      ".DS_Store": "x",
      "notes.txt": "x",
      "latin.md": Buffer.from(article("Caf\u00e9"), "latin1"),
      "huge.md": "",
      "bom.md": `\uFEFF${article("Bom")}`,
    });
    await truncate(join(path, "articles/huge.md"), 100 * 1024 * 1024);
    await writeFile(join(folder, "secret.md"), article("Secret"));
    await symlink(join(folder, "secret.md"), join(path, "articles/link.md"));
    await mkdir(join(path, "articles/folder.md"));
    execFileSync("mkfifo", [join(path, "articles/pipe.md")]);
    const { articles, problems } = await loadCorpus([path], { today });
    expect(articles.map(({ title }) => title)).to.deep.equal(["Bom", "Good"]);
    expect(problems.map(brief)).to.deep.equal([
      "error articles/folder.md - - file-not-regular",
      "error articles/huge.md - - file-too-large",
      "error articles/latin.md - - file-not-utf8",
      "error articles/link.md - - file-not-regular",
      "error articles/notes.txt - - file-name-invalid",
      "error articles/pipe.md - - file-not-regular",
    ]);
    expect(problems.find(({ detail }) => detail.id === "file-not-utf8")?.detail).to.deep.equal({
      id: "file-not-utf8",
      offset: 14,
    });
  });

  it("loads the articles of an event whose description is missing or bad", async () => {
    const missing = await event("ink-affair", { "a.md": article("A") }, null);
    const corpus = await loadCorpus([missing], { today });
    expect(corpus.event.name).to.equal("Ink affair");
    expect(corpus.articles).to.have.lengthOf(1);
    expect(corpus.problems.map(brief)).to.deep.equal(["error event.yaml - - file-unreadable"]);

    const bad = await event("bad", { "a.md": article("A") }, "name: [\n");
    expect((await loadCorpus([bad], { today })).articles).to.have.lengthOf(1);
  });

  it("says that there is nothing, not even a folder", async () => {
    const nowhere = join(folder, "nowhere");
    const { articles, problems } = await loadCorpus([nowhere], { today });
    expect(articles).to.deep.equal([]);
    expect(problems.map(({ detail }) => detail.id)).to.deep.equal(["folder-missing", "no-articles"]);
    expect((await loadCorpus([folder], { today })).problems.map(({ detail }) => detail.id)).to.deep.equal([
      "no-articles",
    ]);
    expect((await loadCorpus([], { today })).problems.map(({ detail }) => detail.id)).to.deep.equal(["no-articles"]);
  });

  it("takes a file of another kind for no corpus, and says that alone", async () => {
    const path = await event("ink", { "a.md": article("A") });
    const { articles, problems } = await loadCorpus([join(path, "articles/a.md")], { today });
    expect(articles).to.deep.equal([]);
    expect(problems.map(({ detail }) => detail.id)).to.deep.equal(["no-corpus"]);
  });

  it("loads JSON Lines with every offset of the text kept", async () => {
    const text = "  One.\n\nTwo. \u00a0\n";
    const path = await lines("news.jsonl", [
      { id: "A_1", title: "T", publisher: "P", url: "", published: "", text, mood: "blue" },
      {
        id: 7,
        title: "T2",
        publisher: "P",
        url: "https://p.example/",
        published: "2022-09-10T08:00:00Z",
        text: "Three.",
      },
    ]);
    const { articles, problems, event: news } = await loadCorpus([path], { today });
    expect(problems).to.deep.equal([]);
    expect(news.name).to.equal("News");
    expect(
      articles.map(({ id, url, published, language, kind, source }) => [id, url, published, language, kind, source]),
    ).to.deep.equal([
      ["7", "https://p.example/", "2022-09-10", "en", "original", { file: "news.jsonl", bodyLine: 2 }],
      ["A_1", null, null, "en", "original", { file: "news.jsonl", bodyLine: 1 }],
    ]);
    expect(articles[1]?.body).to.equal(text);
  });

  it("tells of bad lines one by one and loads the rest", async () => {
    const good = { id: "good", title: "T", publisher: "P", url: null, published: null, text: "Good." };
    const path = await lines("news.jsonl", [
      "{",
      "",
      "[1]",
      "null",
      { ...good, id: "" },
      { ...good, id: "\u202E" },
      { ...good, text: "  " },
      { ...good, text: 5 },
      { ...good, id: "no-text", text: undefined },
      { ...good, url: "nowhere" },
      { ...good, published: "2024-13-45" },
      `{"id":"half","title":"T","publisher":"P","text":"\\ud800"}`,
      { id: "bare", text: "Bare." },
      good,
      good,
      { ...good, id: "again" },
      `{"id":"own","__proto__":{"text":"x"},"title":"T","publisher":"P","text":"Own."}`,
    ]);
    const { articles, problems } = await loadCorpus([path], { today });
    expect(articles.map(({ id, title, publisher }) => `${id} ${title} ${publisher}`)).to.deep.equal([
      "again T P",
      "bare bare Unknown publisher",
      "good T P",
      "own T P",
    ]);
    expect(problems.map(brief)).to.deep.equal([
      "error news.jsonl 1 - json-invalid",
      "error news.jsonl 3 - json-invalid",
      "error news.jsonl 4 - json-invalid",
      "error news.jsonl 5 id field-empty",
      "error news.jsonl 6 id control-character",
      "error news.jsonl 7 text body-empty",
      "error news.jsonl 8 text field-type",
      "error news.jsonl 9 text field-missing",
      "error news.jsonl 10 url url-invalid",
      "error news.jsonl 11 published date-invalid",
      "error news.jsonl 12 text control-character",
      "warning news.jsonl 13 title value-assumed",
      "warning news.jsonl 13 publisher value-assumed",
      "error news.jsonl 15 id duplicate-id",
      "warning news.jsonl 16 id duplicate-body",
    ]);
  });

  it("reads a line longer than memory should hold as one bad line", async () => {
    const path = await lines("news.jsonl", [
      "x".repeat(5 * 1024 * 1024),
      { id: "a", title: "T", publisher: "P", text: "Good." },
    ]);
    const { articles, problems } = await loadCorpus([path], { today });
    expect(articles).to.have.lengthOf(1);
    expect(problems.map(brief)).to.deep.equal(["error news.jsonl 1 - json-invalid"]);
  });

  it("names the byte that is no UTF-8, and stops telling where a file is nothing but bad lines", async () => {
    const path = join(folder, "news.jsonl");
    const good = JSON.stringify({ id: "a", title: "T", publisher: "P", text: "Good." });
    await writeFile(path, Buffer.concat([Buffer.from(`${good}\r\n{"`), Buffer.from([0xff]), Buffer.from(`"}\n`)]));
    const { articles, problems } = await loadCorpus([path], { today });
    expect(articles).to.have.lengthOf(1);
    expect(problems).to.deep.equal([
      {
        severity: "error",
        file: "news.jsonl",
        line: 2,
        field: null,
        detail: { id: "file-not-utf8", offset: good.length + 4 },
      },
    ]);
    await writeFile(path, "x\n".repeat(10_007));
    const bad = await loadCorpus([path], { today });
    expect(bad.problems).to.have.lengthOf(10_002);
    expect(bad.problems.at(-2)?.detail).to.deep.equal({ id: "problems-omitted", count: 7 });
  });

  it("reads every line, wherever the file is cut in reading", async () => {
    const records = Array.from({ length: 500 }, (_, n) => {
      return { id: `n${n}`, title: `T${n}`, publisher: "P", text: `Ë${"ë".repeat(n)} ${n}.` };
    });
    const { articles, problems } = await loadCorpus([await lines("news.jsonl", records)], { today });
    expect(problems).to.deep.equal([]);
    const byId = new Map(articles.map((one) => [one.id, one]));
    for (const [index, { id, text }] of records.entries()) {
      expect(byId.get(id)?.body).to.equal(text);
      expect(byId.get(id)?.source.bodyLine).to.equal(index + 1);
    }
  });

  it("says that an event has no folder of articles", async () => {
    const path = await event("ink", {});
    await rm(join(path, "articles"), { recursive: true });
    const { problems } = await loadCorpus([path], { today });
    expect(problems.map(brief)).to.deep.equal(["error articles - - folder-missing", `error ${path} - - no-articles`]);
  });

  it("merges several sources and keeps the first of equal ids", async () => {
    const ink = await event("ink", { "a.md": article("A") });
    const quill = await event(
      "quill",
      { "b.md": article("B"), "a.md": article("A") },
      eventYaml.replace("MOI]", "MoInk]"),
    );
    const news = await lines("news.jsonl", [{ id: "b", title: "B", publisher: "P", text: "Else." }]);
    const { event: merged, articles, problems } = await loadCorpus([news, ink, quill], { today });
    expect(merged.id).to.equal("ink");
    expect(merged.glossary).to.deep.equal([
      { term: "Ministry of Ink", aliases: ["MOI", "MoInk"] },
      { term: "Nasser Kanaani", aliases: ["Kanani", "Kan'ani"] },
    ]);
    expect(articles.map(({ title }) => title)).to.deep.equal(["A", "B"]);
    expect(problems.map(brief)).to.deep.equal([
      `error ${quill}/articles/a.md - - duplicate-id`,
      `error ${quill}/articles/b.md - - duplicate-id`,
    ]);
  });

  it("gives the same content the same version wherever it stands, and other content another", async () => {
    const path = await event("ink", { "a.md": article("A"), "b.md": article("B") });
    const { version } = await loadCorpus([path], { today });
    await cp(path, join(folder, "copy"), { recursive: true });
    expect((await loadCorpus([join(folder, "copy")], { today })).version).to.equal(version);
    await rename(join(path, "articles/b.md"), join(path, "articles/c.md"));
    expect((await loadCorpus([path], { today })).version).not.to.equal(version);
  });

  it("stops when told to", async () => {
    const path = await event("ink", { "a.md": article("A") });
    const error: unknown = await loadCorpus([path], { today, signal: AbortSignal.abort() }).catch(
      (error: unknown) => error,
    );
    expect(error).to.have.property("name", "AbortError");
  });
});
