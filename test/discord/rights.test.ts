import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { ActionContext, Command, CommandContext, MessageCommand } from "../../src/domain/command.ts";
import type { ServerSettings, Store } from "../../src/domain/store.ts";
import { encodeAction } from "../../src/discord/action-id.ts";
import { Dispatcher } from "../../src/discord/dispatch.ts";
import { ServerSettingsCache } from "../../src/discord/server-settings.ts";
import { memoryStore } from "../fixtures/store.ts";
import {
  askCommand,
  autocompletePayload,
  buttonPayload,
  commandPayload,
  dispatchOptions,
  fakeTransport,
  formPayload,
  messageCommandPayload,
  question,
  recordingLogger,
  reply,
} from "./fakes.ts";

const SERVER = "70";
const ROLE = "500";
const EPHEMERAL = 64;
const MANAGE_SERVER = String(1n << 5n);
const ADMINISTRATOR = String(1n << 3n);
const FAILED = { ok: false, error: { id: "store-unavailable", reason: "gone" } } as const;

const person = (permissions: string, roles: readonly string[] = []) => ({
  member: { user: { id: "7" }, permissions, roles },
});

const PEOPLE = {
  member: person("3072", ["501"]),
  moderator: person("3072", ["501", ROLE]),
  manager: person(MANAGE_SERVER),
  administrator: person(ADMINISTRATOR),
} as const;

const DIRECTLY = { member: undefined, user: { id: "7" }, guild_id: undefined, channel: { type: 1 } };

const id = (command: string, action: string) => encodeAction({ command, action, state: [] }) ?? "";

const picker = (custom_id: string, component_type: number) =>
  buttonPayload("", { data: { custom_id, component_type, values: ["5"], resolved: {} } });

/** Every way in, to a command and to an action of it. */
const ENTRIES: Readonly<Record<string, (action: string) => object>> = {
  command: () => commandPayload([question("x")]),
  autocomplete: () => autocompletePayload("x"),
  button: (action) => buttonPayload(id("ask", action)),
  list: (action) => picker(id("ask", action), 3),
  "picker of roles": (action) => picker(id("ask", action), 6),
  "picker of channels": (action) => picker(id("ask", action), 8),
  form: (action) => formPayload(id("ask", action), {}),
  "command on a message": () => messageCommandPayload({ content: "x" }),
  "button of a command on a message": (action) => buttonPayload(id("read-message", action)),
};
const OF_ACTIONS = Object.entries(ENTRIES).filter(([name]) => !/^command|^autocomplete/u.test(name));

type Needs = Pick<Command, "needs" | "actionNeeds">;

/** A server in which the role makes moderators, and commands that count how often they are reached. */
async function house(needs: Needs, settings: Partial<ServerSettings> = {}, changes: Partial<Store> = {}) {
  const memory = memoryStore();
  await memory.setServerSettings(SERVER, { moderatorRoles: [ROLE], ...settings }, null);
  const store: Store = { ...memory, ...changes };
  const clock = { now: 0 };
  const reached: (CommandContext | ActionContext)[] = [];
  const reach = async (context: CommandContext) => {
    reached.push(context);
    return reply("done");
  };
  const act = async (context: ActionContext) => ({ place: "new" as const, reply: await reach(context) });
  const actions = { act, other: act };
  const ask = askCommand(reach, {
    ...needs,
    actions,
    complete: async (context) => {
      reached.push(context);
      return [{ label: "secret", value: "secret" }];
    },
  });
  const read: MessageCommand = { type: "message", name: "read-message", run: reach, actions, ...needs };
  const { logger } = recordingLogger();
  const cache = new ServerSettingsCache(store, () => clock.now);
  const send = async (payload: object) => {
    reached.length = 0;
    const transport = fakeTransport();
    await new Dispatcher(dispatchOptions([ask, read], transport, logger, { settings: cache })).handle(payload);
    const [call] = transport.calls;
    return { reached: [...reached], sent: JSON.stringify(call?.body), body: call?.body, calls: transport.calls };
  };
  return { send, memory, store: cache.store, clock };
}

describe("who may do what", () => {
  for (const [name, entry] of Object.entries(ENTRIES)) {
    for (const needs of ["moderator", "manager"] as const) {
      for (const [who, member] of Object.entries(PEOPLE)) {
        const may = who === "manager" || who === "administrator" || who === needs;
        it(`lets a ${who} ${may ? "use" : "not use"} a ${name} that needs a ${needs}`, async () => {
          const { send } = await house({ needs });
          const { reached, sent, body } = await send({ ...entry("act"), ...member });
          expect(reached).to.have.length(may ? 1 : 0);
          if (may) return;
          if (name === "autocomplete") {
            expect(body).to.deep.equal({ type: 8, data: { choices: [] } });
            return;
          }
          expect(body).to.containSubset({ type: 4, data: { flags: EPHEMERAL } });
          expect(sent).to.include(needs === "moderator" ? "Only moderators of this server" : "manage this server");
        });
      }
    }

    it(`lets nobody use a ${name} that needs a moderator in direct messages`, async () => {
      const { send } = await house({ needs: "moderator" });
      const { reached, sent } = await send({ ...entry("act"), ...DIRECTLY });
      expect(reached).to.have.length(0);
      if (name !== "autocomplete") expect(sent).to.include("only be done in a server");
    });

    it(`lets everybody use a ${name} that needs nothing, and says what they are`, async () => {
      const { send } = await house({});
      for (const [who, member] of Object.entries(PEOPLE)) {
        const { reached } = await send({ ...entry("act"), ...member });
        expect(reached[0]?.standing).to.equal(who === "administrator" ? "manager" : who);
      }
      expect((await send({ ...entry("act"), ...DIRECTLY })).reached[0]?.standing).to.equal("member");
    });
  }

  for (const [name, entry] of OF_ACTIONS) {
    it(`asks more for one action than for the others by ${name}`, async () => {
      const { send } = await house({ actionNeeds: { act: "moderator" } });
      expect((await send({ ...entry("act"), ...PEOPLE.member })).reached).to.have.length(0);
      expect((await send({ ...entry("act"), ...PEOPLE.moderator })).reached).to.have.length(1);
      expect((await send({ ...entry("other"), ...PEOPLE.member })).reached).to.have.length(1);
    });

    it(`asks of an action no less than of its command by ${name}`, async () => {
      const { send } = await house({ needs: "manager", actionNeeds: { act: "moderator" } });
      expect((await send({ ...entry("act"), ...PEOPLE.moderator })).reached).to.have.length(0);
      expect((await send({ ...entry("act"), ...PEOPLE.manager })).reached).to.have.length(1);
    });
  }

  it("tells the person at a command that only an action needs more of", async () => {
    const { send } = await house({ actionNeeds: { act: "moderator" } });
    expect((await send({ ...commandPayload([question("x")]), ...PEOPLE.member })).reached).to.have.length(1);
  });

  it("is not taken in by forged ids", async () => {
    const { send } = await house({ actionNeeds: { act: "manager" } });
    for (const forged of [
      "1|ask|constructor|",
      "1|ask|__proto__|",
      "1|ask|~act|",
      "0|ask|act|",
      "1|ask|act",
      "1|ASK|act|",
    ]) {
      const { reached, body } = await send({ ...buttonPayload(forged), ...PEOPLE.member });
      expect(reached).to.have.length(0);
      expect(body).to.containSubset({ type: 4, data: { flags: EPHEMERAL } });
    }
  });

  it("believes no roles or permissions that make no sense", async () => {
    const { send } = await house({ needs: "moderator" });
    const [sound] = PEOPLE.moderator.member.roles;
    for (const odd of [
      { roles: [[ROLE]], permissions: "0" },
      { roles: ROLE, permissions: "0" },
      { roles: [Number(ROLE)], permissions: "0" },
      { roles: [ROLE, "x"], permissions: "0" },
      { roles: [sound], permissions: 32 },
      { roles: [sound], permissions: "-32" },
      { roles: null, permissions: ["32"] },
    ]) {
      const payload = { ...commandPayload([question("x")]), member: { user: { id: "7" }, ...odd } };
      expect((await send(payload)).reached).to.have.length(0);
    }
  });

  it("counts a changed setting at once, and one that another process changed within a minute", async () => {
    const { send, store, memory, clock } = await house({ needs: "moderator" });
    const attempt = async () => (await send({ ...ENTRIES["command"]?.("act"), ...PEOPLE.moderator })).reached.length;
    expect(await attempt()).to.equal(1);
    await store.setServerSettings(SERVER, { moderatorRoles: [] }, null);
    expect(await attempt()).to.equal(0);
    await store.setServerSettings(SERVER, { moderatorRoles: [ROLE] }, null);
    expect(await attempt()).to.equal(1);
    await memory.setServerSettings(SERVER, { moderatorRoles: [] }, null);
    clock.now += 59_000;
    expect(await attempt()).to.equal(1);
    clock.now += 1_000;
    expect(await attempt()).to.equal(0);
  });

  it("makes nobody a moderator while the store is gone, says so, and asks again soon", async () => {
    let gone: "failing" | "throwing" | null = "failing";
    const memory = memoryStore();
    await memory.setServerSettings(SERVER, { moderatorRoles: [ROLE] }, null);
    const { send, clock } = await house(
      { needs: "moderator" },
      {},
      {
        serverSettings: async (server) => {
          if (gone === "throwing") throw new Error("broken");
          return gone === "failing" ? FAILED : memory.serverSettings(server);
        },
      },
    );
    const attempt = async (who: object) => send({ ...commandPayload([question("x")]), ...who });
    for (const way of ["failing", "throwing"] as const) {
      gone = way;
      const refused = await attempt(PEOPLE.moderator);
      expect(refused.reached).to.have.length(0);
      expect(refused.sent).to.include("cannot look up just now");
      expect((await attempt(PEOPLE.manager)).reached).to.have.length(1);
      clock.now += 2_000;
    }
    gone = null;
    expect((await attempt(PEOPLE.moderator)).reached).to.have.length(1);
    // What was known lasts for a minute; whoever lost the role since must not pass for longer.
    gone = "failing";
    clock.now += 59_000;
    expect((await attempt(PEOPLE.moderator)).reached).to.have.length(1);
    clock.now += 1_000;
    expect((await attempt(PEOPLE.moderator)).reached).to.have.length(0);
  });

  it("waits a little for a store that is slow, and not for one that never answers", async () => {
    const memory = memoryStore();
    await memory.setServerSettings(SERVER, { moderatorRoles: [ROLE] }, null);
    const slow = await house(
      { needs: "moderator" },
      {},
      {
        serverSettings: async (server) => {
          await sleep(150);
          return memory.serverSettings(server);
        },
      },
    );
    expect((await slow.send({ ...commandPayload([question("x")]), ...PEOPLE.moderator })).reached).to.have.length(1);
    const silent = await house({ needs: "moderator" }, {}, { serverSettings: async () => new Promise(() => {}) });
    const refused = await silent.send({ ...commandPayload([question("x")]), ...PEOPLE.moderator });
    expect(refused.reached).to.have.length(0);
    expect(refused.sent).to.include("cannot look up just now");
  });

  it("tells a command whether the person may write in the channel", async () => {
    const { send } = await house({});
    const write = String((1n << 10n) | (1n << 11n));
    const inThreads = String((1n << 10n) | (1n << 38n));
    for (const [permissions, type, may] of [
      [write, 0, true],
      [write, 11, false],
      [inThreads, 11, true],
      [inThreads, 0, false],
      [String(1n << 11n), 0, false],
      [ADMINISTRATOR, 11, true],
      ["x", 0, false],
    ] as const) {
      const payload = { ...commandPayload([question("x")]), ...person(permissions), channel: { type } };
      expect((await send(payload)).reached[0]?.mayWrite).to.equal(may);
    }
    expect((await send({ ...commandPayload([question("x")]), ...DIRECTLY })).reached[0]?.mayWrite).to.equal(true);
  });
});
