import { expect } from "chai";
import { loadCorpus } from "../../../src/corpus/load-corpus.ts";
import type { Article } from "../../../src/domain/article.ts";
import type { GlossaryEntry } from "../../../src/domain/corpus.ts";
import type { Problem } from "../../../src/domain/problem.ts";
import { findDoubts } from "../../../src/upkeep/soundness/find-doubts.ts";
import { article, corpusOf, ferryCorpus } from "../../fixtures/articles.ts";
import { answererOf, shippedModels } from "../../fixtures/models.ts";

const { signal } = new AbortController();

async function doubtsOf(
  articles: readonly Article[],
  glossary: readonly GlossaryEntry[] = [],
): Promise<readonly Problem[]> {
  return findDoubts(corpusOf(articles, glossary), signal);
}

/** As `file:line field id`, what is not there left out. */
function told(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ file, line, field, detail }) =>
    [`${file}${line === null ? "" : `:${String(line)}`}`, ...(field === null ? [] : [field]), detail.id].join(" "),
  );
}

async function idsOf(given: Partial<Article>): Promise<readonly string[]> {
  const body = "The harbour was quiet all day.";
  return (await doubtsOf([article({ id: "a", body, ...given })])).map(({ detail }) => detail.id);
}

describe("doubts about addresses", () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ["https://news.example/strike", []],
    ["https://news.example/strike?page=2", []],
    ["http://news.example/strike", ["url-insecure"]],
    ["https://news.example/", ["url-front-page"]],
    ["https://news.example/?p=5188", []],
    ["https://news.example/a?utm_source=x&utm_medium=y&id=3", ["url-tracking"]],
    ["https://news.example/a?fbclid=1", ["url-tracking"]],
    ["https://bit.ly/3xYz", ["url-shortened"]],
    ["https://web.archive.org/web/2021/https://news.example/a", ["url-copy"]],
    ["https://archive.ph/AbCd", ["url-copy"]],
    ["https://archives.example/a", []],
    ["https://news.example/a/amp", ["url-copy"]],
    ["https://news.example/amp/a.html", ["url-copy"]],
    ["https://news.example/a?amp=1", ["url-copy"]],
    ["https://news.example/amplifier", []],
    ["https://m.news.example/a", ["url-copy"]],
    ["https://m.example/a", []],
  ];
  for (const [url, ids] of cases) {
    it(`${ids.length === 0 ? "are none" : `are ${ids.join(", ")}`}: ${url}`, async () => {
      expect(await idsOf({ url })).to.deep.equal(ids);
    });
  }

  it("name the file that has the same address already, however it is written", async () => {
    const first = article({ id: "first", url: "https://www.news.example/a/?utm_source=x", body: "One day was calm." });
    const second = article({ id: "second", url: "https://news.example/a", body: "Another was not calm." });
    const other = article({ id: "other", url: "https://news.example/a?page=2", body: "The third was rough." });
    const found = (await doubtsOf([first, second, other])).filter(({ detail }) => detail.id === "url-repeated");
    expect(found.map(({ file, detail }) => [file, detail])).to.deep.equal([
      ["articles/second.md", { id: "url-repeated", other: "articles/first.md" }],
    ]);
  });

  it("name the publisher that most articles from one host have", async () => {
    const from = (id: string, publisher: string, host = "news.example"): Article =>
      article({ id, publisher, url: `https://${host}/${id}`, body: `The harbour told ${id} of nothing.` });
    const problems = await doubtsOf([
      from("a", "The Harbour Gazette"),
      from("b", "Harbour Gazette"),
      from("c", "Gazette Online"),
      from("d", "Somebody", "medium.com"),
      from("e", "Somebody else", "medium.com"),
    ]);
    expect(problems.map(({ file, field, detail }) => [file, field, detail])).to.deep.equal([
      ["articles/c.md", "publisher", { id: "publisher-differs", host: "news.example", usual: "The Harbour Gazette" }],
    ]);
  });

  const dates: readonly (readonly [string, string | null, boolean])[] = [
    ["/2022/09/10/strike", "2022-09-10", false],
    ["/2022/09/10/strike", "2022-09-11", false],
    ["/2022/09/10/strike", "2022-09-14", true],
    ["/2022/9/10/strike", "2022-09-14", true],
    ["/20220913-israel", "2022-09-13", false],
    ["/20220913-israel", "2022-12-13", true],
    ["/2022/09/strike", "2022-09-30", false],
    ["/2022/09/strike", "2022-11-01", true],
    ["/2022/09/10/strike", "2022", false],
    ["/2022/09/10/strike", "2021", true],
    ["/2022/09/10/strike", null, false],
    ["/news/20221399-7", "2021-01-01", false],
    ["/node/2158311", "2021-01-01", false],
    ["/2021/05/31/late", "2021-06-01", false],
  ];
  for (const [path, published, isDoubtful] of dates) {
    it(`${isDoubtful ? "tell" : "do not tell"} a date ${String(published)} from ${path}`, async () => {
      const ids = await idsOf({ url: `https://news.example${path}`, published });
      expect(ids).to.deep.equal(isDoubtful ? ["date-not-in-url"] : []);
    });
  }
});

describe("doubts about sentences", () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ["long", `${"word ".repeat(130)}end.`.replace(/^w/u, "W"), ["articles/a.md:9 sentence-doubtful"]],
    ["unended", "The harbour was quiet and nobody came to see the boats", ["articles/a.md:9 sentence-doubtful"]],
    ["a heading", "Quiet harbour\n\nNobody came.", []],
    ["small start", "Nobody came.\n\nand went home again.", ["articles/a.md:11 sentence-doubtful"]],
    ["a name with a small letter", "iPhones were sold. e-Harbour was down.", []],
    ["an initial", "It was Brian E. The others stayed at home.", ["articles/a.md:9 sentence-doubtful"]],
    ["an abbreviation at the end", "He lives in the U.S.", []],
    ["a lost quote", "All went well.\n\nHe said “nobody came.", ["articles/a.md:11 quotes-unbalanced"]],
    ["a straight quote lost", 'He said "nobody came.', ["articles/a.md:9 quotes-unbalanced"]],
    ["a quotation over two sentences", "“We waited. Nobody came,” he said.", []],
    ["a quotation over two paragraphs", "“We waited.\n\n“Nobody came,” he said.", []],
    ["German quotes", "„Niemand kam“, sagte er.", []],
    ["inches", 'The board was 5" wide.', []],
    ["a Hebrew abbreviation", 'He went to ת"א by boat.', []],
    ["guillemets", "Il a dit «personne.", ["articles/a.md:9 quotes-unbalanced"]],
  ];
  for (const [what, body, expected] of cases) {
    it(`are told with their line: ${what}`, async () => {
      expect(told(await doubtsOf([article({ id: "a", body })]))).to.deep.equal(expected);
    });
  }

  it("are told a few for one article, and with the line of a JSON Lines file", async () => {
    const body = Array.from({ length: 20 }, () => "and so on it went.").join("\n\n");
    const problems = await doubtsOf([article({ id: "a", body, source: { file: "all.jsonl", bodyLine: 7 } })]);
    expect(told(problems)).to.deep.equal(Array.from({ length: 5 }, () => "all.jsonl:7 text sentence-doubtful"));
  });
});

const LONG =
  "Ferries left the port of Lundvik again on Wednesday after the sailors and the shipping company had agreed on wages for two years. Nobody had sailed for nine days before that.";

describe("doubts about reprints", () => {
  const origin = article({ id: "origin", url: null, publisher: "Gazette", published: "2021-05-09", body: LONG });
  const reprint = article({
    id: "reprint",
    url: null,
    publisher: "Herald",
    published: "2021-05-10",
    body: `HERALD. ${LONG}`,
  });

  it("name the origin to link to, until it is linked", async () => {
    const [problem, ...rest] = await doubtsOf([reprint, origin]);
    expect(problem).to.deep.include({ file: "articles/reprint.md", field: "reprintOf", severity: "warning" });
    expect(problem?.detail).to.deep.include({ id: "reprint-unlinked", origin: "origin" });
    expect(rest).to.deep.equal([]);
    expect(await doubtsOf([{ ...reprint, reprintOf: "origin" }, origin])).to.deep.equal([]);
    expect(await doubtsOf([reprint, { ...origin, reprintOf: "reprint" }])).to.deep.equal([]);
  });

  it("are not told twice of a text that is the same letter by letter, as loading tells of it", async () => {
    expect(
      await doubtsOf([article({ id: "same", url: null, published: "2021-05-11", body: LONG }), origin]),
    ).to.deep.equal([]);
  });

  it("lead to one origin, however many reprints there are", async () => {
    const third = article({
      id: "third",
      url: null,
      publisher: "Coast Radio",
      published: "2021-05-11",
      body: `RADIO. ${LONG}`,
    });
    const problems = await doubtsOf([third, reprint, origin]);
    expect(problems.map(({ file, detail }) => [file, "origin" in detail ? detail.origin : ""])).to.deep.equal([
      ["articles/reprint.md", "origin"],
      ["articles/third.md", "origin"],
    ]);
  });

  it("are links that lead nowhere, to the article itself, in a circle or only half the way", async () => {
    const link = (id: string, reprintOf: string | null): Article =>
      article({ id, reprintOf, url: null, body: `The harbour told ${id} of nothing.` });
    const detailOf = async (...articles: readonly Article[]) =>
      (await doubtsOf(articles)).map(({ file, detail }) => [file.replace(/^articles\/|\.md$/gu, ""), detail]);
    expect(await detailOf(link("a", "none"))).to.deep.equal([["a", { id: "reprint-origin-missing", origin: "none" }]]);
    expect(await detailOf(link("a", "a"))).to.deep.equal([["a", { id: "reprint-of-itself" }]]);
    expect(await detailOf(link("a", "b"), link("b", "a"))).to.deep.equal([
      ["a", { id: "reprint-loop", articles: ["a", "b"] }],
      ["b", { id: "reprint-loop", articles: ["b", "a"] }],
    ]);
    expect(await detailOf(link("a", "b"), link("b", "c"), link("c", null))).to.deep.equal([
      ["a", { id: "reprint-of-reprint", origin: "c" }],
    ]);
  });
});

describe("doubts about briefs that copy", () => {
  const run = "the shipping company had refused for weeks to talk about the wages of its sailors";
  const original = article({
    id: "original",
    kind: "original",
    body: `It was a long day in the harbour. Because ${run}, said Hoel, nobody would sail. The mayor came down to the quay at noon with bread and coffee for all who stood there. Later it rained, and the band went home without having played a note.`,
  });
  const brief = (given: Partial<Article> = {}): Article =>
    article({
      id: "brief",
      body: `Sailors at Lundvik went on strike in the first days of May. Hoel told them on the square that ${run}. Brandt fed those who were waiting, said the newspaper, and nobody heard music since the weather was bad.`,
      ...given,
    });

  it("name the run, where it begins and the file that has it", async () => {
    const [problem] = await doubtsOf([brief(), original]);
    expect(problem).to.deep.include({ file: "articles/brief.md", line: 9, severity: "warning" });
    expect(problem?.detail).to.deep.equal({
      id: "brief-copies",
      other: "articles/original.md",
      words: 15,
      text: run,
    });
  });

  it("are none about originals, briefs of one page, linked reprints, and lists of names", async () => {
    const ids = async (...articles: readonly Article[]) =>
      (await doubtsOf(articles)).map(({ detail }) => detail.id).filter((id) => id === "brief-copies");
    const elsewhere = article({
      id: "other",
      url: "https://coast.example/a",
      body: `Nobody sails from Lundvik, and this will go on for days. The union says ${run}. Islanders bake their own bread by now.`,
    });
    expect(await ids({ ...brief(), kind: "original" }, original)).to.deep.equal([]);
    expect(await ids(brief(), brief({ id: "other", url: "https://news.example/brief?utm_source=x" }))).to.deep.equal(
      [],
    );
    expect(await ids(brief(), elsewhere)).to.have.length(1);
    expect(await ids(brief({ reprintOf: "original" }), original)).to.deep.equal([]);
    const names = "Ida Brandt, Karsten Hoel, Ola Nord, Anna Lund, Per Holm, Eva Strand, Nils Berg and Siri Vik";
    expect(
      await ids(
        article({ id: "a", url: null, body: `There came ${names}.` }),
        article({ id: "b", url: null, body: `Asked were ${names} of the harbour.` }),
      ),
    ).to.deep.equal([]);
  });
});

describe("doubts about the event", () => {
  it("are entries of the glossary no name of which is met, and examples without an answer", async () => {
    const ferry = ferryCorpus();
    const glossary = [
      ...ferry.event.glossary,
      { term: "Harbour Police", aliases: ["port police"] },
      { term: "Port Authority", aliases: ["the ministry"] },
    ];
    const examples = ["who leads the union", "what is the price of bitcoin"];
    const articles = ferry.articles.map((one) => ({ ...one, url: null }));
    const corpus = { ...ferry, articles, event: { ...ferry.event, glossary, examples } };
    const doubts = await findDoubts(corpus, signal, { answerer: answererOf(shippedModels(), corpus) });
    expect(doubts.map(({ file, field, detail }) => [file, field, detail])).to.deep.equal([
      ["event.yaml", "glossary", { id: "name-unused", term: "Harbour Police" }],
      ["event.yaml", "examples", { id: "example-unanswered", question: "what is the price of bitcoin" }],
    ]);
  });

  it("are no errors in the corpus that comes along, and nothing that can be mended without its sources", async () => {
    const corpus = await loadCorpus(["corpus"]);
    const answerer = answererOf(shippedModels(), corpus);
    const doubts = await findDoubts(corpus, signal, { answerer });
    expect(doubts.every(({ severity }) => severity === "warning")).to.equal(true);
    const ids = new Set(doubts.map(({ detail }) => detail.id));
    expect(["url-copy", "url-insecure", "name-unused", "brief-copies"]).to.include.members([...ids]);
  });
});
