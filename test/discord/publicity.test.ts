import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { Command, Publicity } from "../../src/domain/command.ts";
import type { ServerSettings, Store } from "../../src/domain/store.ts";
import { Dispatcher } from "../../src/discord/dispatch.ts";
import { visibilityFor } from "../../src/present/text/visibility.ts";
import { memoryStore } from "../fixtures/store.ts";
import {
  askCommand,
  buttonPayload,
  commandPayload,
  dispatchOptions,
  fakeTransport,
  formPayload,
  PRIVATELY,
  question,
  recordingLogger,
  reply,
} from "./fakes.ts";

const EPHEMERAL = 64;
const PUBLICLY = { type: 5, name: "private", value: false };
const STAYS = "shown to nobody but the person who asks";
const FAILED = { ok: false, error: { id: "store-unavailable", reason: "gone" } } as const;
const PRIVATE_MESSAGE = { message: { id: "9", flags: EPHEMERAL } };

/** What a server's people get to see: how each request went, whether for all, and the words. */
async function house(settings: Partial<ServerSettings>, changes: Partial<Store> = {}) {
  const memory = memoryStore();
  await memory.setServerSettings("70", settings, null);
  let slow = 0;
  let told: Publicity | null = null;
  const act: NonNullable<Command["actions"]>[string] = async (_, [place, visibility]) => {
    await sleep(slow);
    const said = reply("Done", { visibility: visibility === "public" ? "public" : "private" });
    return { place: place === "update" ? "update" : "new", reply: said };
  };
  const ask = askCommand(
    async ({ publicity }, args) => {
      told = publicity;
      await sleep(slow);
      const wanted = args["private"];
      const visibility = visibilityFor(publicity, typeof wanted === "boolean" ? wanted : undefined);
      return reply("Done", { visibility });
    },
    { actions: { act } },
  );
  const stubborn = askCommand(async () => reply("Done"), { name: "stubborn" });
  const { logger } = recordingLogger();
  const options = dispatchOptions([ask, stubborn], fakeTransport(), logger, { store: { ...memory, ...changes } });
  const send = async (payload: object, ms = 0) => {
    slow = ms;
    const transport = fakeTransport();
    await new Dispatcher({ ...options, transport }).handle(payload);
    const sent = JSON.stringify(transport.calls.map(({ body }) => body));
    const [first] = transport.calls;
    return { how: transport.calls.map(({ how }) => how).join(), first: first?.body, sent, told };
  };
  return { send };
}

const asked = (option: object | null = null, more: object = {}, name = "ask") => ({
  ...commandPayload([question("x"), ...(option === null ? [] : [option])], name),
  ...more,
});
const inThread = (id: string, parent_id: string | null) => ({ channel_id: id, channel: { id, type: 11, parent_id } });
const isPrivate = (body: unknown) => JSON.stringify(body).includes(`"flags":${EPHEMERAL}`);

describe("who may see an answer", () => {
  for (const [what, settings, option, seen] of [
    ["all, where nothing is set", {}, null, "all"],
    ["the person alone, who asks for it", {}, PRIVATELY, "one"],
    ["the person alone, by the server's default", { privacy: "private" }, null, "one"],
    ["all, though the server's default is another", { privacy: "private" }, PUBLICLY, "all"],
    ["all, in a channel for that", { publicChannels: ["71", "72"] }, null, "all"],
    ["the person alone, in other channels", { publicChannels: ["72"] }, null, "one"],
    ["the person alone, in other channels, whatever is asked for", { publicChannels: ["72"] }, PUBLICLY, "one"],
    ["the person alone, by default, in a channel for all", { publicChannels: ["71"], privacy: "private" }, null, "one"],
  ] as const) {
    it(`is ${what}, quickly and slowly`, async () => {
      const { send } = await house(settings);
      const quick = await send(asked(option));
      expect(quick.how).to.equal("respond");
      expect(isPrivate(quick.first)).to.equal(seen === "one");
      const slow = await send(asked(option), 120);
      // The deferral knew already: nothing had to be taken back.
      expect(slow.how).to.equal("respond,edit");
      expect(isPrivate(slow.first)).to.equal(seen === "one");
    });
  }

  it("is told to whoever wanted all to see it, and to nobody else", async () => {
    const { send } = await house({ publicChannels: ["72"] });
    expect((await send(asked(PUBLICLY))).sent).to.include(STAYS);
    expect((await send(asked())).sent).not.to.include(STAYS);
    expect((await send(asked(PRIVATELY))).sent).not.to.include(STAYS);
  });

  it("is the person alone, even if a command says otherwise", async () => {
    for (const settings of [{ publicChannels: ["72"] }, { privacy: "private" }] as const) {
      const { send } = await house(settings);
      expect(isPrivate((await send(asked(null, {}, "stubborn"))).first)).to.equal(true);
    }
  });

  it("goes for threads as for their channel", async () => {
    const { send } = await house({ publicChannels: ["60", "81"] });
    for (const [place, allowed] of [
      [inThread("80", "60"), true],
      [inThread("80", "61"), false],
      [inThread("80", null), false],
      [inThread("81", "61"), true],
      [{ channel: { id: "71", type: 0, parent_id: "60" } }, false],
    ] as const) {
      expect((await send(asked(null, place))).told?.allowed).to.equal(allowed);
    }
  });

  it("is no question in direct messages", async () => {
    const { send } = await house({ publicChannels: ["72"], privacy: "private" });
    const direct = { member: undefined, user: { id: "7" }, guild_id: undefined, channel: { type: 1 } };
    expect((await send(asked(null, direct))).told).to.deep.equal({ allowed: true, byDefault: "public" });
  });

  it("is the person alone while nobody can tell what the server has set", async () => {
    for (const serverSettings of [async () => FAILED, async () => Promise.reject(new Error("broken"))]) {
      const { send } = await house({}, { serverSettings });
      const { first, told } = await send(asked());
      expect(isPrivate(first)).to.equal(true);
      expect(told).to.deep.equal({ allowed: false, byDefault: "private" });
    }
  });

  for (const [what, payload] of [
    ["a button", buttonPayload("1|ask|act|new|public|")],
    ["a button of a private message", buttonPayload("1|ask|act|new|public|", PRIVATE_MESSAGE)],
    ["a form", formPayload("1|ask|act|new|public|", {})],
    ["a form of no message", formPayload("1|ask|act|new|public|", {}, { message: undefined })],
  ] as const) {
    it(`is the person alone where ${what} would show it to all, who is told why`, async () => {
      const { send } = await house({ publicChannels: ["72"] });
      const { first, sent } = await send(payload);
      expect(first).to.containSubset({ type: 4, data: { flags: EPHEMERAL } });
      expect(sent).to.include(STAYS);
      const { send: freely } = await house({ publicChannels: ["71"] });
      expect(isPrivate((await freely(payload)).first)).to.equal(false);
    });
  }

  it("leaves a message alone that all see, and goes to the person instead, quickly and slowly", async () => {
    const { send } = await house({ publicChannels: ["72"] });
    const payload = buttonPayload("1|ask|act|update|public|");
    expect((await send(payload)).first).to.containSubset({ type: 4, data: { flags: EPHEMERAL } });
    const slow = await send(payload, 120);
    expect(slow.how).to.equal("respond,followUp");
    expect(slow.first).to.deep.equal({ type: 6 });
    expect(slow.sent).to.include(`"flags":${EPHEMERAL}`);
  });

  it("takes the place of a message that nobody else sees", async () => {
    const { send } = await house({ publicChannels: ["72"] });
    const payload = buttonPayload("1|ask|act|update|public|", PRIVATE_MESSAGE);
    const { first, sent } = await send(payload);
    expect(first).to.containSubset({ type: 7 });
    expect(sent).not.to.include(STAYS);
  });
});
