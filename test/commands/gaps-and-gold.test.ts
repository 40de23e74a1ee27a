import { expect } from "chai";
import gaps from "../../commands/gaps.ts";
import gold from "../../commands/gold.ts";
import { toModal } from "../../src/discord/form.ts";
import { toMessage } from "../../src/discord/message.ts";
import type { ActionContext, ActionResult, CommandContext } from "../../src/domain/command.ts";
import type { Curator } from "../../src/domain/curator.ts";
import type { Gap } from "../../src/domain/gap.ts";
import type { GoldQuestion, GoldResult } from "../../src/domain/gold.ts";
import type { Reply } from "../../src/domain/reply.ts";
import { article, corpusOf, ferryCorpus } from "../fixtures/articles.ts";
import { asking, button, pressing, replyOf, select } from "../fixtures/asking.ts";
import { idleCurator } from "../fixtures/desk.ts";
import { shippedLanguages } from "../fixtures/languages.ts";

const { all } = shippedLanguages();
const NASTY = "@everyone <@1> [x](https://evil.example) **b** ||s|| # ";

function gapOf(n: number, question = `who mends net ${n}`, variants = [`net ${n}: who mends it`]): Gap {
  return {
    id: `gap-00000${n}`,
    ids: [`gap-00000${n}`, `old-00000${n}`],
    question,
    variants,
    wordings: 2,
    times: 9 - n,
    badlyRated: n % 2,
    firstDay: "2026-01-01",
    lastDay: "2026-01-20",
  };
}

function questionOf(id: string, question: string): GoldQuestion {
  return { id, question, expect: "answered", articles: [], contains: [], note: null, added: null };
}

type Added = Parameters<Curator["addGold"]>;

function maintainer(changes: Partial<Curator>, locale = "en-GB"): CommandContext {
  return { ...asking(ferryCorpus(), locale), curator: { ...idleCurator(), ...changes }, isMaintainer: true };
}

function withGaps(found: readonly Gap[], locale = "en-GB") {
  const asked: (readonly [string | null, string])[] = [];
  const added: Added[] = [];
  const context = maintainer(
    {
      async gaps(event, server) {
        asked.push([event, server]);
        return { ok: true, value: found };
      },
      async addGold(...given) {
        added.push(given);
        return { ok: true, value: { ...given[1], id: "made-of-it", added: null } };
      },
    },
    locale,
  );
  return { context, asked, added };
}

async function press(context: CommandContext, reply: Reply, label: string): Promise<ActionResult> {
  const { action, state } = button(reply, label).action;
  return act(action, pressing(context), state);
}

async function act(action: string, context: ActionContext, state: readonly string[]): Promise<ActionResult> {
  switch (action) {
    case "page":
      return gaps.actions.page(context, state);
    case "ask":
      return gaps.actions.ask(context, state);
    case "gold":
      return gaps.actions.gold(context, state);
    case "make-gold":
      return gaps.actions["make-gold"](context, state);
    default:
      throw new Error(action);
  }
}

const deeds = async ({ store }: CommandContext) => {
  const found = await store.log({ server: "2", offset: 0, limit: 9 });
  return found.ok ? found.value.map(({ deed, subject, detail }) => [deed, subject, detail]) : [];
};

describe("/gaps", () => {
  it("is for maintainers, and shows what people of this server ask about this event", async () => {
    expect([gaps.needs, gaps.visibility]).to.deep.equal(["maintainer", "private"]);
    const { context, asked } = withGaps([1, 2, 3, 4, 5, 6].map((n) => gapOf(n)));
    const reply = await gaps.run(context);
    expect(asked).to.deep.equal([["ferry", "2"]]);
    expect(reply.body).to.contain("**who mends net 1**\n-# asked 8 times · 1 answer said to be not right");
    expect(reply.footer).to.equal("6 questions · page 1 of 2");
    const next = replyOf(await press(context, reply, "Next"));
    expect(next.body).to.contain("net 6").and.not.contain("net 5");
  });

  it("says which the articles answer by now", async () => {
    const { context } = withGaps([gapOf(1, "who leads the union")]);
    expect((await gaps.run(context)).body).to.contain("The articles answer it now\\: “");
  });

  it("takes a question up: its wordings, and what the articles of today say, to nobody else", async () => {
    const { context } = withGaps([gapOf(1, "who leads the union"), gapOf(2)]);
    const { options } = select(await gaps.run(context));
    expect(options.map(({ value }) => value)).to.deep.equal(["gap-000001", "gap-000002"]);
    const opened = replyOf(await gaps.actions.open(pressing(context, { values: ["gap-000001"] })));
    expect(opened.title).to.equal("who leads the union");
    expect(opened.body).to.contain("- who leads the union\n- net 1\\: who mends it");
    const answer = await press(context, opened, "Ask it now");
    expect(answer.place).to.equal("new");
    expect(replyOf(answer)).to.include({ visibility: "private", outcome: "answered" });
    expect(replyOf(await press(context, opened, "Back")).title).to.equal("Asked in vain");
    const again = await context.store.openQuestions({ offset: 0, limit: 9 });
    expect(again.ok && again.value).to.deep.equal([]);
  });

  it("finds one by the id of any wording, and says where it is there no more", async () => {
    const { context } = withGaps([gapOf(1)]);
    const open = async (id: string) => replyOf(await gaps.actions.open(pressing(context, { values: [id] })));
    expect((await open("old-000001")).title).to.equal("who mends net 1");
    expect((await open("gap-999999")).body).to.contain("not among the open ones any more");
  });

  it("makes a gold question of one, with an article by its title and words one a line", async () => {
    const { context, added } = withGaps([gapOf(1)]);
    const opened = replyOf(await gaps.actions.open(pressing(context, { values: ["gap-000001"] })));
    const form = await press(context, opened, "Make it a gold question");
    if (form.place !== "form") throw new Error("no form");
    const send = async (fields: Readonly<Record<string, string>>) =>
      replyOf(await act(form.form.action.action, pressing(context, { fields }), form.form.action.state));
    expect((await send({ expect: "maybe" })).body).to.contain("Write yes or no");
    expect((await send({ expect: "no", article: "gazette-end" })).body).to.contain("no article and no words");
    expect((await send({ expect: "yes", article: "zzzzzzzz" })).body).to.contain("no article “zzzzzzzz”");
    expect((await send({ expect: "yes", contains: "x".repeat(301) })).body).to.contain("up to 300 characters");
    expect(added).to.deep.equal([]);
    const done = await send({ expect: " YES ", article: "ferries sail again", contains: "Ida Brandt\n\n 412 ; fair" });
    expect(added).to.deep.equal([
      [
        "ferry",
        {
          question: "who mends net 1",
          expect: "answered",
          articles: ["gazette-end"],
          contains: ["Ida Brandt", "412", "fair"],
          note: null,
        },
      ],
    ]);
    expect(done.body).to.contain("It has to cite “Ferries sail again after nine days”");
    expect(await deeds(context)).to.deep.equal([["gold-added", "made-of-it", "who mends net 1"]]);
  });

  it("understands yes and no in every language", async () => {
    for (const words of all) {
      const { context, added } = withGaps([gapOf(1)], words.language);
      for (const word of ["gold.yes", "gold.no"] as const) {
        const fields = { expect: words.say(word).toUpperCase() };
        await gaps.actions["make-gold"](pressing(context, { fields }), ["gap-000001"]);
      }
      expect(added.map(([, { expect: wanted }]) => wanted)).to.deep.equal(["answered", "not-in-articles"]);
    }
  });

  it("needs a server, and says where questions cannot be looked up", async () => {
    const { context } = withGaps([gapOf(1)]);
    const alone = await gaps.run({ ...context, who: { ...context.who, server: null } });
    expect(alone.body).to.contain("only be done in a server");
    const broken = maintainer({ gaps: async () => ({ ok: false, error: { id: "store-unavailable" } }) });
    expect((await gaps.run(broken)).outcome).to.equal("failure");
  });

  it("fits Discord with the longest questions, in every language, and mentions nobody", async () => {
    const found = [1, 2, 3, 4, 5, 6].map((n) => {
      const long = `${n} ${NASTY.repeat(9)}`.slice(0, 500);
      return gapOf(
        n,
        long,
        Array.from({ length: 10 }, () => long),
      );
    });
    for (const { language } of all) {
      const { context } = withGaps(found, language);
      const opened = replyOf(await gaps.actions.open(pressing(context, { values: ["gap-000001"] })));
      for (const reply of [await gaps.run(context), opened]) {
        toMessage(reply, (what) => expect.fail(`${language}: ${what}`));
        expect(reply.body.replaceAll(/\\[^\p{L}\p{N}\s]/gu, "")).not.to.match(/@everyone|<@|\]\(https|\|\|/u);
      }
      const form = await gaps.actions.gold(pressing(context), ["gap-000001"]);
      expect(toModal(form.form, (what) => expect.fail(`${language}: ${what}`))).not.to.equal(null);
    }
  });
});

describe("/gold", () => {
  const leader = questionOf("leader", "who leads the union");
  const price = questionOf("price", "what does a ticket cost");
  const results: readonly GoldResult[] = [
    { gold: leader, failure: null, shown: [{ articleId: "coast-start", text: "Hoel leads it." }] },
    { gold: price, failure: { id: "words-missing", missing: ["12 crowns"] }, shown: [] },
  ];

  it("is for maintainers, and lists every question with whether and why it fails, those first", async () => {
    expect(gold.needs).to.equal("maintainer");
    const context = maintainer({ gold: async () => ({ ok: true, value: results }) });
    const reply = await gold.subcommands.list.run(context);
    expect(reply.body).to.equal(
      [
        "1 of 2 gold questions is not answered as expected.",
        "✗ **what does a ticket cost**\nThese words are not in the answer\\: “12 crowns”",
        "✓ who leads the union",
      ].join("\n\n"),
    );
  });

  it("turns pages", async () => {
    const many = Array.from({ length: 9 }, (_, n): GoldResult => ({
      gold: questionOf(`q-${n}`, `question ${n}`),
      failure: null,
      shown: [],
    }));
    const context = maintainer({ gold: async () => ({ ok: true, value: many }) });
    const first = await gold.subcommands.list.run(context);
    const last = replyOf(await gold.actions.page(pressing(context), ["2"]));
    expect(button(first, "Previous").disabled).to.equal(true);
    expect(last.body).to.contain("✓ question 8").and.not.contain("question 7");
  });

  it("adds a question and writes down who did, or says why not", async () => {
    const added: Added[] = [];
    const context = maintainer({
      async addGold(...given) {
        added.push(given);
        return added.length === 1
          ? { ok: true, value: { ...given[1], id: "leader", added: null } }
          : { ok: false, error: { id: "gold-refused", why: "taken" } };
      },
    });
    const args = { question: leader.question, expect: "answered", article: "coast-start", contains: "Hoel" } as const;
    const reply = await gold.subcommands.add.run(context, args);
    expect(reply.body).to.contain("It has to cite “Union calls strike at Lundvik”. It has to hold “Hoel”.");
    expect(added[0]?.[1]).to.deep.include({ articles: ["coast-start"], contains: ["Hoel"] });
    const again = await gold.subcommands.add.run(context, args);
    expect(again).to.include({ outcome: "failure" });
    expect(await deeds(context)).to.deep.equal([["gold-added", "leader", "who leads the union"]]);
  });

  it("removes one that is proposed while its words are typed", async () => {
    const context = maintainer({
      goldQuestions: async () => ({ ok: true, value: [leader, price] }),
      removeGold: async (_event, id) =>
        id === "price" ? { ok: true, value: price } : { ok: false, error: { id: "gold-refused", why: "unknown" } },
    });
    const { remove } = gold.subcommands;
    expect(await remove.complete(context, "question", "TICKET")).to.deep.equal([
      { label: price.question, value: "price" },
    ]);
    expect((await remove.run(context, { question: "price" })).body).to.contain("what does a ticket cost");
    expect((await remove.run(context, { question: "else" })).outcome).to.equal("failure");
    expect(await deeds(context)).to.deep.equal([["gold-removed", "price", "what does a ticket cost"]]);
  });

  it("fits Discord with the longest questions, in every language", async () => {
    const long = NASTY.repeat(30);
    const wide = Array.from({ length: 9 }, (_, n): GoldResult => ({
      gold: questionOf(`q-${n}`, long),
      failure: { id: "other-article", expected: [long, long, long] },
      shown: [{ articleId: "a", text: long }],
    }));
    for (const { language } of all) {
      const corpus = corpusOf([article({ id: "a", title: long, body: "Text." })]);
      const curator: Curator = {
        ...idleCurator(),
        gold: async () => ({ ok: true, value: wide }),
        addGold: async (_event, given) => ({ ok: true, value: { ...given, id: "x", added: null } }),
      };
      const context = { ...asking(corpus, language), curator };
      const args = {
        question: long.slice(0, 300),
        expect: "answered",
        article: "a",
        contains: long.slice(0, 300),
      } as const;
      for (const reply of [await gold.subcommands.list.run(context), await gold.subcommands.add.run(context, args)]) {
        toMessage(reply, (what) => expect.fail(`${language}: ${what}`));
        expect(reply.body.replaceAll(/\\[^\p{L}\p{N}\s]/gu, "")).not.to.match(/@everyone|<@|\]\(https|\|\|/u);
      }
    }
  });
});
