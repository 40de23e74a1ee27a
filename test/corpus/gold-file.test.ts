import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { addGold, checkGold, eventFoldersOf, loadGold, removeGold } from "../../src/corpus/gold-file.ts";
import { goldLimits, parseGold } from "../../src/corpus/parse-gold.ts";
import type { GoldQuestion } from "../../src/domain/gold.ts";
import { describeProblem } from "../../src/present/corpus/problems.ts";

const STRIKE: GoldQuestion = {
  id: "strike",
  question: "who called the strike",
  expect: "answered",
  articles: ["strike"],
  contains: ["Hoel"],
  note: null,
  added: "2026-11-24",
};

const told = (text: string): readonly string[] =>
  parseGold(text, "gold.yaml").problems.map((problem) => describeProblem(problem));

describe("gold.yaml", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-gold-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it("holds one text or several where either will do", () => {
    const { questions, problems } = parseGold(
      [
        "- id: a",
        "  question: who called the strike",
        "  expect: answered",
        "  article: [strike, gazette-end]",
        "  contains: Hoel",
        "- { id: b, question: price of bitcoin, expect: not-in-articles }",
      ].join("\n"),
      "gold.yaml",
    );
    expect(problems).to.deep.equal([]);
    expect(questions.map(({ id, articles, contains }) => ({ id, articles, contains }))).to.deep.equal([
      { id: "a", articles: ["strike", "gazette-end"], contains: ["Hoel"] },
      { id: "b", articles: [], contains: [] },
    ]);
  });

  it("names line and field of what is wrong, and keeps the other questions", () => {
    const text = [
      "- id: Good One",
      "  question: who",
      "  expect: answered",
      "- id: b",
      "  question: who called the strike",
      "  expect: maybe",
      "- id: c",
      "  question: what is the price of fish",
      "  expect: not-in-articles",
      "  contains: fish",
      "- just text",
      "- id: d",
      "  question: who leads the union",
      "  expect: answered",
      "  artcle: strike",
      "- id: d",
      "  question: who leads the harbour",
      "  expect: answered",
    ].join("\n");
    expect(told(text)).to.deep.equal([
      "gold.yaml:1: [0].id: expected a short name of lower-case letters, digits and hyphens, found Good One. Write it as corpus/README.md shows.",
      "gold.yaml:6: [1].expect: expected “answered” or “not-in-articles”, found “maybe”. Write one of these.",
      "gold.yaml:10: [2].contains: a question that the articles should not answer can name no article and no words. Leave them out, or expect “answered”.",
      "gold.yaml:11: [3]: expected fields such as “question: …”, found text. Write it as corpus/README.md shows.",
      "gold.yaml:15: [4].artcle: no such field; did you mean “article”? It is ignored.",
      "gold.yaml:16: [5].id: the id “d” is there twice. Give this question another.",
    ]);
    expect(parseGold(text, "gold.yaml").questions.map(({ id }) => id)).to.deep.equal(["d"]);
  });

  it("stops at its limits, and is never run", async () => {
    const many = Array.from({ length: 1_001 }, (_, n) => `- {id: q${n}, question: who called it, expect: answered}`);
    expect(told(many.join("\n"))).to.deep.equal([
      "gold.yaml:1001: [1000]: expected at most 1000, found 1001. Shorten it.",
    ]);
    expect(told("- id: !!js/function x\n  question: y")[0]).to.match(/^gold\.yaml:1: expected YAML/u);
    expect(told(`${"- ".repeat(50)}x`)[0]).to.match(/nested too deeply/u);
    await writeFile(join(folder, "gold.yaml"), "#".repeat(goldLimits.fileBytes + 1));
    expect((await loadGold(folder, "")).problems.map((one) => describeProblem(one))).to.deep.equal([
      "gold.yaml: expected at most 256 KiB, found 257 KiB. Split it, or leave out what is no text.",
    ]);
    await rm(join(folder, "gold.yaml"));
    await symlink("/etc/hostname", join(folder, "gold.yaml"));
    expect((await loadGold(folder, "")).problems[0]?.detail.id).to.equal("file-not-regular");
  });

  it("is missed by nobody", async () => {
    expect(await loadGold(folder, "")).to.deep.equal({ questions: [], problems: [] });
  });

  it("tells of articles that are not there any more", async () => {
    expect((await addGold(folder, STRIKE)).ok).to.equal(true);
    expect(await checkGold(folder, "harbour/", new Set(["strike"]))).to.deep.equal([]);
    const problems = await checkGold(folder, "harbour/", new Set(["other"]));
    expect(problems.map((one) => describeProblem(one))).to.deep.equal([
      "harbour/gold.yaml: strike: no article is called “strike”. Name another for this question, or remove the question.",
    ]);
  });

  it("gets a question without losing a comment, and loses it again", async () => {
    const path = join(folder, "gold.yaml");
    const before =
      "# Ours.\n\n# About the union.\n- id: union\n  question: who leads the union # as asked\n  expect: answered\n";
    await writeFile(path, before);
    expect(await addGold(folder, STRIKE)).to.deep.equal({ ok: true, value: STRIKE });
    expect(await readFile(path, "utf8")).to.equal(
      `${before}- id: strike\n  question: who called the strike\n  expect: answered\n  article: strike\n  contains: Hoel\n  added: 2026-11-24\n`,
    );
    expect((await loadGold(folder, "")).questions.at(-1)).to.deep.equal(STRIKE);
    expect(await removeGold(folder, "strike")).to.deep.equal({ ok: true, value: STRIKE });
    expect(await readFile(path, "utf8")).to.equal(before);
    expect(await readdir(folder)).to.deep.equal(["gold.yaml"]);
  });

  it("begins a file, and refuses what is there already or unknown", async () => {
    expect((await addGold(folder, { ...STRIKE, question: "#1: 'who'? [x] - y" })).ok).to.equal(true);
    const { questions, problems } = await loadGold(folder, "");
    expect({ problems, question: questions[0]?.question }).to.deep.equal({
      problems: [],
      question: "#1: 'who'? [x] - y",
    });
    const unreadable = await addGold(folder, { ...STRIKE, id: "x", question: "two\nlines" });
    expect(unreadable.ok ? null : unreadable.error.id).to.equal("problems");
    const taken = await addGold(folder, STRIKE);
    expect(taken.ok ? null : taken.error.id).to.equal("taken");
    const unknown = await removeGold(folder, "nothing");
    expect(unknown.ok ? null : unknown.error.id).to.equal("unknown");
  });

  it("is left as it is where it has mistakes", async () => {
    const broken = "- id: a\n  question: [\n";
    await writeFile(join(folder, "gold.yaml"), broken);
    const added = await addGold(folder, STRIKE);
    expect(added.ok ? null : added.error.id).to.equal("problems");
    expect(await readFile(join(folder, "gold.yaml"), "utf8")).to.equal(broken);
  });

  it("is found where the corpus is", async () => {
    await mkdir(join(folder, "strike/articles"), { recursive: true });
    expect(await eventFoldersOf([folder])).to.deep.equal([join(folder, "strike")]);
    expect(await eventFoldersOf([join(folder, "strike"), join(folder, "none")])).to.deep.equal([
      join(folder, "strike"),
    ]);
  });
});
