import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { coverageOfCorpus, coverageOfLibrary } from "../../src/app/coverage.ts";
import { writeCoverage } from "../../src/app/cli/stats-picture.ts";
import { KnownNames } from "../../src/answer/names/known-names.ts";
import { corpusOf, ferryCorpus, indexOf } from "../fixtures/articles.ts";
import { english } from "../fixtures/languages.ts";

const never = new AbortController().signal;

describe("the coverage of a corpus", () => {
  it("is the same whether it is served or read anew", async () => {
    const corpus = ferryCorpus();
    const index = indexOf(corpus);
    const names = new KnownNames(index, corpus.event.glossary);
    // The wait within does not keep the process alive; this does.
    const waiting = setInterval(() => {}, 1_000);
    await names.prepare(never).finally(() => clearInterval(waiting));
    const served = coverageOfLibrary({ corpus, index, names });
    expect(await coverageOfCorpus(corpus, never)).to.deep.equal(served);
    expect(served.articles).to.equal(corpus.articles.length);
    expect(served.topics).not.to.deep.equal([]);
  });

  describe("in a file", () => {
    let folder = "";
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "footnote-coverage-"));
    });
    after(async () => rm(folder, { recursive: true }));
    const write = async (name: string, corpus = ferryCorpus()) =>
      writeCoverage(
        join(folder, name),
        { name: corpus.event.name, coverage: await coverageOfCorpus(corpus, never) },
        { words: english(), signal: never },
      );

    it("is a PNG or an SVG, as the name ends, and replaces what is there", async () => {
      expect(await write("a.png")).to.deep.equal({ ok: true, value: null });
      expect((await readFile(join(folder, "a.png"))).subarray(1, 4).toString("latin1")).to.equal("PNG");
      for (let twice = 0; twice < 2; twice += 1) {
        expect(await write("b.SVG")).to.deep.equal({ ok: true, value: null });
        expect(await readFile(join(folder, "b.SVG"), "utf8")).to.match(/^<svg .*The ferry strike.*<\/svg>$/su);
      }
      expect((await readdir(folder)).toSorted()).to.deep.equal(["a.png", "b.SVG"]);
    });

    it("is refused for other endings, an empty corpus and a folder that is not there", async () => {
      expect(await write("c.jpg")).to.deep.equal({ ok: false, error: { id: "kind-unknown" } });
      expect(await write("c.png", corpusOf([]))).to.deep.equal({ ok: false, error: { id: "nothing-to-draw" } });
      expect(await write("nowhere/c.png")).to.deep.include({
        ok: false,
        error: { id: "file-unwritable", reason: "ENOENT" },
      });
    });
  });
});
