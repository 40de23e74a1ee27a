import { expect } from "chai";
import digest from "../../commands/digest.ts";
import { toMessage } from "../../src/discord/message.ts";
import type { ActionContext, ActionResult, CommandContext, PickedChannel } from "../../src/domain/command.ts";
import type { Desk } from "../../src/domain/desk.ts";
import type { DigestPlan } from "../../src/domain/digest-plan.ts";
import type { ActionRef, Reply } from "../../src/domain/reply.ts";
import { LIMITS } from "../../src/present/text/limits.ts";
import { unescapeMarkdown } from "../../src/present/text/markdown.ts";
import { asking, button, pressing, replyOf, speaking } from "../fixtures/asking.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { idleDesk } from "../fixtures/desk.ts";
import { shippedTags } from "../fixtures/languages.ts";
import { memoryStore } from "../fixtures/store.ts";

const ferry = asking(ferryCorpus());

function moderator(given: Partial<CommandContext> = {}): CommandContext {
  const desk: Desk = { ...idleDesk(), nextDue: () => "2026-03-03T07:00:00.000Z" };
  return { ...ferry, store: memoryStore(), standing: "moderator", desk, ...given };
}

/** Presses or chooses what leads to an action. */
async function act(context: CommandContext, ref: ActionRef, given: Partial<ActionContext> = {}): Promise<ActionResult> {
  const actions: Readonly<Record<string, (context: ActionContext, state: readonly string[]) => Promise<ActionResult>>> =
    digest.actions;
  const action = actions[ref.action];
  if (action === undefined) throw new Error(`no action ${ref.action}`);
  return action(pressing(context, given), ref.state);
}

async function press(context: CommandContext, reply: Reply, label: string): Promise<Reply> {
  return replyOf(await act(context, button(reply, label).action));
}

/** Chooses in the list that leads to an action. */
async function choose(context: CommandContext, reply: Reply, action: string, values: readonly string[]) {
  const ref = reply.controls
    .flatMap((row) => (row.type === "select" ? row.select.action : []))
    .find((one) => one.action === action);
  if (ref === undefined) throw new Error(`no list for ${action}`);
  return replyOf(await act(context, ref, { values }));
}

async function pick(context: CommandContext, reply: Reply, picked: PickedChannel): Promise<Reply> {
  const row = reply.controls.find((one) => one.type === "picker");
  if (row === undefined) throw new Error("no picker");
  return replyOf(await act(context, row.picker.action, { values: [picked.id], channels: [picked] }));
}

/** The text as people read it. */
function shown(reply: Reply): string {
  return unescapeMarkdown(reply.body);
}

async function plansOf(context: CommandContext, server = "2"): Promise<readonly DigestPlan[]> {
  const plans = await context.store.digests.list(server);
  if (!plans.ok) throw new Error("no plans");
  return plans.value;
}

async function deedsOf(context: CommandContext): Promise<readonly string[]> {
  const log = await context.store.log({ server: "2", offset: 0, limit: 100 });
  if (!log.ok) throw new Error("no log");
  return log.value.toReversed().map(({ deed, person, detail }) => `${deed} by ${person ?? "?"}: ${detail ?? ""}`);
}

async function newDigest(context: CommandContext): Promise<Reply> {
  return press(context, await digest.run(context), "New digest");
}

describe("/digest", () => {
  it("needs a moderator and answers privately", async () => {
    expect(digest).to.include({ needs: "moderator", visibility: "private" });
    const reply = await digest.run(moderator());
    expect(reply.visibility).to.equal("private");
    expect(reply.body).to.contain("no digest yet");
  });

  it("begins with a paused digest in this channel, on working days at eight, on the event's clock", async () => {
    const context = moderator();
    const panel = await newDigest(context);
    expect(shown(panel)).to.contain("<#1>").and.to.contain("Paused").and.to.contain("Monday–Friday at 08:00");
    const [plan] = await plansOf(context);
    expect(plan).to.include({
      channel: "1",
      hour: 8,
      timeZone: "Europe/Oslo",
      topic: null,
      language: "en",
      paused: true,
      evenIfNothing: false,
      author: "7",
    });
    expect(plan?.days).to.deep.equal([1, 2, 3, 4, 5]);
    expect(await deedsOf(context)).to.deep.equal(["digest-set-up by 7: 1"]);
  });

  it("saves each choice at once and logs it", async () => {
    const context = moderator();
    await context.store.setServerSettings("2", { timeZone: "America/New_York" }, null);
    let panel = await newDigest(context);
    panel = await choose(context, panel, "days", ["7", "2", "9"]);
    panel = await choose(context, panel, "hour", ["18"]);
    panel = await choose(context, panel, "language", ["de"]);
    panel = await pick(context, panel, { id: "55", personMayWrite: true });
    panel = await press(context, panel, "Say when nothing is new");
    panel = await press(context, panel, "Resume");
    const [plan] = await plansOf(context);
    expect(plan).to.include({
      channel: "55",
      hour: 18,
      timeZone: "America/New_York",
      language: "de",
      paused: false,
      evenIfNothing: true,
    });
    expect(plan?.days).to.deep.equal([2, 7]);
    expect(shown(panel)).to.contain("Tuesday and Sunday at 18:00").and.to.contain("<t:1772521200:F>");
    expect(await deedsOf(context)).to.deep.equal([
      "digest-set-up by 7: 1",
      "digest-changed by 7: days: 2,7",
      "digest-changed by 7: hour: 18",
      "digest-changed by 7: language: de",
      "digest-changed by 7: channel: 55",
      "digest-changed by 7: even if nothing is new: yes",
      "digest-resumed by 7: ",
    ]);
    expect((await digest.run(context)).body).to.contain("Tuesday and Sunday");
  });

  it("asks for a topic in a form, and takes an empty one for all that is new", async () => {
    const context = moderator();
    const panel = await newDigest(context);
    const opened = await act(context, button(panel, "Topic").action);
    if (opened.place !== "form") throw new Error("no form");
    const topic = `**the strike** ${"x".repeat(200)}`;
    const set = replyOf(await act(context, opened.form.action, { fields: { topic } }));
    expect((await plansOf(context))[0]?.topic).to.equal(topic.slice(0, 70));
    expect(set.body).not.to.contain("**the strike**");
    const again = await act(context, button(set, "Topic").action);
    if (again.place !== "form") throw new Error("no form");
    await act(context, again.form.action, { fields: { topic: "  " } });
    expect((await plansOf(context))[0]?.topic).to.equal(null);
  });

  it("counts other times from now on, so that nothing is posted for this morning", async () => {
    const context = moderator();
    const panel = await newDigest(context);
    const [before] = await plansOf(context);
    if (before === undefined) throw new Error("no plan");
    const old = await context.store.digests.change(
      before.id,
      before.revision,
      { toldUntil: "2020-01-01T00:00:00.000Z" },
      null,
    );
    if (!old.ok || typeof old.value === "string") throw new Error("not changed");
    const now = replyOf(await act(context, { ...button(panel, "Back").action, action: "open", state: [before.id] }));
    await choose(context, now, "hour", ["3"]);
    expect(Date.parse((await plansOf(context))[0]?.toldUntil ?? "")).to.be.greaterThan(Date.now() - 60_000);
  });

  it("says at once where it or the person may not write, and leaves the channel as it was", async () => {
    const desk: Desk = {
      ...idleDesk(),
      lacking: async (channel) =>
        channel === "66"
          ? { ok: true, value: ["embed-links"] }
          : channel === "77"
            ? { ok: false, error: { id: "unreachable", reason: "gone" } }
            : { ok: true, value: [] },
    };
    const context = moderator({ desk });
    const panel = await newDigest(context);
    const refusedTo = async (picked: PickedChannel) => (await pick(context, panel, picked)).body;
    expect(await refusedTo({ id: "66", personMayWrite: true }))
      .to.contain("cannot post in <#66>")
      .and.to.contain("embed links");
    expect(await refusedTo({ id: "55", personMayWrite: false })).to.contain("You cannot write in <#55>");
    expect(await refusedTo({ id: "77", personMayWrite: true })).to.contain("try again");
    expect((await plansOf(context))[0]?.channel).to.equal("1");
    const elsewhere = moderator({ mayWrite: false });
    expect((await newDigest(elsewhere)).body).to.contain("You cannot write in <#1>");
    expect(await plansOf(elsewhere)).to.deep.equal([]);
  });

  it("resumes nothing where the bot may no longer post", async () => {
    const context = moderator();
    const panel = await newDigest(context);
    const desk: Desk = { ...idleDesk(), lacking: async () => ({ ok: true, value: ["send-messages"] }) };
    expect((await press({ ...context, desk }, panel, "Resume")).body).to.contain("cannot post in <#1>");
    expect((await plansOf(context))[0]?.paused).to.equal(true);
  });

  it("resumes nothing for whoever may not write there, wherever they press, or where nobody can tell", async () => {
    const context = moderator();
    const panel = await newDigest(context);
    for (const [may, said] of [
      [{ ok: true, value: false }, "You cannot write in <#1>"],
      [{ ok: false, error: { id: "unreachable", reason: "gone" } }, "try again"],
    ] as const) {
      const desk: Desk = { ...idleDesk(), personMayWrite: async () => may };
      expect((await press({ ...context, desk }, panel, "Resume")).body).to.contain(said);
    }
    expect((await plansOf(context))[0]?.paused).to.equal(true);
  });

  it("shows how it stands now where two change it at a time", async () => {
    const context = moderator();
    const panel = await newDigest(context);
    await choose(context, panel, "hour", ["9"]);
    const other = await choose(context, panel, "hour", ["10"]);
    expect(shown(other)).to.contain("changed meanwhile").and.to.contain("09:00");
    expect((await plansOf(context))[0]?.hour).to.equal(9);
    const late = await press(context, panel, "Remove");
    const [plan] = await plansOf(context);
    if (plan === undefined) throw new Error("no plan");
    await context.store.digests.change(plan.id, plan.revision, { hour: 11 }, null);
    expect((await press(context, late, "Yes, remove it")).body).to.contain("changed meanwhile");
    expect(await plansOf(context)).to.have.length(1);
  });

  it("removes one only when asked twice, and says so when it is gone", async () => {
    const context = moderator();
    const panel = await newDigest(context);
    const sure = await press(context, panel, "Remove");
    expect((await press(context, sure, "Keep it")).body).to.contain("<#1>");
    expect((await press(context, sure, "Yes, remove it")).body).to.contain("was removed");
    expect(await plansOf(context)).to.deep.equal([]);
    expect((await choose(context, panel, "hour", ["9"])).body).to.contain("no longer there");
    expect((await deedsOf(context)).at(-1)).to.contain("digest-removed by 7");
  });

  it("never shows or changes a digest of another server, whatever is forged", async () => {
    const context = moderator();
    const panel = await newDigest(context);
    const stranger: CommandContext = { ...context, who: { person: "9", channel: "3", server: "4", inThread: false } };
    const before = await plansOf(context);
    const [plan] = before;
    for (const action of Object.keys(digest.actions).filter((name) => !["topic", "list", "new"].includes(name))) {
      const ref = { command: "digest", action, state: [plan?.id ?? "", String(plan?.revision ?? 0)] };
      const given = { values: ["3"], channels: [{ id: "3", personMayWrite: true }], fields: { topic: "mine" } };
      expect(replyOf(await act(stranger, ref, given)).body, action).to.contain("no longer there");
    }
    expect(await plansOf(context)).to.deep.equal(before);
    expect((await digest.run(stranger)).body).not.to.contain("<#1>");
    expect(panel.body).to.contain("<#1>");
  });

  it("takes ten digests at most", async () => {
    const context = moderator();
    for (let made = 0; made < 10; made += 1) await newDigest(context);
    expect((await newDigest(context)).body).to.contain("at most");
    expect(await plansOf(context)).to.have.length(10);
  });

  it("takes nothing from a control that is forged", async () => {
    const context = moderator();
    const panel = await newDigest(context);
    const before = await plansOf(context);
    await choose(context, panel, "hour", ["24"]);
    await choose(context, panel, "hour", ["__proto__"]);
    await choose(context, panel, "days", ["0"]);
    await choose(context, panel, "language", ["tlh"]);
    expect(await plansOf(context)).to.deep.equal(before);
  });

  it("says what it cannot do where the store is gone", async () => {
    const context = moderator();
    const gone = async () => ({ ok: false, error: { id: "store-unavailable", reason: "gone" } }) as const;
    const store = { ...context.store, digests: { ...context.store.digests, list: gone, add: gone } };
    expect((await digest.run({ ...context, store })).outcome).to.equal("failure");
  });

  for (const tag of shippedTags()) {
    it(`fits Discord in ${tag}, with ten digests of long topics`, async () => {
      const context = speaking(moderator(), tag);
      const label = context.words.say("button.digest-new");
      let panel = await digest.run(context);
      for (let made = 0; made < 10; made += 1) {
        panel = await press(context, await digest.run(context), label);
        const [plan] = (await plansOf(context)).slice(-1);
        if (plan === undefined) throw new Error("no plan");
        const topic = "<@7> **W** ".repeat(20).slice(0, 70);
        await context.store.digests.change(plan.id, plan.revision, { topic, days: [1, 2, 3, 4, 5, 6, 7] }, null);
      }
      const cuts: string[] = [];
      for (const reply of [panel, await digest.run(context)]) {
        toMessage(reply, (what) => cuts.push(what));
        expect(reply.body.length).to.be.at.most(LIMITS.embed.descriptionLength);
        expect(reply.body).not.to.contain("<@7>");
      }
      expect(cuts).to.deep.equal([]);
    });
  }
});
