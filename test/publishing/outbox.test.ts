import { expect } from "chai";
import fc from "fast-check";
import { memoryStore } from "../fixtures/store.ts";
import { Channels, Clock, Letters, deeds, draftIn, processOf, standing } from "./fakes.ts";
import { Mortal, Turns, untilStill } from "./kill.ts";

const START = "2026-03-02T10:00:00.000Z";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function world() {
  const clock = new Clock(START);
  const store = memoryStore();
  const channels = new Channels(clock.now);
  const letters = new Letters();
  const { desk, outbox } = processOf({ store, channels, clock, letters });
  return { clock, store, channels, letters, desk, outbox };
}

describe("posting a draft", () => {
  it("posts it once, notes the message and logs who did it", async () => {
    const { store, channels, desk } = world();
    const { id, revision } = await draftIn(store);
    const outcome = await desk.post(id, revision, "7");
    expect(outcome.status).to.equal("done");
    expect(channels.bodies).to.deep.equal(["Nobody would sail. Ferries left again."]);
    expect(await standing(store, id)).to.include({ state: "posted", message: "1000", postedAt: START, approver: null });
    expect(await deeds(store, id)).to.deep.equal(["posted by 7"]);
    expect((await desk.post(id, revision, "7")).status).to.equal("changed-meanwhile");
    expect(channels.messages).to.have.length(1);
  });

  it("names who agreed to it where it awaited that", async () => {
    const { store, desk } = world();
    const { id, revision } = await draftIn(store, { state: "awaiting-approval" });
    await desk.post(id, revision, "8");
    expect(await standing(store, id)).to.include({ state: "posted", author: "7", approver: "8" });
    expect(await deeds(store, id)).to.deep.equal(["approved by 8"]);
  });

  it("says what the bot lacks before anything is done", async () => {
    const { store, channels, desk } = world();
    channels.lacking = async () => ({ ok: true, value: ["embed-links"] });
    const draft = await draftIn(store);
    const outcome = await desk.post(draft.id, draft.revision, "7");
    expect(outcome).to.deep.equal({
      status: "refused",
      failure: { id: "not-allowed", lacking: ["embed-links"] },
    });
    expect(await standing(store, draft.id)).to.deep.equal(draft);
  });

  for (const state of ["draft", "awaiting-approval"] as const) {
    it(`posts nothing that is ${state} for whoever may not write there, or where nobody can tell`, async () => {
      const { store, channels, desk } = world();
      channels.muted = ["8"];
      const draft = await draftIn(store, { state });
      expect(await desk.post(draft.id, draft.revision, "8")).to.deep.equal({ status: "not-theirs" });
      const failure = { id: "unreachable", reason: "gone" } as const;
      channels.failing = { personMayWrite: failure };
      expect(await desk.post(draft.id, draft.revision, "9")).to.deep.equal({ status: "refused", failure });
      expect(await standing(store, draft.id)).to.deep.equal(draft);
      expect(channels.messages).to.deep.equal([]);
    });

    it(`leaves what was ${state} so where Discord refuses it`, async () => {
      const { store, channels, letters, desk } = world();
      channels.failing = { post: { id: "refused", code: 50_035 } };
      const { id, revision } = await draftIn(store, { state });
      expect((await desk.post(id, revision, "8")).status).to.equal("refused");
      expect(await standing(store, id)).to.include({ state, approver: null });
      expect(letters.sent).to.deep.equal([]);
    });
  }

  it("goes on by itself while Discord cannot be reached, and tells the author after a day", async () => {
    const { clock, store, channels, letters, desk, outbox } = world();
    channels.failing = { post: { id: "unreachable", reason: "gone" } };
    const { id, revision } = await draftIn(store);
    expect((await desk.post(id, revision, "7")).status).to.equal("later");
    for (let hours = 0; hours < 23; hours += 1) {
      clock.pass(HOUR);
      await outbox.walk();
    }
    expect((await standing(store, id)).state).to.equal("posting");
    clock.pass(2 * HOUR);
    await outbox.walk();
    expect((await standing(store, id)).state).to.equal("draft");
    expect(letters.sent.map(({ person }) => person)).to.deep.equal(["7"]);
    expect(await deeds(store, id)).to.deep.equal(["posted by 7", "failed by the bot"]);
  });

  it("posts it once Discord can be reached again", async () => {
    const { clock, store, channels, desk, outbox } = world();
    channels.failing = { post: { id: "unreachable", reason: "gone" } };
    const { id, revision } = await draftIn(store);
    await desk.post(id, revision, "7");
    channels.failing = {};
    clock.pass(MINUTE);
    await outbox.walk();
    await outbox.walk();
    expect(channels.messages).to.have.length(1);
    expect((await standing(store, id)).state).to.equal("posted");
  });

  it("tells whoever drafted it that another agreed, and that another sent it back, and why", async () => {
    const { store, channels, letters, desk } = world();
    const asked = await draftIn(store, { state: "awaiting-approval" });
    await desk.tellSentBack(asked, "The <@8> date **is** wrong");
    await desk.post(asked.id, asked.revision, "8");
    expect(channels.messages).to.have.length(1);
    expect(letters.sent.map(({ person }) => person)).to.deep.equal(["7", "7"]);
    const [back, agreed] = letters.sent.map(({ reply }) => reply);
    expect(back?.body).to.contain("It is a draft again. Their reason: The \\<\\@8\\> date \\*\\*is\\*\\* wrong");
    expect(agreed?.body).to.contain("It is posted in <#10>.");
    expect(JSON.stringify(agreed?.controls)).to.contain("https://discord.com/channels/2/10/1000");
    const own = await draftIn(store);
    await desk.post(own.id, own.revision, "7");
    expect(letters.sent).to.have.length(2);
  });

  for (const [approver, state] of [
    [null, "draft"],
    ["8", "awaiting-approval"],
  ] as const) {
    it(`tells the author where Discord refuses what a killed process left, and it is ${state} again`, async () => {
      const { store, channels, letters, outbox } = world();
      const { id } = await draftIn(store, { state: "posting", approver });
      channels.failing = { post: { id: "not-allowed", lacking: ["send-messages"] } };
      await outbox.walk();
      expect(await standing(store, id)).to.include({ state, approver: null });
      expect(letters.sent[0]?.person).to.equal("7");
      expect(letters.sent[0]?.reply.body).to.contain("<#10>").and.contain("a draft again");
    });
  }

  it("finds what was posted unseen before it became a draft again", async () => {
    const { clock, store, channels, desk, outbox } = world();
    const { id, revision } = await draftIn(store);
    const mortal = new Mortal(9, "after");
    await untilStill(processOf({ store, channels, clock, gate: mortal.gate }).desk.post(id, revision, "7"));
    expect(channels.messages).to.have.length(1);
    channels.failing = { find: { id: "not-allowed", lacking: ["read-message-history"] } };
    clock.pass(10 * MINUTE);
    await outbox.walk();
    const draft = await standing(store, id);
    expect(draft.state).to.equal("draft");
    channels.failing = {};
    clock.pass(10 * MINUTE);
    await desk.post(id, draft.revision, "7");
    expect([(await standing(store, id)).state, channels.messages.length]).to.deep.equal(["posted", 1]);
  });
});

describe("a process that is killed", () => {
  it("is made up for half a minute after its lease has ended, however often that was waited for", async () => {
    const { clock, store, channels, outbox } = world();
    const { id, revision } = await draftIn(store);
    const mortal = new Mortal(7, "before");
    await untilStill(processOf({ store, channels, clock, gate: mortal.gate }).desk.post(id, revision, "7"));
    expect(mortal.wasKilled).to.equal(true);
    expect((await standing(store, id)).state).to.equal("posting");
    for (let halves = 0; halves < 2; halves += 1) {
      await outbox.walk();
      clock.pass(MINUTE / 2);
    }
    await outbox.walk();
    expect([(await standing(store, id)).state, channels.messages.length]).to.deep.equal(["posted", 1]);
  });

  for (const when of ["before", "after"] as const) {
    it(`${when} any of its steps has posted it once, or not begun`, async () => {
      let steps = 0;
      for (let nth = 1; nth < 40; nth += 1) {
        const { clock, store, channels, outbox } = world();
        const { id, revision } = await draftIn(store);
        const mortal = new Mortal(nth, when);
        await untilStill(processOf({ store, channels, clock, gate: mortal.gate }).desk.post(id, revision, "7"));
        clock.pass(2 * MINUTE);
        await outbox.walk();
        await outbox.walk();
        const { state } = await standing(store, id);
        expect([state, channels.messages.length], `step ${nth}`).to.deep.equal(
          state === "draft" ? ["draft", 0] : ["posted", 1],
        );
        if (!mortal.wasKilled) break;
        steps = nth;
      }
      expect(steps).to.be.greaterThan(6);
    });

    it(`${when} any step of correcting has corrected it once, also where that is said below`, async () => {
      for (const failing of [{}, { edit: { id: "refused", code: 30_046 } }] as const) {
        for (let nth = 1; nth < 40; nth += 1) {
          const { clock, store, channels, desk, outbox } = world();
          const draft = await draftIn(store);
          await desk.post(draft.id, draft.revision, "7");
          const { revision } = await standing(store, draft.id);
          channels.failing = failing;
          const mortal = new Mortal(nth, when);
          const killed = processOf({ store, channels, clock, gate: mortal.gate });
          await untilStill(killed.desk.strike(draft.id, revision, ["1"], "8"));
          clock.pass(2 * MINUTE);
          await outbox.walk();
          await outbox.walk();
          const now = await standing(store, draft.id);
          const isStruck = now.lines[0]?.correction?.how === "struck";
          const said = channels.bodies.filter((body) => body.includes("[struck] Nobody would sail."));
          expect([now.state, said.length], `step ${nth}`).to.deep.equal(["posted", isStruck ? 1 : 0]);
          if (!mortal.wasKilled) break;
        }
      }
    });
  }

  it("and another that goes on meanwhile post it once, in whatever order their steps fall", async () => {
    const order = fc.array(fc.nat(), { minLength: 1, maxLength: 80 });
    const kill = fc.record({ nth: fc.integer({ min: 1, max: 25 }), when: fc.constantFrom("before", "after") });
    await fc.assert(
      fc.asyncProperty(order, kill, async (choices, { nth, when }) => {
        const { clock, store, channels, outbox } = world();
        const { id, revision } = await draftIn(store);
        const mortal = new Mortal(nth, when);
        const turns = new Turns(choices);
        const first = processOf({ store, channels, clock, gate: turns.before(mortal.gate) });
        const second = processOf({ store, channels, clock, gate: turns.before((call) => call()) });
        void first.desk.post(id, revision, "7");
        void second.desk.post(id, revision, "8");
        void second.outbox.walk();
        await turns.run();
        clock.pass(2 * MINUTE);
        await outbox.walk();
        expect(channels.messages.length).to.equal(1);
        expect((await standing(store, id)).state).to.equal("posted");
      }),
      { numRuns: 200 },
    );
  });
});

describe("taking back what was posted", () => {
  it("marks the lines in the message, says who did it, and does it once", async () => {
    const { store, channels, letters, desk } = world();
    const draft = await draftIn(store);
    await desk.post(draft.id, draft.revision, "7");
    const { revision } = await standing(store, draft.id);
    const outcome = await desk.strike(draft.id, revision, ["2"], "8");
    expect(outcome.status).to.equal("done");
    expect(channels.bodies).to.deep.equal(["Nobody would sail. [struck] Ferries left again."]);
    expect(await deeds(store, draft.id)).to.deep.equal(["posted by 7", "corrected by 8"]);
    expect(letters.sent).to.deep.equal([]);
    expect((await desk.strike(draft.id, revision, ["1"], "8")).status).to.equal("changed-meanwhile");
  });

  it("says so below a message that Discord does not let be edited", async () => {
    const { store, channels, desk } = world();
    const draft = await draftIn(store);
    await desk.post(draft.id, draft.revision, "7");
    const { revision } = await standing(store, draft.id);
    channels.failing = { edit: { id: "refused", code: 30_046 } };
    expect((await desk.strike(draft.id, revision, ["2"], "8")).status).to.equal("done");
    expect(channels.bodies[1]).to.equal("correction: Nobody would sail. [struck] Ferries left again.");
    expect(channels.messages[1]).to.include({ replyTo: "1000", key: `${draft.id}.${revision + 1}` });
  });

  it("leaves the lines where nothing can be said in the channel at all", async () => {
    const { store, channels, desk } = world();
    const draft = await draftIn(store);
    await desk.post(draft.id, draft.revision, "7");
    const { revision } = await standing(store, draft.id);
    const failure = { id: "not-allowed", lacking: ["send-messages"] } as const;
    channels.failing = { edit: failure, post: failure };
    expect(await desk.strike(draft.id, revision, ["2"], "8")).to.deep.equal({ status: "refused", failure });
    const now = await standing(store, draft.id);
    expect([now.state, now.lines[1]?.correction]).to.deep.equal(["posted", null]);
  });

  it("removes the message, or finds that somebody did", async () => {
    const { store, channels, desk } = world();
    const [one, other] = [await draftIn(store), await draftIn(store)];
    await desk.post(one.id, one.revision, "7");
    await desk.post(other.id, other.revision, "7");
    const removed = await desk.remove(one.id, (await standing(store, one.id)).revision, "8");
    expect(removed.status).to.equal("done");
    expect(channels.messages.map(({ key }) => key)).to.deep.equal([other.id]);
    expect(await deeds(store, one.id)).to.deep.equal(["posted by 7", "removed by 8"]);
    channels.messages = [];
    await desk.strike(other.id, (await standing(store, other.id)).revision, ["1"], "8");
    expect((await standing(store, other.id)).state).to.equal("removed");
  });

  it("leaves it where it is while Discord cannot be reached", async () => {
    const { store, channels, desk } = world();
    const { id, revision } = await draftIn(store);
    await desk.post(id, revision, "7");
    channels.failing = { remove: { id: "unreachable", reason: "gone" } };
    expect((await desk.remove(id, (await standing(store, id)).revision, "8")).status).to.equal("refused");
    expect((await standing(store, id)).state).to.equal("posted");
  });
});
