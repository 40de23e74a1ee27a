import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSourceFile } from "../../src/intake/read-source-file.ts";
import { ids, read, refusals, today } from "./reading.ts";

const lead = "The ink works reopened its gates on Tuesday morning, and nobody was hurt in the flood, the mayor said.";

describe("reading plain text", () => {
  it("takes the fields at the top of a saved page, and says that it did", async () => {
    const text =
      "Ink Works in Quillburg Reopened Today\n\nBy Jane Roe and Ali al-Saadi, Chief Reporter\nPublished: 10 September 2022, 9:12 AM\n" +
      `Source: The Quill (https://www.quill.example/news/ink)\nAccessed: 2024-01-01\n\n${lead}\n`;
    const reading = await read("saved_004.txt", text);
    const [draft] = reading.drafts;
    expect(draft?.article).to.deep.include({
      title: "Ink Works in Quillburg Reopened Today",
      authors: ["Jane Roe", "Ali al-Saadi"],
      published: "2022-09-10",
      publisher: "The Quill",
      url: "https://www.quill.example/news/ink",
      language: "en",
      body: lead,
    });
    const assumed = reading.problems.filter(({ detail }) => detail.id === "value-assumed").map(({ field }) => field);
    expect(assumed).to.have.members(["url", "published", "publisher", "authors", "language"]);
    expect(draft?.leftOut.map(({ line, reason }) => `${line} ${reason}`)).to.include.members([
      "3 byline",
      "4 byline",
      "5 byline",
      "6 byline",
    ]);
  });

  it("reads the front matter of web clippers, and leaves the day of clipping alone", async () => {
    const text =
      '---\ntitle: "Ink Works Reopened"\nsource: "https://www.quill.example/news/ink"\nauthor:\n  - "[[Jane Roe]]"\n' +
      `published: 2022-09-10\ncreated: 2024-01-02\ndescription: "Gates"\ntags:\n  - "clippings"\n---\n${lead}\n`;
    const { drafts, problems } = await read("Ink Works Reopened.md", text);
    expect(problems.filter(({ severity }) => severity === "error")).to.deep.equal([]);
    expect(drafts[0]?.article).to.deep.include({
      id: "ink-works-reopened",
      title: "Ink Works Reopened",
      url: "https://www.quill.example/news/ink",
      authors: ["Jane Roe"],
      published: "2022-09-10",
      publisher: "quill.example",
      body: lead,
    });
    expect(refusals(await read("own.md", `---\ntitle: T\nauthor: Jane\n---\n\n${lead}`))).to.include("field-missing");
  });

  it("lets what is given count more than what the page says", async () => {
    const given = { publisher: "The Ink", published: "2022-09", url: "https://ink.example/1", title: "Gates" };
    const text = `Title: Other\nURL: https://quill.example/a\nDate: 2022-09-10\nSource: The Quill\n\n${lead}`;
    const { drafts, problems } = await read("a.txt", text, { given });
    expect(drafts[0]?.article).to.deep.include(given);
    expect(problems.map(({ field }) => field)).to.deep.equal(["language"]);
  });

  it("takes no field from within the article, none that is nonsense, and no date that two months may mean", async () => {
    const text = `Published: 9/10/2022\nURL: javascript:alert(1)\nDate: 2024-13-45\n\n${lead}\n\nSource: a man in the know.\n\nBy Jane Roe`;
    const { drafts } = await read("a.txt", text);
    expect(drafts[0]?.article).to.deep.include({
      published: null,
      url: null,
      publisher: "Unknown publisher",
      authors: [],
    });
    expect(drafts[0]?.article.body).to.include("Source: a man in the know.");
  });

  it("does not take what anybody said for a byline", async () => {
    const { drafts } = await read("a.txt", `By Tuesday nobody was left in the town of Quillburg.\n\n${lead}`);
    expect(drafts[0]?.article.authors).to.deep.equal([]);
    expect(drafts[0]?.article.body).to.match(/^By Tuesday/u);
  });

  it("takes the address it was fetched from, and a title from that or from the text", async () => {
    const url = "https://www.quill.example/news/ink-works-reopened.txt";
    const { drafts } = await read(url, lead, { url, contentType: "text/plain" });
    expect(drafts[0]?.article).to.deep.include({ url, publisher: "quill.example", title: "ink works reopened" });
    const piped = await read("-", lead);
    expect(piped.drafts[0]?.article.title).to.match(/^The ink works reopened its gates .*…$/u);
    expect(piped.drafts[0]?.article.id).to.match(/^the-ink-works/u);
  });

  it("takes the language that the text is in, and doubts another that is declared", async () => {
    const german =
      "Der Hafen wurde am Montag geschlossen, nachdem ein Sturm zwei Kräne umgeworfen hatte, sagte der Bürgermeister der Stadt.";
    expect((await read("a.txt", german)).drafts[0]?.article.language).to.equal("de");
    const declared = await read("a.txt", german, { given: { language: "sq" } });
    expect(declared.drafts[0]?.article.language).to.equal("sq");
    expect(ids(declared)).to.include("warning language-differs");
    const own = `---\ntitle: T\npublisher: P\nurl: null\npublished: null\nlanguage: en\nkind: brief\n---\n\n${german}\n`;
    expect(ids(await read("own.md", own))).to.deep.equal(["warning language-differs"]);
    const records = [
      { id: "a", title: "T", publisher: "P", text: german },
      { id: "b", title: "T", publisher: "P", text: lead },
    ];
    const lines = await read("x.jsonl", records.map((one) => JSON.stringify(one)).join("\n"));
    expect(lines.drafts.map(({ article }) => article.language)).to.deep.equal(["de", "en"]);
    expect(lines.problems.map(({ line, field, detail }) => [line, field, detail.id])).to.deep.equal([
      [1, "language", "value-assumed"],
    ]);
  });

  it("reads what windows-1252 or UTF-16 wrote, and warns where it had to guess", async () => {
    const cp1252 = Uint8Array.from(Buffer.from(`${lead} \u0093Caf\u00e9\u0094 is open.`, "latin1"));
    const reading = await read("a.txt", cp1252);
    expect(reading.drafts[0]?.article.body).to.include("“Café” is open.");
    expect(ids(reading)).to.include("warning encoding-guessed");
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(lead, "utf16le")]);
    expect((await read("a.txt", utf16)).drafts[0]?.article.body).to.equal(lead);
  });

  it("runs no front matter and is not fooled by names that objects have", async () => {
    expect(refusals(await read("a.md", "---js\nprocess.exit(1)\n---\n\nHm.\n"))).to.deep.equal([
      "front-matter-language",
    ]);
    const own = `---\n__proto__: {polluted: 1}\nconstructor: x\ntitle: T\npublisher: P\nurl: null\npublished: 2024-13-45\nlanguage: en\nkind: brief\n---\n\nHm.\n`;
    expect(refusals(await read("a.md", own))).to.deep.equal(["date-invalid"]);
    const proto = `{"__proto__":{"polluted":1},"id":"a","title":"T","publisher":"P","text":"${lead}"}`;
    expect((await read("a.jsonl", proto)).drafts[0]?.article.publisher).to.equal("P");
    expect(Object.hasOwn(Object.prototype, "polluted")).to.equal(false);
  });

  it("refuses what is empty, holds control characters or is too large", async () => {
    const rows: readonly (readonly [string, string, string])[] = [
      ["a.txt", "", "body-empty"],
      ["a.txt", " \n\u00a0\n", "body-empty"],
      ["a.html", "", "body-empty"],
      ["a.txt", "It\0rained all day long.", "control-character"],
      ["a.txt", "x".repeat(300_000), "body-too-long"],
      ["a.txt", "x".repeat(1024 * 1024 + 1), "file-too-large"],
      ["a.html", `<html>${" ".repeat(10 * 1024 * 1024)}`, "file-too-large"],
      ["folder/.env", "TOKEN=x", "format-unsupported"],
    ];
    for (const [name, text, expected] of rows) expect(refusals(await read(name, text)), name).to.deep.equal([expected]);
  });

  it("gets through a million lines", async () => {
    expect(refusals(await read("a.txt", "\n".repeat(1_000_000)))).to.deep.equal(["body-empty"]);
    const short = await read("a.txt", "It rained.\n".repeat(90_000));
    expect(short.drafts.length + refusals(short).length).to.equal(1);
    const reading = await read("a.jsonl", "{}\n".repeat(1_000_000));
    expect(reading.drafts).to.deep.equal([]);
    expect(reading.problems.at(-1)?.detail).to.deep.equal({ id: "problems-omitted", count: 990_000 });
  }).timeout(60_000);

  it("stops between lines when told to", async () => {
    const stop = new AbortController();
    const reading = read("a.jsonl", "{}\n".repeat(200_000), { signal: stop.signal });
    setImmediate(() => stop.abort(new Error("enough")));
    const error: unknown = await reading.catch((error: unknown) => error);
    expect(error).to.have.property("message", "enough");
  });
});

describe("reading a source file", () => {
  let folder = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-intake-"));
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("refuses what is no plain file, and a large one before it is read", async () => {
    const path = (name: string) => join(folder, name);
    await writeFile(path("a.txt"), lead);
    await writeFile(path(".env"), "TOKEN=x");
    await symlink(path("a.txt"), path("link.txt"));
    execFileSync("mkfifo", [path("pipe.txt")]);
    for (const name of ["huge.txt", "huge.pdf", "huge.jsonl"]) {
      await writeFile(path(name), "");
      await truncate(path(name), 100 * 1024 * 1024);
    }
    const rows: readonly (readonly [string, readonly string[]])[] = [
      ["a.txt", []],
      ["missing.txt", ["file-unreadable"]],
      ["link.txt", ["file-not-regular"]],
      ["pipe.txt", ["file-not-regular"]],
      ["", ["file-not-regular"]],
      [".env", ["format-unsupported"]],
      ["huge.txt", ["file-too-large"]],
      ["huge.pdf", ["file-too-large"]],
      ["huge.jsonl", ["file-too-large"]],
    ];
    for (const [name, expected] of rows) {
      const reading = await readSourceFile(path(name), { given: {}, today, signal: new AbortController().signal });
      expect(refusals(reading), name).to.deep.equal(expected);
    }
  });
});
