import { expect } from "chai";
import ask from "../../commands/ask.ts";
import following from "../../commands/following.ts";
import { RecentConversations } from "../../src/app/conversations.ts";
import { decodeAction, encodeAction } from "../../src/discord/action-id.ts";
import type { ActionResult, CommandContext } from "../../src/domain/command.ts";
import type { ActionRef, Form, Reply } from "../../src/domain/reply.ts";
import type { Store } from "../../src/domain/store.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { asking, button, longStrike, pressing, replyOf, speaking } from "../fixtures/asking.ts";

const LEADS = "who leads the union";

/** Runs what a button or form of `/ask` names, as it comes back from Discord. */
async function press(
  context: CommandContext,
  ref: ActionRef,
  given: Parameters<typeof pressing>[1] = {},
): Promise<ActionResult> {
  const id = encodeAction(ref);
  const { action, state } = (id === null ? null : decodeAction(id)) ?? { action: "", state: [] };
  const actions: Readonly<Record<string, (typeof ask.actions)["why"]>> = ask.actions;
  const run = actions[action];
  if (run === undefined) throw new Error(`no action ${action}`);
  return run(pressing(context, given), state);
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
    const [readOn] = labels(await answerOf(context, LEADS, true));
    expect(readOn).to.deep.equal(["Context", "More", "Follow up", "Why?", "Share"]);
    expect(labels(await answerOf(context, "🤷"))).to.deep.equal([]);
    expect(labels(await answerOf(speaking(context, "de")))[1]).to.deep.equal([
      "Hilfreich",
      "Stimmt nicht",
      "Dem folgen",
    ]);
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
    expect(shared.body).to.match(/^Shared by the person who asked\.\n\n\*\*Karsten Hoel\*\*/u);
    expect(labels(shared)[0]).not.to.include("Share");
  });

  it("say so where the question cannot be found back", async () => {
    for (const action of ["why", "more", "share", "helpful", "reason", "follow", "ask-after"]) {
      const reply = replyOf(await press(context, { command: "ask", action, state: ["-"] }));
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
      const next = replyOf(await press(context, form.action, { fields: { question: "and why?" } }));
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
    expect(all[0]?.shown).to.have.length(1);
  });

  it("comes with a reason, cut to what is kept, or without one", async () => {
    const context = asking(ferryCorpus());
    const form = formOf(await press(context, button(await answerOf(context), "Not right").action));
    expect(form.fields.map(({ required }) => required)).to.deep.equal([false]);
    for (const [typed, reason] of [
      ["He left in June. @everyone", "He left in June. @everyone"],
      ["  ", null],
      ["x".repeat(4_000), "x".repeat(300)],
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
    expect(noted).to.have.length(2);
    expect(noted[0]).to.include({ text: LEADS, server: "2", outcome: "answered" });
    expect(JSON.stringify(noted)).not.to.contain('"7"');
  });
});
