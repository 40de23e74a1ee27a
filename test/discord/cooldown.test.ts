import { expect } from "chai";
import * as fc from "fast-check";
import { COOLDOWN, Cooldown } from "../../src/discord/cooldown.ts";
import { Dispatcher } from "../../src/discord/dispatch.ts";
import type { Who } from "../../src/domain/who.ts";
import {
  askCommand,
  autocompletePayload,
  buttonPayload,
  commandPayload,
  dispatchOptions,
  fakeTransport,
  question,
  recordingLogger,
  reply,
} from "./fakes.ts";

const person = (person: string, channel: string | null = null): Who => ({
  person,
  channel,
  server: null,
  inThread: false,
});

function clocked(settings = COOLDOWN) {
  const clock = { now: 1_700_000_000_000 };
  return { clock, cooldown: new Cooldown(settings, () => clock.now) };
}

/** How many of `times` are taken, one after another. */
function taken(cooldown: Cooldown, times: number, who: Who): number {
  return Array.from({ length: times }, () => cooldown.admit(who)).filter(({ ok }) => ok).length;
}

describe("the cooldown", () => {
  it("takes ten of a person, and says when the next will be taken", () => {
    const { clock, cooldown } = clocked();
    expect(taken(cooldown, 10, person("7"))).to.equal(10);
    const retryAt = clock.now + 3_000;
    expect(cooldown.admit(person("7"))).to.deep.equal({ ok: false, over: "person", retryAt });
    clock.now = retryAt - 1;
    expect(cooldown.admit(person("7")).ok).to.equal(false);
    clock.now = retryAt;
    expect(cooldown.admit(person("7")).ok).to.equal(true);
    expect(cooldown.admit(person("7")).ok).to.equal(false);
    clock.now += 60_000;
    expect(taken(cooldown, 20, person("7"))).to.equal(10);
  });

  it("leaves others alone", () => {
    const { cooldown } = clocked();
    taken(cooldown, 20, person("7", "71"));
    expect(taken(cooldown, 10, person("8", "71"))).to.equal(10);
  });

  it("takes forty of a channel, whoever asks there, and costs those turned away nothing", () => {
    const { clock, cooldown } = clocked();
    for (const id of ["1", "2", "3", "4"]) expect(taken(cooldown, 10, person(id, "71"))).to.equal(10);
    const refused = cooldown.admit(person("5", "71"));
    expect(refused).to.deep.equal({ ok: false, over: "channel", retryAt: clock.now + 750 });
    expect(taken(cooldown, 10, person("5", "72"))).to.equal(10);
  });

  it("takes more of a moderator's work, which costs neither their own questions nor the channel", () => {
    const { cooldown } = clocked();
    const work = Array.from({ length: 70 }, () => cooldown.admit(person("7", "71"), true));
    expect(work.filter(({ ok }) => ok)).to.have.length(60);
    expect(taken(cooldown, 20, person("7", "71"))).to.equal(10);
    expect(taken(cooldown, 10, person("8", "71"))).to.equal(10);
  });

  it("knows for a while who asked too much", () => {
    const { clock, cooldown } = clocked();
    taken(cooldown, 11, person("7"));
    clock.now += 3_000;
    expect(cooldown.admit(person("7"))).to.deep.equal({ ok: true, quiet: true });
    clock.now += 30_000;
    expect(cooldown.admit(person("7"))).to.deep.equal({ ok: true, quiet: false });
  });

  it("remembers no more people and channels than it is told to", () => {
    const { cooldown } = clocked({ ...COOLDOWN, personMost: 1, channelMost: 1, rememberedMost: 2 });
    expect(taken(cooldown, 2, person("1", "c1"))).to.equal(1);
    expect(taken(cooldown, 2, person("2", "c2"))).to.equal(1);
    expect(taken(cooldown, 1, person("1", "c1"))).to.equal(0);
    expect(taken(cooldown, 2, person("3", "c3"))).to.equal(1);
    // The one seen longest ago is forgotten, the one seen again since is not.
    expect(taken(cooldown, 1, person("1", "c1"))).to.equal(0);
    expect(taken(cooldown, 1, person("2", "c2"))).to.equal(1);
  });

  it("never takes more than its measure in any stretch of time, though the clock is set back", () => {
    const pauses = fc.array(fc.integer({ min: -5_000, max: 8_000 }), { maxLength: 80 });
    fc.assert(
      fc.property(pauses, (steps) => {
        const { clock, cooldown } = clocked();
        let passed = 0;
        let count = 0;
        for (const step of steps) {
          clock.now += step;
          passed += Math.max(0, step);
          if (cooldown.admit(person("7", "71")).ok) count += 1;
          expect(count).to.be.at.most(10 + passed / 3_000 + 1e-6);
        }
      }),
    );
  });
});

describe("somebody who asks too much", () => {
  const ask = askCommand(async () => reply("Answer"), {
    actions: { more: async () => ({ place: "update", reply: reply("More") }) },
  });

  function start(command = ask) {
    const { clock, cooldown } = clocked();
    const transport = fakeTransport();
    const { logger, lines } = recordingLogger();
    const dispatcher = new Dispatcher(dispatchOptions([command], transport, logger, { cooldown }));
    const handle = async (payload: unknown) => {
      const before = transport.calls.length;
      await dispatcher.handle(payload);
      expect(transport.calls).to.have.length(before + 1);
      return transport.calls.at(-1)?.body;
    };
    return { clock, handle, lines };
  }

  const asked = commandPayload([question("x")]);

  it("is told privately when to come back, each time, by a timestamp of Discord's", async () => {
    const { clock, handle, lines } = start();
    for (let index = 0; index < 10; index += 1) {
      expect(await handle(index % 2 === 0 ? asked : buttonPayload("1|ask|more|"))).not.to.have.nested.property(
        "data.flags",
      );
    }
    const at = (clock.now + 3_000) / 1_000;
    for (const payload of [asked, buttonPayload("1|ask|more|"), buttonPayload("forged")]) {
      const body = await handle(payload);
      expect(body).to.containSubset({ type: 4, data: { flags: 64, allowed_mentions: { parse: [] } } });
      expect(JSON.stringify(body)).to.include(`<t:${at}:R>`);
    }
    expect(lines).to.deep.equal([]);
  });

  it("is answered for their own eyes for a while after", async () => {
    const { clock, handle } = start();
    for (let index = 0; index < 11; index += 1) await handle(asked);
    clock.now += 3_000;
    expect(await handle(asked)).to.containSubset({
      type: 4,
      data: { flags: 64, embeds: [{ description: "Answer" }] },
    });
    clock.now += 40_000;
    expect(await handle(asked)).not.to.have.nested.property("data.flags");
  });

  it("is held to as little by a moderator's button that is none of theirs", async () => {
    const moderating = askCommand(async () => reply("Answer"), { needs: "moderator" });
    const { handle } = start(moderating);
    for (let index = 0; index < 10; index += 1) expect(JSON.stringify(await handle(asked))).not.to.include("<t:");
    expect(JSON.stringify(await handle(asked))).to.include("<t:");
  });

  it("may go on typing: proposals do not count", async () => {
    const { handle } = start();
    for (let index = 0; index < 30; index += 1) expect(await handle(autocompletePayload("x"))).to.include({ type: 8 });
    expect(await handle(asked)).to.containSubset({ data: { embeds: [{ description: "Answer" }] } });
  });
});

describe("a storm of proposals", () => {
  it("runs the newest of each person only, and answers all", async () => {
    const ran: string[] = [];
    const ask = askCommand(async () => reply(""), {
      complete: async ({ who }, _, typed) => {
        ran.push(`${who.person} ${typed}`);
        return [{ label: typed, value: typed }];
      },
    });
    const transport = fakeTransport();
    const dispatcher = new Dispatcher(dispatchOptions([ask], transport, recordingLogger().logger));
    const other = { ...autocompletePayload("other"), member: { user: { id: "8" } } };
    const storm = Array.from({ length: 200 }, (_, index) => autocompletePayload(`typed ${index}`));
    await Promise.all([...storm, other].map(async (payload) => dispatcher.handle(payload)));
    expect(ran).to.have.members(["7 typed 199", "8 other"]);
    expect(transport.calls).to.have.length(201);
    const proposed = transport.calls.filter(({ body }) => JSON.stringify(body).includes('"name"'));
    expect(JSON.stringify(proposed)).to.include("typed 199").and.include("other");
    expect(proposed).to.have.length(2);
  });

  it("stops what is overtaken while it runs, and answers it at once with nothing", async () => {
    const stopped: string[] = [];
    const ask = askCommand(async () => reply(""), {
      complete: async ({ signal }, _, typed) => {
        if (typed === "fast") return [{ label: "found", value: "found" }];
        return new Promise(() => {
          signal.addEventListener("abort", () => stopped.push(typed));
        });
      },
    });
    const transport = fakeTransport();
    const dispatcher = new Dispatcher(dispatchOptions([ask], transport, recordingLogger().logger));
    const slow = dispatcher.handle(autocompletePayload("slow"));
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    await Promise.all([slow, dispatcher.handle(autocompletePayload("fast"))]);
    expect(stopped).to.deep.equal(["slow"]);
    expect(transport.calls.map(({ body }) => body)).to.deep.equal([
      { type: 8, data: { choices: [] } },
      { type: 8, data: { choices: [{ name: "found", value: "found" }] } },
    ]);
  });
});
