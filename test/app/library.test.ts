import { setImmediate as otherWork } from "node:timers/promises";
import { expect } from "chai";
import { type OpenLibrary, openLibrary } from "../../src/app/library.ts";
import type { Article } from "../../src/domain/article.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import type { SentenceIndex } from "../../src/search/sentence-index.ts";
import { article, corpusOf, ferryCorpus, indexOf } from "../fixtures/articles.ts";
import { shippedModels } from "../fixtures/models.ts";

/** A library that counts how often it was built afresh. */
function opened(
  corpus: Corpus,
  build = (next: Corpus): SentenceIndex => indexOf(next),
): OpenLibrary & { builds: number } {
  const library = openLibrary(corpus, indexOf(corpus), "test", { model: shippedModels().answers }, async (next) => {
    counted.builds += 1;
    await otherWork();
    return build(next);
  });
  const counted = Object.assign(library, { builds: 0 });
  return counted;
}

async function found(library: OpenLibrary, words: string): Promise<readonly string[]> {
  const { hits } = await library.search(words, { offset: 0, limit: 100 });
  return hits.map(({ sentence }) => sentence.text);
}

const ferry = ferryCorpus();
const news = article({ id: "news", title: "Pilots join", body: "The pilots of Lundvik joined on Friday." });

describe("a library whose corpus is replaced", () => {
  it("answers from the new one, in every way it can be asked", async () => {
    const library = opened(ferry);
    await library.replace({ ...corpusOf([news, ...ferry.articles.slice(1)], ferry.event.glossary), version: "later" });
    expect(library.builds).to.equal(0);
    expect(await found(library, "pilots")).to.deep.equal(["The pilots of Lundvik joined on Friday."]);
    expect(await found(library, "mayor")).to.deep.equal([]);
    expect(library.article("news")?.title).to.equal("Pilots join");
    expect(library.article("gazette-end")).to.equal(undefined);
    expect(library.completeArticle("pilo", 5).map(({ id }) => id)).to.deep.equal(["news"]);
    expect(library.completeArticle("sail again", 5)).to.deep.equal([]);
    expect(library.status()).to.include({ articleCount: 3, corpusVersion: "later" });
  });

  it("still opens passages that did not change, and none in place of one that did", async () => {
    const library = opened(ferry);
    const refs = ferry.articles.map((one) => {
      const [hit] = library.answerer.search({ text: one.title, context: [] }, { offset: 0, limit: 1 }).hits;
      return hit === undefined ? "" : library.refOf(hit.sentence);
    });
    const before = refs.map((ref) => library.passage(ref, 0)?.sentence);
    expect(before).not.to.include(undefined);
    const changed = ferry.articles.map((one) =>
      one.id === before[0]?.article.id
        ? { ...one, body: `${one.body} More is to come.` }
        : { ...one, note: "Checked." },
    );
    await library.replace(corpusOf(changed.toReversed(), ferry.event.glossary));
    for (const [place, sentence] of before.entries()) {
      const text = sentence?.article.id === before[0]?.article.id ? undefined : sentence?.text;
      expect(library.passage(refs[place] ?? "", 0)?.sentence.text).to.equal(text);
    }
  });

  it("is built afresh where another glossary reads the articles otherwise", async () => {
    const library = opened(ferry);
    expect(await found(library, "mediatrix")).to.deep.equal([]);
    await library.replace(corpusOf(ferry.articles, [{ term: "mediator", aliases: ["mediatrix"] }]));
    expect(library.builds).to.equal(1);
    expect(await found(library, "mediatrix")).to.deep.equal(["The ministry offered a mediator on 8 May 2021."]);
  });

  it("is built afresh once much of it has been withdrawn, and serves the news meanwhile", async () => {
    const many = Array.from({ length: 60 }, (_, number) =>
      article({ id: `a${String(number)}`, body: `Ship ${String(number)} sails. `.repeat(100) }),
    );
    const seen: (readonly string[])[] = [];
    const library = opened(corpusOf(many), (next) => {
      seen.push(library.articles().map(({ id }) => id));
      return indexOf(next);
    });
    await library.replace(corpusOf([news, ...many.slice(30)]));
    expect(library.builds).to.equal(1);
    expect(seen[0]).to.have.length(31).and.include("news");
    expect(await found(library, "pilots")).to.have.length(1);
  });

  it("keeps what it has where building fails, and can be replaced again", async () => {
    const library = opened(ferry, () => {
      throw new Error("no memory");
    });
    const failed = await library
      .replace(corpusOf([news], [{ term: "x", aliases: [] }]))
      .catch((error: unknown) => error);
    expect(failed).to.be.an("error").with.property("message", "no memory");
    expect(await found(library, "mediator")).to.have.length(1);
    await library.replace(corpusOf([news, ...ferry.articles], ferry.event.glossary));
    expect(await found(library, "pilots")).to.have.length(1);
  });

  it("replaces one after the other, the last one asked for last", async () => {
    const library = opened(ferry);
    await Promise.all([
      library.replace(corpusOf([news], [{ term: "x", aliases: [] }])),
      library.replace(corpusOf(ferry.articles, ferry.event.glossary)),
      library.replace(corpusOf([news, ...ferry.articles], ferry.event.glossary)),
    ]);
    expect(library.articles()).to.have.length(4);
  });

  it("gives no answer that mixes two corpora, however fast it is asked meanwhile", async () => {
    // Every version says its number in each of its articles, and every sentence matches.
    const version = (number: number): Corpus => ({
      ...corpusOf(
        Array.from({ length: 60 }, (_, place): Article =>
          article({
            id: `a${String(place)}`,
            published: `20${String(10 + number)}-01-01`,
            body: `The harbour of version${String(number)} is calm at pier ${String(place)}. `.repeat(5),
          }),
        ),
      ),
      version: String(number),
    });
    const library = opened(version(0));
    const state = { isDone: false, asked: 0 };
    const updates = (async () => {
      for (let number = 1; number <= 25; number += 1) {
        await library.replace(version(number));
        // However slow this machine is, somebody asks while each version is served.
        const before = state.asked;
        while (state.asked < before + 2) await otherWork();
      }
      state.isDone = true;
    })();
    const versions = new Set<string>();
    while (!state.isDone) {
      const served = library.current();
      const { hits } = await served.search("harbour calm", { offset: 0, limit: 100 });
      await otherWork();
      const again = await served.search("harbour calm", { offset: 0, limit: 100 });
      const named = [...hits, ...again.hits].map(({ sentence }) => /version\d+/u.exec(sentence.text)?.[0]);
      expect(hits).to.have.length(100);
      expect([...new Set(named)]).to.deep.equal([`version${served.status().corpusVersion}`]);
      const latest = await library.search("harbour calm", { offset: 0, limit: 100 });
      expect(new Set(latest.hits.map(({ sentence }) => /version\d+/u.exec(sentence.text)?.[0])).size).to.equal(1);
      versions.add(served.status().corpusVersion);
      state.asked += 1;
    }
    await updates;
    expect(versions.size).to.be.at.least(25);
    expect(library.status().corpusVersion).to.equal("25");
  });
});

describe("completing what somebody types", () => {
  const library = opened(ferry);

  it("finds articles by words of title, publisher, agency and id, slips included", () => {
    const ids = (typed: string): readonly string[] => library.completeArticle(typed, 5).map(({ id }) => id);
    expect(ids("union calls")[0]).to.equal("coast-start");
    expect(ids("strke lundvik")[0]).to.equal("coast-start");
    expect(ids("northern")).to.deep.equal(["herald-talks"]);
    expect(ids("NTX")).to.have.members(["coast-start", "herald-talks"]);
    expect(ids("gazette-end")[0]).to.equal("gazette-end");
    expect(ids("")).to.deep.equal(ferry.articles.map(({ id }) => id));
    expect(ids("!?")).to.deep.equal([]);
  });

  it("proposes known questions, and names as they are", () => {
    expect(library.completeQuestion("", 2)).to.deep.equal(["when did the strike begin", "who leads the union"]);
    expect(library.completeQuestion("who le", 5)).to.deep.equal(["who leads the union"]);
    expect(library.completeQuestion("carst", 5)[0]).to.equal("Carsten Hoel");
    expect(library.completeQuestion("bitcoin", 5)).to.deep.equal([]);
  });
});
