import { expect } from "chai";
import quote from "../../commands/quote.ts";
import { toMessage } from "../../src/discord/message.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { asking, button, longStrike, pressing, select, speaking } from "../fixtures/asking.ts";

const of = (by?: string, about?: string, hidden?: boolean) => ({ by, about, private: hidden });

describe("/quote", () => {
  const context = asking(ferryCorpus());
  const long = asking(longStrike(12));

  it("tells who said it and how, with the sentence and its footnote", async () => {
    const reply = await quote.run(context, of("Hoel", "sail"));
    expect(reply).to.deep.include({ visibility: "public", title: "What Hoel said about “sail”" });
    expect(reply.body).to.equal(
      [
        "**Said by Karsten Hoel** · 5 May 2021",
        "Karsten Hoel, who leads the union, said nobody would **sail**.¹",
        "",
        "-# ¹ Coast Radio \\(NTX\\), [“Union calls strike at Lundvik”](https://news.example/coast-start), 5 May 2021",
      ].join("\n"),
    );
  });

  it("says in words that somebody denied or claimed it, in the reader's language", async () => {
    const { body } = await quote.run(context, of("the company"));
    expect(body).to.contain("**Denied by the company** · 5 May 2021");
    const german = await quote.run(speaking(context, "de"), of(undefined, "company"));
    expect(german.title).to.equal("Wer was gesagt hat zu „company“");
    expect(german.body).to.contain("**Bestritten von: the company** · 5. Mai 2021");
    expect(german.body).to.contain("**Behauptet von: Hoel** · 9. Mai 2021");
  });

  it("asks for whose words or what about, by the names that the options have", async () => {
    for (const asked of [of(), of(" ", "")]) {
      const reply = await quote.run(speaking(context, "de"), asked);
      expect(reply).to.deep.include({ visibility: "private", controls: [] });
      expect(reply.body).to.equal("Wessen Worte, oder wozu? Füll „wer“ oder „thema“ aus, oder beides.");
    }
  });

  it("says that no article reports such words, and what to try", async () => {
    const reply = await quote.run(context, of("Zzyzx"));
    expect(reply).to.deep.include({ outcome: "not-in-articles", title: "What Zzyzx said" });
    expect(reply.body).to.equal(
      "No article reports such words. Try another spelling of the name, fewer words, or /search.",
    );
  });

  it("keeps the list private when asked to", async () => {
    expect((await quote.run(context, of("Hoel", undefined, true))).visibility).to.equal("private");
  });

  it("shows every quotation once, page by page, newest first", async () => {
    let reply = await quote.run(long, of("Karsten Hoel"));
    let text = reply.body;
    while (!button(reply, "Next").disabled) {
      reply = (await quote.actions.page(pressing(long), button(reply, "Next").action.state)).reply;
      text += reply.body;
    }
    expect(reply.footer).to.match(/^12 passages · page 3 of 3 · /u);
    const piers = [...text.matchAll(/pier (\d\d)/gu)].map(([, pier]) => Number(pier));
    expect(piers).to.deep.equal(Array.from({ length: 12 }, (_, day) => 12 - day));
  });

  it("gives others the page for themselves", async () => {
    const { place, reply } = await quote.actions.page(pressing(long, { byAsker: false }), ["1", "Hoel", ""]);
    expect(place).to.equal("new");
    expect(reply.visibility).to.equal("private");
    expect(reply.title).to.equal("What Hoel said");
  });

  it("keeps to pages that exist when a button is forged", async () => {
    for (const state of [
      ["99", "Karsten Hoel", ""],
      ["-1", "Karsten Hoel"],
      ["NaN", "Karsten Hoel", "", "", "x"],
    ]) {
      const { reply } = await quote.actions.page(pressing(long), state);
      expect(reply.footer).to.match(/page [13] of 3/u);
      expect(reply.body).to.contain("pier");
    }
    const { reply } = await quote.actions.page(pressing(long), []);
    expect(reply.body).to.match(/^Whose words, or about what\?/u);
  });

  it("opens a passage in its article", async () => {
    const [first] = select(await quote.run(context, of("Hoel", "sail"))).options;
    const { reply } = await quote.actions.open(pressing(context, { values: [first?.value ?? ""] }));
    expect(reply.body).to.contain("The company denied that it had refused.");
  });

  it("proposes names that fit its buttons", async () => {
    const choices = await quote.complete(context, "by", "karst");
    expect(choices.map(({ value }) => value)).to.deep.equal(["karst", "Karsten Hoel"]);
  });

  it("has buttons that travel with the longest words typed", async () => {
    for (const by of ["Karsten Hoel".padEnd(45, "|"), "Karsten Hoel".padEnd(45, "~"), "Karsten Hoel\u202E\u0007"]) {
      const reply = await quote.run(long, of(by, "pier".padEnd(30, "~|")));
      toMessage(reply, (what) => expect.fail(`${by}: ${what}`));
      expect(button(reply, "Next").disabled).to.equal(false);
    }
  });
});
