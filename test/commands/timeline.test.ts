import { expect } from "chai";
import timeline from "../../commands/timeline.ts";
import type { CommandContext, Standing } from "../../src/domain/command.ts";
import type { Timeline, TimelineRequest } from "../../src/domain/digest.ts";
import type { TimelineChart } from "../../src/domain/picture.ts";
import { encodeAction } from "../../src/discord/action-id.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { DATES_A_PAGE } from "../../src/present/posts/timeline-reply.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { asking, button, pressing, select, speaking } from "../fixtures/asking.ts";
import { noPictures } from "../fixtures/desk.ts";
import { shippedTags } from "../fixtures/languages.ts";
import { eventOf, pointOf, timelineOf } from "../fixtures/timelines.ts";

const args = (given: { topic?: string; from?: string; to?: string } = {}) => ({
  topic: given.topic,
  from: given.from,
  to: given.to,
});

describe("/timeline", () => {
  const plain = asking(ferryCorpus());
  /** Somebody whose library tells this timeline, with what was asked of it and drawn. */
  const told = (found: Timeline, given: Partial<CommandContext> = {}) => {
    const requests: TimelineRequest[] = [];
    const charts: TimelineChart[] = [];
    const context: CommandContext = {
      ...plain,
      library: {
        ...plain.library,
        timeline: async (request) => {
          requests.push(request);
          return found;
        },
      },
      pictures: {
        ...noPictures(),
        async timeline(chart) {
          charts.push(chart);
          return { ok: true, value: { name: "timeline.png", data: new Uint8Array([1]), alt: chart.alt } };
        },
      },
      ...given,
    };
    return { context, requests, charts };
  };
  const many = timelineOf(Array.from({ length: 19 }, (_, place) => eventOf(place + 1)));

  it("tells a line a date, numbered, as timestamps, with sources counted and footnotes, to the person alone", async () => {
    const found = timelineOf([
      eventOf(4, { articles: 3, independentSources: 2 }),
      eventOf(9, { to: "2021-05-12", precision: "range" }),
    ]);
    const { visibility, title, body, footer } = await timeline.run(told(found).context, args());
    expect(visibility).to.equal("private");
    expect(title).to.equal("What happened when");
    // 4 May 2021, 12:00 in Oslo.
    expect(body).to.match(
      /^\*\*1 · <t:1620122400:D>\*\*\nBoat 4 left\.¹\n-# 3 articles, 2 independent sources\n\n\*\*2 · 9 May 2021 to 12 May 2021\*\*\nBoat 9 left\.²\n\n-# ¹ The Harbour Gazette/u,
    );
    expect(body).to.contain("https://news.example/9");
    expect(footer).to.equal("2 dates from 3 articles · articles up to 14 May 2021");
  });

  it("shows months and years in words, and other days that other articles give, with their footnotes", async () => {
    const found = timelineOf([
      eventOf(1, { to: "2021-05-31", precision: "month" }),
      eventOf(1, { from: "2021-01-01", to: "2021-12-31", precision: "year", point: pointOf("It was a bad year.", 40) }),
      eventOf(4, { otherDates: [{ date: "2021-05-06", point: pointOf("It left on 6 May.", 50) }] }),
    ]);
    const { body, outcome } = await timeline.run(told(found).context, args());
    expect(outcome).to.equal("disagreement");
    expect(body).to.contain("**1 · May 2021**").and.contain("**2 · 2021**");
    expect(body).to.contain("-# other articles\\: 6 May 2021⁴");
    expect(body).to.contain("-# ⁴ The Harbour Gazette, [“Report 50”]");
  });

  it("asks for what was typed, days as people type them, the earlier first", async () => {
    const { context, requests } = told(many);
    await timeline.run(speaking(context, "de"), args({ topic: " Lund|vik ", from: "9. Mai 2021", to: "2021-04" }));
    expect(requests).to.deep.equal([{ topic: "Lund vik", from: "2021-04", to: "2021-05-09", dates: 25 }]);
    await timeline.run(context, args({ topic: "  ", from: "2021-05-09", to: "2021-05" }));
    expect(requests[1]).to.deep.equal({ topic: null, from: "2021-05-09", to: "2021-05", dates: 25 });
  });

  it("says which dates it can read", async () => {
    for (const given of [{ from: "**soon**" }, { to: "**soon**" }]) {
      const reply = await timeline.run(plain, args(given));
      expect(reply.body).to.match(/^I cannot read “\\\*\\\*soon\\\*\\\*” as a date\./u);
    }
  });

  it("says the time asked for, what was left out and how it was read", async () => {
    const found = timelineOf([eventOf(4)], {
      request: { topic: "strke", from: "2021-05-01", to: "2021-05", dates: 25 },
      passedOver: 3,
      corrections: [{ asked: "strke", read: "strike" }],
    });
    const { body } = await timeline.run(told(found).context, args({ topic: "strke" }));
    expect(body).to.contain("-# From 1 May 2021 on · Up to May 2021\n-# 3 less important dates are left out");
    expect(body).to.contain("-# I read “strke” as “strike”.");
  });

  it("draws all dates by the numbers of the text, and says in words what it drew", async () => {
    const { context, charts } = told(many);
    const reply = await timeline.run(speaking(context, "de"), args({ topic: "Lundvik" }));
    const [chart] = charts;
    expect(chart).to.include({ title: "Zeitachse: Lundvik", unit: "Artikel in der Woche", language: "de" });
    expect(chart?.events.map((event) => event.number)).to.deep.equal(Array.from({ length: 19 }, (_, at) => at + 1));
    expect(chart?.events[3]).to.deep.equal({ number: 4, from: "2021-05-04", to: "2021-05-04", label: "4. Mai" });
    expect(chart?.bars.map(({ count }) => count)).to.deep.equal([2, 9]);
    expect(reply.picture?.alt).to.equal(
      "Bild: 19 nummerierte Daten auf einer Zeitachse (1. Mai 2021 bis 19. Mai 2021), darunter Balken, die zeigen, wie viele Artikel erschienen. Die meisten erschienen in dieser Zeit: 10. Mai 2021 bis 16. Mai 2021, 9 Artikel.",
    );
  });

  it("draws only what was published in the time asked for, and never too many bars", async () => {
    const reporting = Array.from({ length: 150 }, (_, day) => {
      const date = new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10);
      return { from: date, to: date, articles: 1 };
    });
    const whole = told(timelineOf([eventOf(4)], { reporting }));
    await timeline.run(whole.context, args());
    expect(whole.charts[0]?.bars).to.have.length(50);
    expect(whole.charts[0]).to.include({ unit: "articles in 3 days" });
    const request = { topic: null, from: "2021-03", to: "2021-03-10", dates: 25 };
    const part = told(timelineOf([eventOf(4)], { reporting, request }));
    await timeline.run(part.context, args());
    expect(part.charts[0]?.bars).to.have.length(10);
    expect(part.charts[0]).to.include({ unit: "articles a day" });
  });

  it("does without a picture where none can be drawn", async () => {
    const reply = await timeline.run(told(many, { pictures: plain.pictures }).context, args());
    expect(reply).not.to.have.property("picture");
    expect(reply.body).to.contain("Boat 1 left.");
  });

  it("shows every date once, page by page, in place for the asker and anew for others", async () => {
    const { context, requests } = told(many);
    let reply = await timeline.run(context, args({ topic: "boats", from: "2021-05" }));
    let text = reply.body;
    while (!button(reply, "Next").disabled) {
      const turned = await timeline.actions.page(pressing(context), button(reply, "Next").action.state);
      expect(turned.place).to.equal("update");
      reply = turned.reply;
      text += reply.body;
    }
    expect(reply.footer).to.contain("page 3 of 3");
    const numbers = [...text.matchAll(/\*\*(\d+) · /gu)].map(([, number]) => Number(number));
    expect(numbers).to.deep.equal(Array.from({ length: 19 }, (_, at) => at + 1));
    expect(new Set(requests.map((request) => JSON.stringify(request)))).to.have.length(1);
    expect(await timeline.actions.page(pressing(context, { byAsker: false }), ["1"])).to.include({ place: "new" });
  });

  it("keeps to pages, topics and days that exist when a button is forged", async () => {
    const { context, requests } = told(many);
    for (const state of [["99", "x".repeat(90), "soon", "2021-99"], ["-3"], ["Infinity", "a|b~c"], []]) {
      const { reply } = await timeline.actions.page(pressing(context), state);
      expect(reply.footer, state.join()).to.match(/page [13] of 3/u);
    }
    expect(requests[0]).to.deep.include({ topic: `${"x".repeat(49)}…`, from: null, to: null });
    expect(requests[2]).to.deep.include({ topic: "a b c" });
  });

  it("opens the passage behind a date", async () => {
    const sentence = (await plain.library.search("strike", { offset: 0, limit: 1 })).hits[0];
    if (sentence === undefined) throw new Error("no sentence");
    const found = timelineOf([eventOf(4, { point: { evidence: sentence, also: [], stance: null } })]);
    const { context } = told(found);
    const [first] = select(await timeline.run(context, args())).options;
    expect(first?.label).to.match(/^1 · 4 May 2021 · /u);
    const { reply } = await timeline.actions.open(pressing(context, { values: [first?.value ?? ""] }));
    expect(reply.body).to.contain("strike");
  });

  it("offers moderators a draft of it, and nobody else; its id and the pages' hold the longest topic", async () => {
    const longest = args({ topic: "w".repeat(50), from: "2021-05-01", to: "2021-05-31" });
    const labels = async (standing: Standing, server: string | null) => {
      const { context } = told(many, { standing, who: { ...plain.who, server } });
      const reply = await timeline.run(context, longest);
      const actions = reply.controls.flatMap((row) => (row.type === "buttons" ? row.buttons : []));
      for (const one of actions) if (one.type === "action") expect(encodeAction(one.action)).to.be.a("string");
      return actions.map(({ label }) => label);
    };
    expect(await labels("member", "2")).to.deep.equal(["Previous", "Next"]);
    expect(await labels("moderator", null)).to.deep.equal(["Previous", "Next"]);
    expect(await labels("moderator", "2")).to.deep.equal(["Previous", "Next", "Make a draft"]);
    const { context } = told(many, { standing: "manager" });
    expect(button(await timeline.run(context, longest), "Make a draft").action).to.deep.equal({
      command: "summary",
      action: "from-timeline",
      state: ["w".repeat(50), "2021-05-01", "2021-05-31"],
    });
  });

  it("says that nothing is told, that nothing happened then, or why it cannot look", async () => {
    const say = async (found: Timeline) => (await timeline.run(told(found).context, args({ topic: "golf" }))).body;
    expect(await say({ status: "not-in-articles", closest: [pointOf("A club burnt.", 1)], unknownWords: ["golf"] }))
      .to.match(/^\*\*The articles do not say\.\*\* No article mentions “golf”\./u)
      .and.contain("A club burnt.¹");
    expect(await say({ status: "nothing-then", newest: "2021-05-14" })).to.contain("none within that time");
    expect(await say({ status: "unusable-topic", reason: { id: "no-words" } })).to.be.a("string").that.is.not.empty;
  });

  for (const language of shippedTags()) {
    it(`keeps Discord's limits and all footnotes in ${language}, whatever stands in articles`, async () => {
      const hostile = "*_~`|[](<@&7>)@everyone https://x.example/\u202E\u0000".repeat(80);
      const point = (number: number) =>
        pointOf(hostile, number, { title: hostile, publisher: hostile, url: `https://x.example/${"(".repeat(600)}` });
      const events = Array.from({ length: DATES_A_PAGE * 2 }, (_, place) =>
        eventOf(place + 1, {
          to: "2021-05-30",
          precision: "range",
          point: { ...point(place), also: [point(200 + place).evidence] },
          articles: 1_000_000,
          independentSources: 999_999,
          otherDates: [60, 100, 140].map((number) => ({ date: "2021-05-30", point: point(number + place) })),
        }),
      );
      const request = { topic: hostile, from: "2021-05-01", to: "2021-05-30", dates: 25 };
      const corrections = Array.from({ length: 9 }, () => ({ asked: hostile, read: hostile }));
      const found = timelineOf(events, { request, corrections, passedOver: 1_000_000 });
      const reply = await timeline.run(speaking(told(found).context, language), args({ topic: "x".repeat(50) }));
      expect(reply.body.length).to.be.at.most(LIMITS.embed.descriptionLength);
      expect(reply.body).not.to.match(/(?<!\\)[<@](?!t:)/u);
      expect(reply.body.match(/^-# [⁰¹²³⁴⁵⁶⁷⁸⁹]+ /gmu)).to.have.length(DATES_A_PAGE * 2);
      expect((reply.title ?? "").length).to.be.at.most(LIMITS.embed.titleLength);
      expect((reply.picture?.alt ?? "").length).to.be.within(20, LIMITS.message.fileDescriptionLength);
    });
  }

  it("proposes names for the topic, and days as they are read", async () => {
    const topics = await timeline.complete(plain, "topic", "Kars");
    expect(topics[0]).to.deep.equal({ label: "Kars", value: "Kars" });
    expect(await timeline.complete(speaking(plain, "de"), "from", "3. mai 2021")).to.deep.equal([
      { label: "3. Mai 2021", value: "2021-05-03" },
      { label: "14. Mai 2021", value: "2021-05-14" },
      { label: "Mai 2021", value: "2021-05" },
      { label: "2021", value: "2021" },
    ]);
  });

  it("tells the timeline of a real corpus", async () => {
    const reply = await timeline.run(plain, args({ topic: "strike" }));
    expect(reply.body).to.match(/^\*\*1 · .+\*\*\n.+¹/u);
  });
});
