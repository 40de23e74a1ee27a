import { expect } from "chai";
import fc from "fast-check";
import { type AnswerModel } from "../../src/answer/model.ts";
import { createAnswerer } from "../../src/answer/answerer.ts";
import { Independence } from "../../src/answer/independence.ts";
import type { Article } from "../../src/domain/article.ts";
import type { Timeline, TimelineRequest } from "../../src/domain/digest.ts";
import type { RetellingSource } from "../../src/digest/retelling.ts";
import { tellTimeline } from "../../src/digest/timeline/tell-timeline.ts";
import { article, corpusOf, indexOf } from "../fixtures/articles.ts";
import { shippedModels } from "../fixtures/models.ts";

const IDLE = new AbortController().signal;

function sourceOf(articles: readonly Article[]): RetellingSource {
  const index = indexOf(corpusOf(articles));
  const model: AnswerModel = shippedModels().answers;
  return {
    index,
    answerer: createAnswerer(index, { model }),
    independence: new Independence(index.analyzer),
    sentenceOf: () => undefined,
    refOf: () => "",
  };
}

async function timeline(source: RetellingSource, request: Partial<TimelineRequest> = {}): Promise<Timeline> {
  return tellTimeline(source, { topic: null, from: null, to: null, dates: 15, ...request }, IDLE);
}

/** The days told, with their sentences. */
function linesOf(told: Timeline): readonly string[] {
  if (told.status !== "told") return [told.status];
  return told.events.map(
    ({ from, to, point }) => `${from === to ? from : `${from}/${to}`} ${point.evidence.sentence.text}`,
  );
}

const STRIKE = [
  article({
    id: "gazette",
    published: "2021-05-14",
    body: "The strike at the port of Lundvik began on 3 May 2021. Ferries sailed again on Wednesday. The council will vote on the harbour fees on 1 June 2021. Fines imposed after the 3 May strike were cut.",
  }),
  article({
    id: "coast",
    publisher: "Coast Radio",
    published: "2021-05-06",
    body: "Sailors at the port of Lundvik went on strike on Monday. On Tuesday the mayor called for talks. The union has led the port since 2013.",
  }),
  article({
    id: "herald",
    publisher: "The Herald",
    published: "2021-06-20",
    body: "The port strike of 3 May cost the town dear. In April 2021 the union had asked for higher wages. A storm tore down the lighthouse on 12 June 2021.",
  }),
];

describe("a timeline", () => {
  const strike = sourceOf(STRIKE);

  it("tells what happened on which day, oldest first, and not when it was reported", async () => {
    expect(linesOf(await timeline(strike))).to.deep.equal([
      "2021-04-01/2021-04-30 In April 2021 the union had asked for higher wages.",
      "2021-05-03 The strike at the port of Lundvik began on 3 May 2021.",
      "2021-05-04 On Tuesday the mayor called for talks.",
      "2021-05-12 Ferries sailed again on Wednesday.",
      "2021-06-12 A storm tore down the lighthouse on 12 June 2021.",
    ]);
  });

  it("counts who tells of a day, and how many of them are independent", async () => {
    const told = await timeline(strike);
    if (told.status !== "told") return expect.fail(told.status);
    const start = told.events.find(({ from }) => from === "2021-05-03");
    expect([start?.articles, start?.independentSources]).to.deep.equal([3, 3]);
    expect(told.articlesRead).to.equal(3);
  });

  it("keeps to as many dates as wanted, and says how many it passed over", async () => {
    const told = await timeline(strike, { dates: 2 });
    if (told.status !== "told") return expect.fail(told.status);
    expect(told.events.map(({ from }) => from)).to.include("2021-05-03");
    expect([told.events.length, told.passedOver]).to.deep.equal([2, 3]);
  });

  it("keeps to the period asked for, whatever was reported then", async () => {
    expect(linesOf(await timeline(strike, { from: "2021-05-04", to: "2021-05" }))).to.deep.equal([
      "2021-05-04 On Tuesday the mayor called for talks.",
      "2021-05-12 Ferries sailed again on Wednesday.",
    ]);
    expect(await timeline(strike, { from: "2022" })).to.deep.equal({ status: "nothing-then", newest: "2021-06-20" });
    expect((await timeline(strike, { from: "2021-05-04", to: "2021-05-01" })).status).to.equal("nothing-then");
  });

  it("tells of a topic only what is about it, and of none that nobody wrote about", async () => {
    const told = await timeline(strike, { topic: "lighthouse" });
    expect(linesOf(told)).to.deep.equal(["2021-06-12 A storm tore down the lighthouse on 12 June 2021."]);
    const none = await timeline(strike, { topic: "parliamentary election in Norway" });
    expect(none).to.have.property("status", "not-in-articles");
    expect(none).to.have.deep.property("unknownWords");
    expect((await timeline(strike, { topic: "  " })).status).to.equal("unusable-topic");
    const misspelt = await timeline(strike, { topic: "lighthose" });
    expect(misspelt).to.have.deep.property("corrections", [{ asked: "lighthose", read: "lighthouse" }]);
  });

  it("shows another day that another article gives for the same", async () => {
    const source = sourceOf([
      article({ id: "a", published: "2021-08-01", body: "The old lighthouse at Lundvik collapsed on 12 June 2021." }),
      article({
        id: "b",
        publisher: "Coast Radio",
        published: "2021-09-01",
        body: "The old lighthouse at Lundvik collapsed on 14 June 2021.",
      }),
    ]);
    const told = await timeline(source);
    if (told.status !== "told") return expect.fail(told.status);
    expect(told.events).to.have.length(1);
    const [event] = told.events;
    expect([event?.from, event?.otherDates[0]?.date]).to.have.members(["2021-06-12", "2021-06-14"]);
  });

  it("takes two days' news for two days' news", async () => {
    const source = sourceOf([
      article({
        id: "a",
        published: "2021-06-12",
        body: "Thousands marched through the harbour of Lundvik on Friday.",
      }),
      article({
        id: "b",
        publisher: "Coast Radio",
        published: "2021-06-15",
        body: "Thousands marched through the harbour of Lundvik on Monday.",
      }),
    ]);
    const told = await timeline(source);
    if (told.status !== "told") return expect.fail(told.status);
    expect(told.events.flatMap(({ otherDates }) => otherDates)).to.deep.equal([]);
  });

  it("counts the reporting in stretches without gaps", async () => {
    const told = await timeline(strike);
    if (told.status !== "told") return expect.fail(told.status);
    expect(told.reporting.reduce((sum, { articles }) => sum + articles, 0)).to.equal(3);
    expect((told.reporting[0]?.from ?? "") <= "2021-04-01").to.equal(true);
    expect((told.reporting.at(-1)?.to ?? "") >= "2021-06-20").to.equal(true);
    for (const [place, { from }] of told.reporting.entries()) {
      const before = told.reporting[place - 1];
      if (before !== undefined) expect(Date.parse(from) - Date.parse(before.to)).to.equal(86_400_000);
    }
  });

  it("counts in shorter stretches what was published in the time asked for, and nothing else", async () => {
    const reports = ["2011-05-10", "2021-05-04", "2021-05-12", "2021-06-20"].map((published, place) =>
      article({
        id: `r${place}`,
        publisher: `Paper ${place}`,
        published,
        body: `The old harbour bridge of Lundvik was closed to lorries on ${Number(published.slice(8))} ${place === 3 ? "June" : "May"} ${published.slice(0, 4)}.`,
      }),
    );
    const source = sourceOf(reports);
    const all = await timeline(source);
    const may = await timeline(source, { from: "2021-05", to: "2021-05" });
    if (all.status !== "told" || may.status !== "told") return expect.fail(`${all.status}, ${may.status}`);
    expect(all.reporting.reduce((sum, { articles }) => sum + articles, 0)).to.equal(4);
    expect(all.reporting.length).to.be.within(40, 50);
    expect(may.reporting.reduce((sum, { articles }) => sum + articles, 0)).to.equal(2);
    expect(may.reporting.every(({ from, to }) => from >= "2021-04" && to < "2021-06-15")).to.equal(true);
  });

  it("gives up once its signal fires", async () => {
    const cancel = new AbortController();
    const told = tellTimeline(strike, { topic: null, from: null, to: null, dates: 15 }, cancel.signal);
    cancel.abort(new Error("enough"));
    const outcome = await told.then(
      () => "told",
      (error: unknown) => (error instanceof Error ? error.message : "?"),
    );
    expect(outcome).to.equal("enough");
  });

  it("has nothing to tell of no articles, and of articles without dates", async () => {
    expect((await timeline(sourceOf([]))).status).to.equal("not-in-articles");
    const undated = sourceOf([article({ id: "a", body: "The ferry is blue. The harbour is small." })]);
    expect((await timeline(undated)).status).to.equal("not-in-articles");
  });

  const WORDS = ["ferry", "strike", "**mayor**", "<@1>", "union", "harbour", "\u202Eeman", "talks"];
  const WHEN = [
    "on 3 May 2021",
    "on Monday",
    "in April 2021",
    "since 2013",
    "yesterday",
    "on 31 June 2021",
    "last week",
    "",
  ];
  const SENTENCES = fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS), fc.constantFrom(...WHEN)), {
    minLength: 1,
    maxLength: 8,
  });
  const ARTICLES = fc.array(fc.tuple(SENTENCES, fc.constantFrom("2021-05-10", "2021-06", null, "2021-07-01")), {
    minLength: 1,
    maxLength: 6,
  });

  it("is in order, within its period, word for word, no longer than wanted, and the same each time", async () => {
    await fc.assert(
      fc.asyncProperty(
        ARTICLES,
        fc.integer({ min: -1, max: 30 }),
        fc.constantFrom(null, "2021", "2021-05", "2021-05-03", "nonsense"),
        async (given, dates, from) => {
          const articles = given.map(([sentences, published], place) =>
            article({
              id: `a${String(place)}`,
              publisher: `Publisher ${String(place % 3)}`,
              published,
              body: sentences.map(([a, b, when]) => `The ${a} met the ${b} ${when}.`).join(" "),
            }),
          );
          const told = await timeline(sourceOf(articles), { dates, from });
          expect(linesOf(await timeline(sourceOf(articles), { dates, from }))).to.deep.equal(linesOf(told));
          if (told.status !== "told") return;
          expect(told.events.length).to.be.within(1, Math.min(25, Math.max(1, dates)));
          expect(told.events.map((event) => event.from)).to.deep.equal(
            told.events.map((event) => event.from).toSorted(),
          );
          const sentences = told.events.map(({ point }) => point.evidence.sentence);
          expect(new Set(sentences.map((one) => `${one.article.id} ${String(one.start)}`)).size).to.equal(
            sentences.length,
          );
          for (const { article: whose, start, end, text } of sentences) {
            expect(whose.body.slice(start, end)).to.equal(text);
          }
          for (const event of told.events) {
            expect(event.from <= event.to).to.equal(true);
            if (from !== null && from !== "nonsense") expect(event.from >= from).to.equal(true);
            expect(event.independentSources).to.be.within(1, event.articles);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
