import { expect } from "chai";
import ask from "../../commands/ask.ts";
import following from "../../commands/following.ts";
import { RecentConversations } from "../../src/app/conversations.ts";
import { decodeAction, encodeAction } from "../../src/discord/action-id.ts";
import type { ActionResult, Command, CommandContext } from "../../src/domain/command.ts";
import type { ActionRef, Form, Reply } from "../../src/domain/reply.ts";
import type { Store } from "../../src/domain/store.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { asking, button, longStrike, pressing, replyOf, select, speaking } from "../fixtures/asking.ts";

const LEADS = "who leads the union";

/** Runs what a button or form of `/ask` names, as it comes back from Discord. */
async function press(
  context: CommandContext,
  ref: ActionRef,
  given: Parameters<typeof pressing>[1] = {},
): Promise<ActionResult> {
  const id = encodeAction(ref);
  const { action, state } = (id === null ? null : decodeAction(id)) ?? { action: "", state: [] };
  const actions: NonNullable<Command["actions"]> = ask.actions;
  const run = actions[action];
  if (run === undefined) throw new Error(`no action ${action}`);
  return run(pressing(context, { shown: { title: LEADS }, ...given }), state);
}

function formOf(result: ActionResult): Form {
  if (result.place !== "form") throw new Error("no form was opened");
  return result.form;
}

async function answerOf(context: CommandContext, question = LEADS, isPrivate = false): Promise<Reply> {
  return ask.run(context, { question, private: isPrivate });
}

function labels(reply: Reply): readonly (readonly string[])[] {
  return reply.controls.map((row) => (row.type === "buttons" ? row.buttons.map(({ label }) => label) : []));
}

/** What is kept, whoever keeps it. */
async function kept<T>(stored: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false }>): Promise<T> {
  const result = await stored;
  if (!result.ok) throw new Error("the store failed");
  return result.value;
}

const failed = { ok: false, error: { id: "store-unavailable", reason: "test" } } as const;
const broken: Partial<Store> = {
  addFeedback: async () => failed,
  addQuestion: async () => failed,
  follow: async () => failed,
};

describe("the buttons below an answer", () => {
  const context = asking(ferryCorpus());

  it("stand in two rows, and Share only where there is something to share", async () => {
    expect(labels(await answerOf(context))).to.deep.equal([
      ["Context", "More", "Follow up", "Why?"],
      ["Helpful", "Not right", "Follow this"],
    ]);
    expect(labels(await answerOf(context, "is the union bankrupt"))).to.deep.equal([
      ["More", "Follow up", "Why?", "Follow this", "Not right"],
    ]);
    expect(labels(await answerOf(context, "is the union bankrupt", true))[1]).to.deep.equal(["Share"]);
    const [readOn] = labels(await answerOf(context, LEADS, true));
    expect(readOn).to.deep.equal(["Context", "More", "Follow up", "Why?", "Share"]);
    expect(labels(await answerOf(context, "🤷"))).to.deep.equal([]);
    expect(labels(await answerOf(speaking(context, "de")))[1]).to.deep.equal([
      "Hilfreich",
      "Stimmt nicht",
      "Dem folgen",
    ]);
  });

  it("are strong for what most people want next: to ask on, or to be told once there is an answer", async () => {
    for (const [question, strong] of [
      [LEADS, "Follow up"],
      ["is the union bankrupt", "Follow this"],
    ] as const) {
      for (const isPrivate of [false, true]) {
        const { controls } = await answerOf(context, question, isPrivate);
        const all = controls.flatMap((row) => (row.type === "buttons" ? row.buttons : []));
        const heavy = all.filter((one) => one.type === "action" && one.weight === "strong");
        expect(heavy.map(({ label }) => label)).to.deep.equal([strong]);
      }
    }
  });

  it("fit into ids, however long the question", async () => {
    for (const question of [LEADS, `${LEADS} ${"of the sailors ".repeat(15)}`, "|".repeat(300), "~ who ".repeat(40)]) {
      const { controls } = await answerOf(context, question, true);
      for (const row of controls) {
        for (const one of row.type === "buttons" ? row.buttons : []) {
          if (one.type === "action") expect(encodeAction(one.action), one.label).to.be.a("string");
        }
      }
    }
  });

  it("More shows further passages, privately, and turns its pages in place", async () => {
    const long = asking(longStrike(20));
    const reply = await answerOf(long, "what did karsten hoel say");
    const first = replyOf(await press(long, button(reply, "More").action));
    expect(first.visibility).to.equal("private");
    expect(first.title).to.equal("what did karsten hoel say");
    expect(first.footer).to.contain("page 1 of ");
    const turned = await press(long, button(first, "Next").action);
    expect(turned.place).to.equal("update");
    expect(replyOf(turned).footer).to.contain("page 2 of ");
    expect(replyOf(turned).body).not.to.equal(first.body);
    const byOther = await press(long, button(first, "Next").action, { byAsker: false });
    expect(byOther.place).to.equal("new");
    expect(replyOf(byOther).visibility).to.equal("private");
  });

  it("More shows each passage once, and none that the answer showed", async () => {
    const long = asking(longStrike(20));
    const reply = await answerOf(long, "what did karsten hoel say");
    let page = replyOf(await press(long, button(reply, "More").action));
    let text = page.body;
    while (!button(page, "Next").disabled) {
      page = replyOf(await press(long, button(page, "Next").action));
      text += page.body;
    }
    const piersIn = (body: string): readonly string[] =>
      [...body.replaceAll("*", "").matchAll(/pier (\d\d)/gu)].map(([, pier = ""]) => pier);
    const seen = piersIn(reply.body);
    expect(seen).not.to.be.empty;
    expect(new Set([...seen, ...piersIn(text)]).size).to.equal(20);
    expect(piersIn(text)).to.have.length(20 - seen.length);
  });

  it("More opens a passage in its article", async () => {
    const more = replyOf(await press(context, button(await answerOf(context), "More").action));
    const { action, options } = select(more);
    const opened = replyOf(await press(context, action, { values: [options[0]?.value ?? ""] }));
    expect(opened.title).to.equal("The passage in its article");
    const forged = replyOf(await press(context, action, { values: ["x.y"] }));
    expect(forged.body).to.contain("no longer in the articles");
  });

  it("More stays within what there is, whatever page is forged", async () => {
    for (const page of ["-1", "999999", "x", ""]) {
      const result = await press(context, { command: "ask", action: "page", state: [page, "=", LEADS] });
      expect(replyOf(result).visibility).to.equal("private");
    }
  });

  it("Share shows the answer to all, and says who shared it without a name", async () => {
    const shared = replyOf(await press(context, button(await answerOf(context, LEADS, true), "Share").action));
    expect(shared.visibility).to.equal("public");
    expect(shared.body).to.match(/^-# Shared by the person who asked\.\n\n\*\*Karsten Hoel\*\*/u);
    expect(labels(shared)[0]).not.to.include("Share");
  });

  it("Share is for the asker alone, and posts nothing that cannot be looked up", async () => {
    const share = button(await answerOf(context, LEADS, true), "Share").action;
    const byOther = replyOf(await press(context, share, { byAsker: false }));
    expect(byOther.visibility).to.equal("private");
    expect(byOther.body).to.equal("Only the person who asked can share this answer.");
    for (const forged of ["🤷", "@everyone", ""]) {
      const reply = replyOf(await press(context, { ...share, state: ["=", forged] }));
      expect(reply.body).not.to.match(/(?<!\\)@everyone/u);
      if (reply.visibility === "public") expect(reply.outcome).to.equal("not-in-articles");
    }
  });

  it("show nothing to all where answers are for whoever asks alone, and Share says so", async () => {
    const quiet: CommandContext = { ...context, publicity: { allowed: false, byDefault: "private" } };
    const given = await answerOf(quiet, LEADS);
    expect(given.visibility).to.equal("private");
    const shared = replyOf(await press(quiet, button(given, "Share").action));
    expect(shared.visibility).to.equal("private");
    expect(shared.body).to.contain("shown to nobody but the person who asks").and.not.contain("Karsten Hoel");
    const next = { command: "ask", action: "next", state: ["o", "=", LEADS] };
    expect(replyOf(await press(quiet, next, { fields: { question: LEADS } })).visibility).to.equal("private");
    expect(replyOf(await press(context, next, { fields: { question: LEADS } })).visibility).to.equal("public");
  });

  it("say so where the question cannot be found back", async () => {
    for (const action of ["why", "more", "page", "share", "helpful", "reason", "follow"]) {
      const given = { shown: { title: null } };
      const reply = replyOf(await press(context, { command: "ask", action, state: ["-"] }, given));
      expect(reply.body, action).to.contain("Ask it again");
    }
  });
});

describe("a follow-up", () => {
  it("leans on what the same person asked before, and says so", async () => {
    const conversations = new RecentConversations();
    const base = asking(ferryCorpus());
    const context: CommandContext = { ...base, conversation: conversations.of(base.who) };
    await answerOf(context, "when did the talks break down");
    const reply = await answerOf({ ...base, conversation: conversations.of(base.who) }, "and why?");
    expect(reply.body).to.contain("-# Asked after\\: “when did the talks break down”");
    const others = await answerOf(
      { ...base, conversation: conversations.of({ ...base.who, person: "8" }) },
      "and why?",
    );
    expect(others.body).not.to.contain("Asked after");
  });

  it("says so in the person's language", async () => {
    const context = asking(ferryCorpus(), "de");
    const before = { context: ["when did the talks break down", ""], add: () => {}, forget: () => {} };
    const { body } = await answerOf({ ...context, conversation: before }, "and why?");
    expect(body).to.contain("-# Gefragt nach\\: „when did the talks break down“");
  });

  it("does not lean on what was asked in private: its answer may be for all", async () => {
    const base = asking(ferryCorpus());
    const context: CommandContext = { ...base, conversation: new RecentConversations().of(base.who) };
    await answerOf(context, "when did the talks break down", true);
    expect(context.conversation.context).to.deep.equal([]);
    expect((await answerOf(context, "and why?")).body).not.to.contain("talks");
  });

  it("leans on no more than its buttons can find back", async () => {
    const base = asking(ferryCorpus());
    const turns = [`when did the ferries ${"of Lundvik ".repeat(5)}sail`, "", "who leads it", ""];
    const before = { context: turns, add: () => {}, forget: () => {} };
    const reply = await answerOf({ ...base, conversation: before }, "and why?");
    const { state } = button(reply, "Why?").action;
    expect(state).to.deep.equal(["=", "and why?", "who leads it"]);
    const why = replyOf(await press(base, button(reply, "Why?").action));
    expect(why.title).to.match(/^Why /u);
  });

  it("says that it must be asked again where what it leans on is too long for a button", async () => {
    const base = asking(ferryCorpus());
    const before = {
      context: [`when did the talks ${"of the sailors ".repeat(8)}break down`, ""],
      add: () => {},
      forget: () => {},
    };
    const reply = await answerOf({ ...base, conversation: before }, "and why?");
    expect(reply.body).to.contain("-# Asked after\\: “when did the talks of the sailors");
    const given = { shown: { title: reply.title } };
    for (const label of ["Why?", "More", "Follow this"]) {
      const told = replyOf(await press(base, button(reply, label).action, given));
      expect(told.body, label).to.contain("Ask it again");
    }
  });

  it("keeps what it leans on with a question that is followed", async () => {
    const base = asking(ferryCorpus());
    const before = { context: ["when did the talks break down", ""], add: () => {}, forget: () => {} };
    const reply = await answerOf({ ...base, conversation: before }, "and why?");
    await press(base, button(reply, "Follow this").action);
    const [follow] = await kept(base.store.follows("7"));
    expect(follow).to.deep.include({ question: "and why?", context: ["when did the talks break down", ""] });
  });

  it("is read after the same question by its buttons, also after a restart", async () => {
    const base = asking(ferryCorpus());
    const before = { context: ["who leads the union", "Karsten Hoel"], add: () => {}, forget: () => {} };
    const reply = await answerOf({ ...base, conversation: before }, "what did he say");
    const why = replyOf(await press(base, button(reply, "Why?").action));
    const fresh = replyOf(await press(base, { command: "ask", action: "why", state: ["=", "what did he say"] }));
    expect(why.body).not.to.equal(fresh.body);
    expect(why.body).to.contain("“union”");
  });

  it("can be typed into a form, whose answer is seen by whoever saw the one before", async () => {
    const context = asking(ferryCorpus());
    for (const isPrivate of [false, true]) {
      const reply = await answerOf(context, "when did the talks break down", isPrivate);
      const form = formOf(await press(context, button(reply, "Follow up").action));
      expect(form.title).to.equal("Follow up");
      expect(form.fields).to.have.length(1);
      const given = { fields: { question: "and why?" }, shown: { title: reply.title } };
      const next = replyOf(await press(context, form.action, given));
      expect(next.visibility).to.equal(isPrivate ? "private" : "public");
      expect(next.body).to.contain("“when did the talks break down”");
    }
  });

  it("that is empty, or no question, is told so", async () => {
    const context = asking(ferryCorpus());
    const form = formOf(await press(context, button(await answerOf(context), "Follow up").action));
    for (const fields of [{}, { question: "   " }, { question: "🤷" }, { question: "x".repeat(4_000) }]) {
      const reply = replyOf(await press(context, form.action, { fields }));
      expect(reply.body.length).to.be.within(1, 4_096);
    }
  });
});

describe("what people think of an answer", () => {
  it("is kept with the question and what was shown, once for each person", async () => {
    const context = asking(ferryCorpus());
    const reply = await answerOf(context);
    const thanks = replyOf(await press(context, button(reply, "Helpful").action));
    expect(thanks.visibility).to.equal("private");
    expect(thanks.body).to.contain("Thank you.").and.contain("/forget-me");
    await press(context, button(reply, "Helpful").action);
    const all = await kept(context.store.feedback({ offset: 0, limit: 10 }));
    expect(all).to.have.length(1);
    expect(all[0]).to.include({ person: "7", question: LEADS, verdict: "helpful", reason: null });
    expect(all[0]?.shown).to.deep.equal(button(reply, "Context").action.state);
    expect(all[0]?.corpusVersion).to.equal("0123456789ab");
    expect(thanks.body).to.contain("Discord id").and.contain("the sources shown");
  });

  it("may change: the last verdict stands", async () => {
    const context = asking(ferryCorpus());
    const reply = await answerOf(context);
    await press(context, button(reply, "Helpful").action);
    const form = formOf(await press(context, button(reply, "Not right").action));
    await press(context, form.action, { fields: { reason: "no" } });
    const all = await kept(context.store.feedback({ offset: 0, limit: 10 }));
    expect(all.map(({ verdict }) => verdict)).to.deep.equal(["not-right"]);
  });

  it("is kept with what was shown then, also when the articles have changed since", async () => {
    const before = asking(ferryCorpus());
    const { action } = button(await answerOf(before), "Helpful");
    const later = asking({ ...ferryCorpus(), articles: ferryCorpus().articles.slice(0, 1), version: "fedcba987654" });
    await press(later, action);
    const [one] = await kept(later.store.feedback({ offset: 0, limit: 1 }));
    expect(one?.corpusVersion).to.equal("0123456");
    expect([one?.corpusVersion, ...(one?.shown ?? [])]).to.deep.equal(action.state);
  });

  it("keeps nothing forged but its form", async () => {
    const context = asking(ferryCorpus());
    for (const state of [[], ["'; drop", "a b", "x".repeat(17)], ["", "", "", "", "", "abc"]]) {
      await press(context, { command: "ask", action: "helpful", state });
      const [one] = await kept(context.store.feedback({ offset: 0, limit: 1 }));
      expect(one).to.deep.include({ shown: [], corpusVersion: "" });
    }
  });

  it("comes with a reason, cut to what is kept, or without one", async () => {
    const context = asking(ferryCorpus());
    const form = formOf(await press(context, button(await answerOf(context), "Not right").action));
    expect(form.fields.map(({ required }) => required)).to.deep.equal([false]);
    for (const [typed, reason] of [
      ["He left in June. @everyone", "He left in June. @everyone"],
      ["  ", null],
      ["x".repeat(4_000), `${"x".repeat(299)}…`],
    ] as const) {
      const thanks = replyOf(await press(context, form.action, { fields: { reason: typed } }));
      expect(thanks.body).not.to.contain("everyone");
      const [last] = await kept(context.store.feedback({ offset: 0, limit: 1 }));
      expect(last).to.include({ verdict: "not-right", reason });
    }
  });

  it("is told plainly when it cannot be kept, in the person's language", async () => {
    const base = asking(ferryCorpus(), "de");
    const context: CommandContext = { ...base, store: { ...base.store, ...broken } };
    const reply = await answerOf(context);
    expect(reply.outcome).to.equal("answered");
    for (const label of ["Hilfreich", "Dem folgen"]) {
      const told = replyOf(await press(context, button(reply, label).action));
      expect(told.outcome, label).to.equal("failure");
      expect(told.visibility).to.equal("private");
    }
  });
});

describe("following a question", () => {
  it("keeps it with what was seen, and can be stopped by its own person only", async () => {
    const context = asking(ferryCorpus());
    const followed = replyOf(await press(context, button(await answerOf(context), "Follow this").action));
    expect(followed.body).to.contain("direct message");
    const [follow] = await kept(context.store.follows("7"));
    expect(follow).to.include({ question: LEADS, language: "en" });
    const { state } = button(followed, "Stop following").action;
    await following.actions.end(pressing({ ...context, who: { ...context.who, person: "8" } }), state);
    expect(await kept(context.store.follows("7"))).to.have.length(1);
    await following.actions.end(pressing(context), state);
    expect(await kept(context.store.follows("7"))).to.have.length(0);
  });

  it("says when one follows too many", async () => {
    const context = asking(ferryCorpus());
    for (let number = 0; number < 25; number += 1) {
      await press(context, {
        command: "ask",
        action: "follow",
        state: ["=", `who leads union number ${String(number)}`],
      });
    }
    const reply = replyOf(await press(context, button(await answerOf(context), "Follow this").action));
    expect(reply.body).to.contain("/following");
  });
});

describe("what is kept of questions", () => {
  it("is the question without who asked it, and nothing of what is no question", async () => {
    const base = asking(ferryCorpus());
    const noted: unknown[] = [];
    const store: Store = {
      ...base.store,
      addQuestion: async (question) => {
        noted.push(question);
        return failed;
      },
    };
    await answerOf({ ...base, store });
    await answerOf({ ...base, store }, "is the union bankrupt");
    await answerOf({ ...base, store }, "🤷");
    await answerOf({ ...base, store, policy: { ...base.policy, questionDays: 0 } });
    expect(noted).to.have.length(2);
    expect(noted[0]).to.include({ text: LEADS, server: "2", outcome: "answered" });
    expect(JSON.stringify(noted)).not.to.contain('"7"');
  });

  it("never keeps an answer waiting", async () => {
    const base = asking(ferryCorpus());
    const store: Store = { ...base.store, addQuestion: () => new Promise(() => {}) };
    expect((await answerOf({ ...base, store })).outcome).to.equal("answered");
  });
});
