import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { configuredPaths, openCorpus } from "../../src/app/open-corpus.ts";
import { projectRoot } from "../../src/app/project-root.ts";
import { HARBOUR } from "../e2e/bot-process.ts";

describe("openCorpus", () => {
  let folder = "";

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-open-"));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it("asks which of several events is meant, and complains of nothing else", async () => {
    await cp(HARBOUR, join(folder, "harbour"), { recursive: true });
    expect((await openCorpus([folder])).ok).to.equal(true);
    await cp(HARBOUR, join(folder, "bridge"), { recursive: true });
    const opened = await openCorpus([folder]);
    if (opened.ok) throw new Error("chose an event by itself");
    expect(opened.error.failure).to.deep.equal({ id: "several-events", folder, events: ["bridge", "harbour"] });
    expect(opened.error.corpus.problems).to.deep.equal([]);
  });

  it("says once that there is no article", async () => {
    const opened = await openCorpus([folder]);
    if (opened.ok) throw new Error("opened an empty folder");
    expect(opened.error.failure).to.deep.equal({ id: "corpus-empty", folders: [folder] });
    expect(opened.error.corpus.problems).to.deep.equal([]);
  });
});

describe("the setting CORPUS", () => {
  it("is counted from the program's folder, wherever the program is started from", () => {
    expect(configuredPaths(["corpus/bridge", "/srv/news"])).to.deep.equal([
      join(projectRoot(), "corpus/bridge"),
      "/srv/news",
    ]);
  });

  it("is the shipped corpus unless set", () => {
    expect(configuredPaths([])).to.deep.equal([join(projectRoot(), "corpus")]);
  });
});
