import { expect } from "chai";
import compare from "../../commands/compare.ts";
import type { Standing } from "../../src/domain/command.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { asking, button, pressing, replyOf, select, speaking } from "../fixtures/asking.ts";
import { article, corpusOf } from "../fixtures/articles.ts";

const strike = corpusOf([
  article({
    id: "a",
    publisher: "Coast Radio",
    body: "The strike at Lundvik began on 4 May 2021. Karsten Hoel leads the union.",
  }),
  article({
    id: "b",
    publisher: "Harbour Post",
    body: "The strike at Lundvik began on 6 May 2021. The harbour master was asleep.",
  }),
  article({
    id: "c",
    publisher: "Island Times",
    body: "The strike at Lundvik began on 4 May 2021, by all accounts. Gulls watched the strike.",
  }),
]);

describe("/compare", () => {
  const context = asking(strike);

  it("shows what contradicts first, then what several say, then what one says alone, each with its footnotes", async () => {
    const { title, outcome, visibility, body, footer } = await compare.run(context, { topic: "strike at Lundvik" });
    expect({ title, outcome, visibility }).to.deep.equal({
      title: "How the articles differ: strike at Lundvik",
      outcome: "disagreement",
      visibility: "private",
    });
    expect(body).to.match(/^\*\*The articles give different dates:\*\*\n- \*\*[46] May 2021\*\*/u);
    expect(body).to.match(/- \*\*6 May 2021\*\*(.)\n {2}The strike at Lundvik began on 6 May 2021\.\1\n/u);
    expect(body).to.match(/- \*\*4 May 2021\*\*(.,.)\n {2}The strike at Lundvik began on 4 May 2021/u);
    expect(body).to.match(/\*\*Only Island Times\*\*\n- Gulls watched the strike\./u);
    expect(footer).to.equal("3 publishers · articles up to 10 May 2021");
  });

  it("says what several say once, with a footnote to each article that bears it out", async () => {
    const agreeing = corpusOf([
      article({ id: "a", publisher: "Coast Radio", body: "The union called off the strike at Lundvik on Friday." }),
      article({ id: "b", publisher: "Harbour Post", body: "On Friday the union called off the strike at Lundvik." }),
      article({
        id: "c",
        publisher: "Island Times",
        body: "The strike at Lundvik cost the harbour two million crowns.",
      }),
    ]);
    const { body, outcome } = await compare.run(asking(agreeing), { topic: "strike at Lundvik" });
    expect(outcome).to.equal("answered");
    expect(body).to.match(/^\*\*Said by several\*\*\n- (?:The union|On Friday)[^\n]*¹,²\n/u);
    expect(body).to.contain("**Only Island Times**\n- The strike at Lundvik cost");
  });

  it("never says that two articles agree where a number or a name is another", async () => {
    const differing = corpusOf([
      article({
        id: "a",
        publisher: "Coast Radio",
        body: "The strike at Lundvik cost the harbour two million crowns.",
      }),
      article({
        id: "b",
        publisher: "Harbour Post",
        body: "The strike at Lundvik cost the harbour nine million crowns.",
      }),
      article({
        id: "c",
        publisher: "Island Times",
        body: "The strike at Norvik cost the harbour two million crowns.",
      }),
    ]);
    const { body } = await compare.run(asking(differing), { topic: "what the strike cost the harbour" });
    expect(body).to.not.contain("Said by several");
    expect(body).to.contain("The articles give different numbers:");
  });

  it("says so where one publisher alone writes about it, and where nobody does", async () => {
    const alone = await compare.run(context, { topic: "harbour master" });
    expect(alone.body).to.contain("Only Harbour Post writes about this, so there is nothing to compare.");
    expect(alone.body).to.contain("The harbour master was asleep.¹");
    const nobody = await compare.run(context, { topic: "price of bananas" });
    expect(nobody.outcome).to.equal("not-in-articles");
    expect(nobody.body).to.contain("**The articles do not say.**").and.contain("bananas");
    const nothing = await compare.run(context, { topic: "!?" });
    expect(nothing.outcome).to.equal("information");
  });

  it("opens a passage in its article", async () => {
    const reply = await compare.run(context, { topic: "strike at Lundvik" });
    const chosen = select(reply).options[0]?.value ?? "";
    const opened = replyOf(await compare.actions.open(pressing(context, { values: [chosen] })));
    expect(opened.body).to.contain("The strike at Lundvik began");
  });

  for (const [standing, offered] of [
    ["member", false],
    ["moderator", true],
    ["manager", true],
  ] as const satisfies readonly (readonly [Standing, boolean])[]) {
    it(`${offered ? "offers" : "does not offer"} a ${standing} to make a draft of it`, async () => {
      const reply = await compare.run({ ...context, standing }, { topic: "strike at Lundvik" });
      const drafting = () => button(reply, "Make a draft").action;
      if (!offered) return expect(drafting).to.throw();
      return expect(drafting()).to.deep.equal({
        command: "summary",
        action: "from-comparison",
        state: ["strike at Lundvik"],
      });
    });
  }

  it("keeps to Discord's limits and lets nothing hostile through, in every language", async () => {
    const odd = corpusOf(
      Array.from({ length: 12 }, (_, number) =>
        article({
          id: `odd-${number}`,
          publisher: `**@everyone** ${"P".repeat(300)}${number}`,
          body: `The strike at Lundvik cost ${number + 3} [million](https://evil.example) <@7> crowns, ${"it was said ".repeat(60)}.`,
        }),
      ),
    );
    for (const locale of ["en", "de", "fr", "es-ES", "it", "sq"]) {
      const { body, title } = await compare.run(speaking(asking(odd), locale), {
        topic: "strike at **Lundvik** @here",
      });
      expect(body.length, locale).to.be.lessThanOrEqual(LIMITS.embed.descriptionLength);
      expect(title?.length, locale).to.be.lessThanOrEqual(LIMITS.embed.titleLength);
      expect(body, locale).to.not.match(/(?<!\\)<@|\]\(https:\/\/evil|(?<!\\)\*\*@/u);
    }
  });
});
