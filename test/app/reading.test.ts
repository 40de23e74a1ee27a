import { expect } from "chai";
import { type OpenLibrary, openLibrary } from "../../src/app/library.ts";
import type { Article } from "../../src/domain/article.ts";
import type { Corpus } from "../../src/domain/corpus.ts";
import { article, corpusOf, ferryCorpus } from "../fixtures/articles.ts";
import { meaningfulIndex, shippedModels } from "../fixtures/models.ts";

function opened(corpus: Corpus): OpenLibrary {
  const index = meaningfulIndex(shippedModels(), corpus.articles, corpus.event.glossary);
  return openLibrary(corpus, index, "test", { model: shippedModels().answers });
}

async function prepared(corpus: Corpus): Promise<OpenLibrary> {
  const library = opened(corpus);
  await library.current().prepare(new AbortController().signal);
  return library;
}

const ALL = { offset: 0, limit: 100 };
const ferry = ferryCorpus();

describe("what the articles say about a name", () => {
  const told = async (library: OpenLibrary, typed: string): Promise<readonly string[]> => {
    const page = await library.aboutName(typed, ALL);
    return (page?.points ?? []).map(({ date, point }) => `${date ?? "-"} ${point.evidence.sentence.text.slice(0, 22)}`);
  };

  it("is told by the day it tells of, under whichever of its names, whatever the case and with a slip", async () => {
    const library = await prepared(ferry);
    const union = [
      "2021-05-03 The Seafarers' Union b",
      "2021-05-08 Talks between the SU a",
      "2021-05-14 The Seafarers' Union s",
    ];
    for (const typed of ["Seafarers' Union", "su", "sailors union", "seafarers unoin"]) {
      expect(await told(library, typed), typed).to.deep.equal(union);
    }
    expect((await library.aboutName("su", ALL))?.name).to.equal("Seafarers' Union");
    expect((await library.aboutName("ida brandt", ALL))?.name).to.equal("Ida Brandt");
    expect(await told(library, "lundvik")).to.deep.equal(["2021-05-12 Ferries left the port "]);
  });

  it("is nothing where no article has it, or only as a common word", async () => {
    const library = await prepared(ferry);
    for (const typed of ["Bergen", "wages", "", "  ", "?!", "x".repeat(5_000)]) {
      expect(await library.aboutName(typed, ALL), typed).to.equal(null);
    }
  });

  it("is paged, takes reprints together, and goes on with a pronoun where nobody else can be meant", async () => {
    const said = "Marta Lind sold the shipyard to a bank on 4 March 2020.";
    const library = await prepared(
      corpusOf([
        article({ id: "a", publisher: "Herald", body: `${said} She kept the old crane.` }),
        article({ id: "b", publisher: "Coast Radio", body: said }),
        article({ id: "c", body: "Marta Lind met Ida Brandt. She wept." }),
      ]),
    );
    const page = await library.aboutName("marta lind", { offset: 0, limit: 1 });
    expect(page?.total).to.equal(3);
    expect(page?.points.map(({ date, point }) => [date, point.also.length])).to.deep.equal([["2020-03-04", 1]]);
    expect(await told(library, "Marta Lind")).to.include("2021-05-10 She kept the old crane");
    expect((await told(library, "Marta Lind")).join()).not.to.include("She wept");
  });
});

describe("who said what", () => {
  const quotes = async (by: string | null, about: string | null): Promise<readonly string[]> => {
    const page = await opened(ferry).quotes({ by, about }, ALL);
    expect(page.total).to.equal(page.quotes.length);
    return page.quotes.map(({ speaker, how }) => `${speaker} ${how}`);
  };

  it("is found by who spoke, under any of their names or as written, newest first", async () => {
    expect(await quotes("carsten hoel", null)).to.deep.equal(["Karsten Hoel reported"]);
    expect(await quotes("the company", null)).to.deep.equal(["The company denied"]);
    expect(await quotes("SU", null)).to.deep.equal(["The Seafarers' Union reported"]);
    expect(await quotes(null, null)).to.deep.equal([
      "The Seafarers' Union reported",
      "Hoel claimed",
      "Karsten Hoel reported",
      "The company denied",
    ]);
  });

  it("is found by what it is about, and nothing where nobody said so", async () => {
    expect((await quotes(null, "sailors who stopped work"))[0]).to.equal("The Seafarers' Union reported");
    expect(await quotes("the company", "delay of the sailors in Bergen")).to.deep.equal([]);
    expect(await quotes("Bergen", null)).to.deep.equal([]);
    expect(await quotes("before:nonsense", "after:never")).to.deep.equal([]);
  });
});

describe("what is new", () => {
  const dated = (id: string, published: string | null): Article =>
    article({ id, published, body: `First of ${id} it is. Then more.` });
  const library = opened(
    corpusOf([
      dated("may", "2021-05-10"),
      dated("april", "2021-04"),
      dated("march", "2021-03-31"),
      dated("none", null),
    ]),
  );
  const since = (day: string | null): readonly string[] =>
    library.latest(day, ALL).articles.map(({ article: { id } }) => id);

  it("is what appeared on or after a day, or in a month that reaches it, each with its first sentence", () => {
    expect(since("2021-05-10")).to.deep.equal(["may"]);
    expect(since("2021-04-20")).to.deep.equal(["may", "april"]);
    expect(since("2021")).to.deep.equal(["may", "april", "march"]);
    expect(since(null)).to.deep.equal(["may", "april", "march"]);
    expect(since("2022")).to.deep.equal([]);
    expect(library.latest(null, { offset: 1, limit: 1 }).articles.map(({ lead }) => lead.sentence.text)).to.deep.equal([
      "First of april it is.",
    ]);
  });
});

describe("more passages", () => {
  it("go on where the ones before ended, with what was asked before", async () => {
    const library = opened(ferry);
    const question = { text: "when did the strike begin", context: [] };
    const all = await library.more(question, ALL);
    const later = await library.more(question, { offset: 1, limit: 2 });
    const texts = ({ hits }: typeof all): readonly string[] => hits.map(({ sentence }) => sentence.text);
    expect(texts(later)).to.deep.equal(texts(all).slice(1, 3));
    const followed = await library.more(
      { text: "and why?", context: ["when did the strike begin", "On Monday."] },
      ALL,
    );
    expect(texts(followed)[0]).to.include("because the shipping company had refused");
  });
});

describe("the address of a passage", () => {
  it("leads to it in an original, and is none for a brief, without an address or where it stands twice", async () => {
    const body = "Ferries sailed again. The mayor was glad. The mayor was glad.";
    const url = "https://news.example/a";
    const of = async (given: Partial<Article>, words: string): Promise<string | null | undefined> => {
      const { hits } = await opened(corpusOf([article({ id: "a", body, url, kind: "original", ...given })])).search(
        words,
        ALL,
      );
      return hits[0]?.passageUrl;
    };
    expect(await of({}, "ferries sailed")).to.equal(`${url}#:~:text=Ferries%20sailed%20again`);
    expect(await of({}, "mayor glad")).to.equal(null);
    for (const given of [{ kind: "brief" }, { url: null }, { url: `${url}#part` }] as const) {
      expect(await of(given, "ferries sailed")).to.equal(null);
    }
  });
});

describe("names and titles while somebody types", () => {
  it("are proposed beside known questions, each once, and new ones once their article is there", async () => {
    const library = await prepared(ferry);
    expect(library.completeName("seaf", 5)).to.deep.equal(["Seafarers' Union"]);
    expect(library.completeName("lundvik", 5)).to.deep.equal([]);
    expect(library.completeQuestion("lundvik", 5)).to.deep.equal(["Union calls strike at Lundvik"]);
    const news = [1, 2].map((n) =>
      article({ id: `n${String(n)}`, title: "Pilots join", body: "Sailors of Lundvik waited for Old Nick." }),
    );
    await library.replace({ ...ferry, articles: [...news, ...ferry.articles] });
    await library.current().prepare(new AbortController().signal);
    expect(library.completeName("lndvik", 5)).to.deep.equal(["Lundvik"]);
    expect(library.completeName("old", 5)).to.deep.equal(["Old Nick"]);
    expect(library.completeQuestion("pilots", 5)).to.deep.equal(["Pilots join"]);
  });
});
