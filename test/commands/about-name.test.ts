import { expect } from "chai";
import aboutName from "../../commands/about-name.ts";
import { encodeAction } from "../../src/discord/action-id.ts";
import { toMessage } from "../../src/discord/message.ts";
import { article, corpusOf, ferryCorpus } from "../fixtures/articles.ts";
import { asking, button, longStrike, pressing, select, speaking } from "../fixtures/asking.ts";

const ask = (name: string, hidden?: boolean) => ({ name, private: hidden });

describe("/about-name", () => {
  const context = asking(ferryCorpus());
  const long = asking(longStrike(12));

  it("tells what the articles say about a name by date, with aliases and footnotes", async () => {
    const reply = await aboutName.run(context, ask("su"));
    expect(reply).to.deep.include({ visibility: "public", title: "Seafarers' Union" });
    expect(reply.body).to.equal(
      [
        "-# Also\\: SU and sailors' union",
        "",
        "**3 May 2021**",
        "The Seafarers' Union began a strike on Monday \\[3 May 2021\\] because the shipping company had refused to talk about wages.¹",
        "",
        "**8 May 2021**",
        "Talks between the SU and the company broke down last night \\[8 May 2021\\].²",
        "",
        "**14 May 2021**",
        "The Seafarers' Union said 412 sailors had stopped work.³",
        "",
        "-# ¹ Coast Radio \\(NTX\\), [“Union calls strike at Lundvik”](https://news.example/coast-start), 5 May 2021",
        "-# ² Northern Herald \\(NTX\\), “Talks break down”, 9 May 2021",
        "-# ³ The Harbour Gazette, [“Ferries sail again after nine days”](https://news.example/gazette-end), 14 May 2021",
      ].join("\n"),
    );
    expect(reply.footer).to.equal("3 passages · articles up to 14 May 2021");
  });

  it("speaks German to Germans", async () => {
    const reply = await aboutName.run(speaking(context, "de"), ask("SU"));
    expect(reply.body).to.match(/^-# Auch\\: SU und sailors' union\n\n\*\*3\. Mai 2021\*\*\n/u);
    expect(reply.footer).to.equal("3 Stellen · Artikel bis 14. Mai 2021");
  });

  it("keeps the list private when asked to", async () => {
    expect((await aboutName.run(context, ask("Hoel", true))).visibility).to.equal("private");
  });

  it("says that nobody mentions a name, and offers those that resemble it", async () => {
    const reply = await aboutName.run(speaking(context, "de"), ask("Waldemar Karsten-Zyx Karsten"));
    expect(reply.visibility).to.equal("private");
    expect(reply.body).to.equal("Kein Artikel erwähnt „Waldemar Karsten\\-Zyx Karsten“. Meinst du einen dieser Namen?");
    const near = button(reply, "Karsten Hoel");
    const { place, reply: shown } = await aboutName.actions.page(pressing(context), near.action.state);
    expect(place).to.equal("update");
    expect(shown.title).to.equal("Karsten Hoel");
  });

  it("says what to try where nothing resembles it", async () => {
    const { body, controls } = await aboutName.run(context, ask("Zzyzx"));
    expect(body).to.equal("No article mentions “Zzyzx”. Check the spelling, or try /search.");
    expect(controls).to.deep.equal([]);
  });

  it("shows every point once, page by page, by date", async () => {
    let reply = await aboutName.run(long, ask("Karsten Hoel"));
    expect(reply.footer).to.match(/^12 passages · page 1 of 3 · /u);
    expect(button(reply, "Previous").disabled).to.equal(true);
    let text = reply.body;
    while (!button(reply, "Next").disabled) {
      reply = (await aboutName.actions.page(pressing(long), button(reply, "Next").action.state)).reply;
      text += reply.body;
    }
    const piers = [...text.matchAll(/pier (\d\d)/gu)].map(([, pier]) => pier);
    expect(piers).to.deep.equal(Array.from({ length: 12 }, (_, day) => String(day + 1).padStart(2, "0")));
  });

  it("gives others the page for themselves", async () => {
    const { place, reply } = await aboutName.actions.page(pressing(long, { byAsker: false }), ["1", "Karsten Hoel"]);
    expect(place).to.equal("new");
    expect(reply.visibility).to.equal("private");
    expect(reply.footer).to.contain("page 2 of 3");
  });

  it("keeps to pages that exist when a button is forged", async () => {
    for (const [number, page] of [
      ["999", 3],
      ["-7", 1],
      ["1.5", 1],
      ["x", 1],
      ["1e300", 1],
    ] as const) {
      const { reply } = await aboutName.actions.page(pressing(long), [number, "Karsten Hoel"]);
      expect(reply.footer, number).to.contain(`page ${String(page)} of 3`);
      expect(reply.body, number).to.contain("pier");
    }
    const { reply } = await aboutName.actions.page(pressing(long), []);
    expect(reply.body).to.match(/^No article mentions/u);
  });

  it("opens a passage in its article, for the person who chose it", async () => {
    const [first] = select(await aboutName.run(context, ask("Hoel"))).options;
    const { reply } = await aboutName.actions.open(pressing(context, { values: [first?.value ?? ""] }));
    expect(reply.visibility).to.equal("private");
    expect(reply.body).to.contain("**Karsten Hoel, who leads the union, said nobody would sail.**");
  });

  it("proposes names while one is typed, what was typed first", async () => {
    const choices = await aboutName.complete(context, "name", "Karst");
    expect(choices.map(({ value }) => value)).to.deep.equal(["Karst", "Karsten Hoel"]);
  });

  it("has buttons that travel, whatever the longest name is made of", async () => {
    const names = ["|".repeat(60), "~".repeat(60), "\u0000\u202EKarsten Hoel".padEnd(60, "|"), "🛳".repeat(30)];
    for (const name of names) {
      const reply = await aboutName.run(long, ask(name));
      toMessage(reply, (what) => expect.fail(`${name}: ${what}`));
    }
    const reply = await aboutName.run(long, ask("Karsten Hoel".padEnd(60, "|~")));
    expect(reply.title).to.equal("Karsten Hoel");
    expect(encodeAction(button(reply, "Next").action)).to.be.a("string");
    const { reply: next } = await aboutName.actions.page(pressing(long), button(reply, "Next").action.state);
    expect(next.footer).to.contain("page 2 of 3");
  });

  it("shows hostile names as text", async () => {
    const evil = "@everyone **b** [x](https://evil.example)";
    const { body } = await aboutName.run(context, ask(evil));
    expect(body.replaceAll(/\\./gu, "")).not.to.match(/@everyone|\*\*|\]\(/u);
    const hostile = corpusOf(
      [article({ id: "a", body: "Mayor Ida Brandt resigned." })],
      [{ term: "Ida Brandt", aliases: [evil, "<@1>", "# h"] }],
    );
    const reply = await aboutName.run(asking(hostile), ask("Ida Brandt"));
    expect(reply.body).to.contain("everyone").and.contain("resigned");
    expect(reply.body.replaceAll(/\\./gu, "")).not.to.match(/@|<|\]\(https:\/\/evil|\*\*b/u);
  });
});
