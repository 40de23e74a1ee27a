import { expect } from "chai";
import type { Answerer } from "../../../src/answer/answerer.ts";
import { createAnswerer } from "../../../src/answer/answerer.ts";
import { checkText } from "../../../src/answer/claims/check-text.ts";
import { openCorpus } from "../../../src/app/open-corpus.ts";
import { projectRoot } from "../../../src/app/project-root.ts";
import type { CheckedText } from "../../../src/domain/reading.ts";
import type { SentenceIndex } from "../../../src/search/sentence-index.ts";
import { meaningfulIndex, shippedModels } from "../../fixtures/models.ts";
import { FURTHER_CLAIMS } from "./further-claims.ts";
import { HARBOUR_CLAIMS } from "./harbour-claims.ts";
import { SHIPPED_CLAIMS, type ClaimRow } from "./shipped-claims.ts";

interface Opened {
  readonly index: SentenceIndex;
  readonly answerer: Answerer;
}

async function opened(folder: string): Promise<Opened> {
  const corpus = await openCorpus([`${projectRoot()}/${folder}`]);
  if (!corpus.ok) throw new Error(corpus.error.failure.id);
  const { articles, event } = corpus.value;
  const index = meaningfulIndex(shippedModels(), articles, event.glossary);
  return { index, answerer: createAnswerer(index, { model: shippedModels().answers }) };
}

async function check({ index, answerer }: Opened, text: string): Promise<CheckedText> {
  return checkText(index, answerer, text, new AbortController().signal);
}

const TABLES: readonly (readonly [string, string, readonly ClaimRow[], least: { said: number; otherwise: number }])[] =
  [
    ["the corpus that comes with the program", "corpus", SHIPPED_CLAIMS, { said: 0.9, otherwise: 0.9 }],
    ["the same, claims that the rules were not made with", "corpus", FURTHER_CLAIMS, { said: 0.75, otherwise: 0.75 }],
    ["a ferry strike", "test/fixtures/harbour", HARBOUR_CLAIMS, { said: 0.85, otherwise: 0.85 }],
  ];

describe("claims held against the articles", () => {
  for (const [name, folder, rows, least] of TABLES) {
    it(`are never wrongly said to be in them, and mostly found: ${name}`, async () => {
      const library = await opened(folder);
      const wrong: string[] = [];
      const found = { said: 0, otherwise: 0, unsaid: 0 };
      for (const [wanted, claim] of rows) {
        const { claims } = await check(library, claim);
        const verdict = claims[0]?.verdict;
        if (claims.length !== 1 || (verdict !== wanted && verdict !== "unsaid"))
          wrong.push(`${String(verdict)}: ${claim}`);
        else if (verdict === wanted) found[wanted] += 1;
      }
      const recall = (verdict: "said" | "otherwise"): number =>
        found[verdict] / rows.filter(([wanted]) => wanted === verdict).length;
      expect(wrong).to.deep.equal([]);
      expect(recall("said")).to.be.at.least(least.said);
      expect(recall("otherwise")).to.be.at.least(least.otherwise);
    });
  }
});

describe("a text held against the articles", () => {
  it("is parted into claims as they stand, without what claims nothing", async () => {
    const library = await opened("test/fixtures/harbour");
    const text = [
      "Hi everyone!",
      "lol, **Hoel accused the company of delay**; the ministry offered a mediator on 9 May 2021.",
      "this is insane",
      "does anyone know more? https://news.example/a-strike",
      "/ask who leads the union",
      "`rm -rf the whole union`",
      "The shipping company will pay 7.5 percent more from June <@12345>",
    ].join("\n");
    const { claims, passedOver } = await check(library, text);
    expect(claims.map(({ claim, verdict }) => [verdict, claim.replaceAll("*", "").trim()])).to.deep.equal([
      ["said", "Hoel accused the company of delay"],
      ["otherwise", "the ministry offered a mediator on 9 May 2021."],
      ["said", "The shipping company will pay 7.5 percent more from June"],
    ]);
    for (const { claim } of claims) expect(text).to.include(claim);
    expect(passedOver).to.equal(0);
  });

  it("shows what says so, and the nearest passages where nothing does", async () => {
    const library = await opened("test/fixtures/harbour");
    const shown = async (text: string): Promise<readonly string[]> => {
      const { claims } = await check(library, text);
      return claims[0]?.points.map(({ evidence }) => evidence.sentence.text) ?? [];
    };
    expect(await shown("The ministry offered a mediator on 6 May 2021.")).to.deep.equal([
      "The ministry offered a mediator on 8 May 2021.",
    ]);
    expect((await shown("The company accused Hoel of delay."))[0]).to.equal("Hoel accused the company of delay.");
    expect(await shown("Bitcoin reached another record in Tokyo.")).to.deep.equal([]);
  });

  it("tells how many claims were too many, takes anything, and stops when it is told to", async () => {
    const library = await opened("test/fixtures/harbour");
    const many = await check(library, "Hoel accused the company of delay. ".repeat(20));
    expect([many.claims.length, many.passedOver]).to.deep.equal([12, 8]);
    for (const text of [
      "",
      "   ",
      "\uD800",
      "?!",
      `${"x".repeat(7_000)} Hoel`,
      "\u0000\n".repeat(3_000),
      "before:2021 publisher:x -y",
    ]) {
      expect((await check(library, text)).claims.length).to.be.at.most(12);
    }
    const stopped = new AbortController();
    stopped.abort(new Error("enough"));
    const { index, answerer } = library;
    const failure = await checkText(index, answerer, "Hoel accused the company.", stopped.signal).catch(
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(Error).with.property("message", "enough");
  });
});
