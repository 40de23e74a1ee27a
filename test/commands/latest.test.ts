import { expect } from "chai";
import latest from "../../commands/latest.ts";
import { article, corpusOf, ferryCorpus } from "../fixtures/articles.ts";
import { asking, button, longStrike, pressing, select, speaking } from "../fixtures/asking.ts";

const since = (day?: string, hidden?: boolean) => ({ since: day, private: hidden });

describe("/latest", () => {
  const context = asking(ferryCorpus());
  const long = asking(longStrike(12));

  it("lists the newest articles, each with its leading sentence", async () => {
    const reply = await latest.run(context, since());
    expect(reply).to.deep.include({ visibility: "public", title: "The newest articles" });
    expect(reply.body).to.match(
      /^\*\*14 May 2021\*\* · The Harbour Gazette\n\[Ferries sail again after nine days\]\(https:\/\/news\.example\/gazette-end\)\nFerries left the port of Lundvik again on Wednesday/u,
    );
    expect(reply.footer).to.equal("3 articles · articles up to 14 May 2021");
  });

  it("lists those of a day and later, in the reader's language", async () => {
    const reply = await latest.run(speaking(context, "de"), since("9. Mai 2021"));
    expect(reply.title).to.equal("Neu seit dem 9. Mai 2021");
    expect(reply.body).to.contain("**9. Mai 2021** · Northern Herald").and.not.contain("Union calls strike");
    expect(reply.footer).to.equal("2 Artikel · Artikel bis 14. Mai 2021");
    expect((await latest.run(speaking(context, "fr"), since("2021-05"))).title).to.equal("Nouveautés depuis mai 2021");
  });

  it("says that nothing is new, and how new the newest is", async () => {
    const reply = await latest.run(context, since("2021-05-15"));
    expect(reply.outcome).to.equal("not-in-articles");
    expect(reply.body).to.equal(
      "Nothing new: no article is from 15 May 2021 or later. The newest article is from 14 May 2021.",
    );
    expect((await latest.run(speaking(context, "de"), since("gestern"))).body).to.match(
      /^Nichts Neues: Seit dem \d+\. \p{L}+ \d{4} ist kein Artikel erschienen\. Neuester Artikel: 14\. Mai 2021\.$/u,
    );
  });

  it("says so where no article has a date", async () => {
    const undated = asking(corpusOf([article({ id: "a", body: "It sank.", published: null })]));
    expect((await latest.run(undated, since())).body).to.equal("No article has a date, so I cannot tell what is new.");
  });

  it("says which dates it can read, to the person alone", async () => {
    const reply = await latest.run(context, since("@everyone **soon**"));
    expect(reply.visibility).to.equal("private");
    expect(reply.body).to.match(
      /^I cannot read “\\@everyone \\\*\\\*soon\\\*\\\*” as a date\. Type one like 2022\\-09\\-10/u,
    );
  });

  it("keeps the list private when asked to", async () => {
    expect((await latest.run(context, since("2021", true))).visibility).to.equal("private");
  });

  it("shows every article once, page by page, and others for themselves", async () => {
    let reply = await latest.run(long, since("2021-05-02"));
    let text = reply.body;
    while (!button(reply, "Next").disabled) {
      reply = (await latest.actions.page(pressing(long), button(reply, "Next").action.state)).reply;
      text += reply.body;
    }
    expect(reply.footer).to.match(/^11 articles · page 3 of 3 · /u);
    const days = [...text.matchAll(/Strike, day (\d\d)/gu)].map(([, day]) => Number(day));
    expect(days).to.deep.equal(Array.from({ length: 11 }, (_, day) => 12 - day));
    const forOthers = await latest.actions.page(pressing(long, { byAsker: false }), ["1", ""]);
    expect(forOthers).to.deep.include({ place: "new" });
    expect(forOthers.reply.visibility).to.equal("private");
  });

  it("keeps to pages and days that exist when a button is forged", async () => {
    for (const state of [["99", "2021-05"], ["-3", "x"], ["Infinity", "2021-99-99"], []]) {
      const { reply } = await latest.actions.page(pressing(long), state);
      expect(reply.footer, state.join()).to.match(/^12 articles · page [13] of 3/u);
    }
  });

  it("opens an article that is chosen, privately, and says so where it has gone", async () => {
    const [first] = select(await latest.run(context, since())).options;
    const { reply } = await latest.actions.open(pressing(context, { values: [first?.value ?? ""] }));
    expect(reply).to.deep.include({ visibility: "private", title: "Ferries sail again after nine days" });
    const gone = await latest.actions.open(pressing(context, { values: ["gone"] }));
    expect(gone.reply.body).to.contain("There is no article “gone”");
  });

  it("proposes days with news, and first what was typed as it is read", async () => {
    expect(await latest.complete(context, "since", "")).to.deep.equal([
      { label: "The last day with news: 14 May 2021", value: "2021-05-14" },
      { label: "The last 7 days with news, from: 8 May 2021", value: "2021-05-08" },
      { label: "The month of the newest: May 2021", value: "2021-05" },
    ]);
    const [typed] = await latest.complete(speaking(context, "de"), "since", "3. mai 2021");
    expect(typed).to.deep.equal({ label: "Von da an: 3. Mai 2021", value: "2021-05-03" });
    expect(await latest.complete(context, "since", "soon")).to.have.length(3);
  });
});
