import { setTimeout as sleep } from "node:timers/promises";
import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect } from "chai";
import type { Command } from "../../src/domain/command.ts";
import type { Attachment } from "../../src/domain/reply.ts";
import { Dispatcher } from "../../src/discord/dispatch.ts";
import { RecentConversations } from "../../src/app/conversations.ts";
import type { SendFailure } from "../../src/discord/send.ts";
import { memoryStore } from "../fixtures/store.ts";
import {
  askCommand,
  buttonPayload,
  BY_ANOTHER,
  commandPayload,
  dispatchOptions,
  fakeTransport,
  question,
  recordingLogger,
  reply,
  type Call,
  textOf,
} from "./fakes.ts";

type Fail = (how: Call["how"], before: number) => SendFailure | null;

async function dispatch(command: Command, payload: unknown, fail: Fail = () => null) {
  const { logger, lines } = recordingLogger();
  const transport = fakeTransport(fail);
  await new Dispatcher(dispatchOptions([command], transport, logger)).handle(payload);
  return { calls: transport.calls, log: lines.join("") };
}

const first =
  (failure: SendFailure): Fail =>
  (_, before) =>
    before === 0 ? failure : null;

const asked = commandPayload([question("x")]);
const hows = (calls: readonly Call[]) => calls.map(({ how }) => how);

describe("what a command is given", () => {
  it("tells who asks and where, what was said before, and has the store", async () => {
    const { logger } = recordingLogger();
    const transport = fakeTransport();
    const store = memoryStore();
    const conversations = new RecentConversations();
    const seen: unknown[] = [];
    const ask = askCommand(
      async ({ who, conversation, store: given }, { question }) => {
        seen.push(who, [...conversation.context]);
        await given.setLanguage(who.person, "en");
        expect(await store.language(who.person)).to.deep.equal({ ok: true, value: "en" });
        conversation.add({ question: textOf(question), answer: "Norvik." });
        return reply("");
      },
      {
        actions: {
          look: async ({ conversation }) => ({ place: "new", reply: reply(conversation.context.join(" / ")) }),
        },
        complete: async ({ conversation }) => [{ label: conversation.context.join(" / "), value: "v" }],
      },
    );
    const dispatcher = new Dispatcher(dispatchOptions([ask], transport, logger, { store, conversations }));
    const who = { person: "7", channel: "71", server: "70", inThread: false };
    for (const text of ["who?", "when?"]) await dispatcher.handle(commandPayload([question(text)]));
    expect(seen).to.deep.equal([who, [], who, ["who?", "Norvik."]]);
    await dispatcher.handle(buttonPayload("1|ask|look|"));
    expect(JSON.stringify(transport.calls.at(-1))).to.include("who? / Norvik. / when? / Norvik.");
    await dispatcher.handle(buttonPayload("1|ask|look|", BY_ANOTHER));
    expect(JSON.stringify(transport.calls.at(-1))).not.to.include("Norvik");
  });
});

describe("files", () => {
  const file = (name: string, text: string): Attachment => ({ name, text });
  const sending = (attachments: readonly Attachment[], slow = false): Command =>
    askCommand(async () => {
      if (slow) await sleep(120);
      return reply("Here", { attachments });
    });

  it("go along with an answer, an edit and a follow-up", async () => {
    const files = [["yours.json", "{ é }"]];
    const quick = await dispatch(sending([file("yours.json", "{ é }")]), asked);
    expect(quick.calls[0]).to.deep.include({ how: "respond", files });
    const late = await dispatch(sending([file("yours.json", "{ é }")], true), asked);
    expect(late.calls[1]).to.deep.include({ how: "edit", files });
    expect(late.calls[1]?.body).to.deep.include({ attachments: [{ id: "0", filename: "yours.json" }] });
    const act: NonNullable<Command["actions"]>[string] = async () => {
      await sleep(120);
      return { place: "new", reply: reply("Here", { visibility: "private", attachments: [file("a.txt", "x")] }) };
    };
    const followed = await dispatch(
      askCommand(async () => reply(""), { actions: { act } }),
      buttonPayload("1|ask|act|"),
    );
    expect(followed.calls[1]).to.deep.include({ how: "followUp", files: [["a.txt", "x"]] });
  });

  it("of a message go when another takes its place", async () => {
    const act: NonNullable<Command["actions"]>[string] = async () => ({ place: "update", reply: reply("Next") });
    const { calls } = await dispatch(
      askCommand(async () => reply(""), { actions: { act } }),
      buttonPayload("1|ask|act|"),
    );
    expect(calls[0]?.body).to.containSubset({ type: 7, data: { attachments: [] } });
  });

  for (const [given, sent] of [
    ["../../etc/passwd", "etc-passwd"],
    [".hidden", "hidden"],
    ["a b\u0000/c.json", "a-b-c.json"],
    ["", "file.txt"],
    ["???", "file.txt"],
    [`${"x".repeat(300)}.json`, `${"x".repeat(95)}.json`],
  ] as const) {
    it(`called ${JSON.stringify(given.slice(0, 20))} leave as ${sent.slice(0, 20)}`, async () => {
      const { calls } = await dispatch(sending([file(given, "x")]), asked);
      expect(calls[0]?.files).to.deep.equal([[sent, "x"]]);
    });
  }

  it("beyond 1 MiB together, or beyond ten, stay behind whole, and the operator hears of it", async () => {
    const half = "x".repeat(600_000);
    const { calls, log } = await dispatch(sending([file("a", half), file("b", half), file("c", "small")]), asked);
    expect(calls[0]?.files.map(([name]) => name)).to.deep.equal(["a", "c"]);
    expect(log).to.include("attachments");
    const many = await dispatch(sending(Array.from({ length: 12 }, (_, index) => file(`f${index}`, "x"))), asked);
    expect(many.calls[0]?.files).to.have.length(10);
    const umlauts = await dispatch(sending([file("wide", "é".repeat(600_000))]), asked);
    expect(umlauts.calls[0]?.files).to.deep.equal([]);
  });
});

describe("where the bot may not speak", () => {
  const { ViewChannel, SendMessages, EmbedLinks, AttachFiles, SendMessagesInThreads, Administrator } =
    PermissionFlagsBits;
  const forbidden: SendFailure = { id: "forbidden", code: 50_013 };
  const files = [{ name: "a.txt", text: "x" }];

  for (const [what, allowed, type, attachments, words] of [
    ["no links", ViewChannel | SendMessages, 0, [], "embed links"],
    ["nothing in threads", ViewChannel | SendMessages | EmbedLinks, 11, [], "send messages in threads"],
    ["no files", ViewChannel | SendMessages | EmbedLinks, 0, files, "attach files"],
    ["nothing", 0n, 0, [], "view the channel, send messages and embed links"],
    ["all there is", ViewChannel | SendMessages | EmbedLinks, 0, [], "view the channel, send messages and embed links"],
    ["everything", Administrator, 0, files, "view the channel, send messages and embed links"],
    ["files in threads", ViewChannel | SendMessagesInThreads | EmbedLinks, 12, files, "attach files"],
    ["no more than it can see", AttachFiles | ViewChannel, 0, files, "send messages and embed links"],
  ] as const) {
    it(`and is allowed ${what}, person and operator are told what is missing`, async () => {
      const ask = askCommand(async () => reply("Here", { attachments }));
      const payload = { ...asked, app_permissions: String(allowed), channel: { id: "71", type } };
      const { calls, log } = await dispatch(ask, payload, first(forbidden));
      expect(hows(calls)).to.deep.equal(["respond", "respond"]);
      expect(calls[1]?.body).to.containSubset({ data: { flags: 64 } });
      expect(JSON.stringify(calls[1])).to.include(`let it ${words}.`);
      expect(JSON.parse(log)).to.include({
        level: "warn",
        msg: `An answer did not arrive. The bot lacks a permission there: ${words.replace("the ", "").replace(" and ", ", ")}.`,
      });
    });
  }

  it("as somebody's guest, the answer goes to that person alone", async () => {
    const ask = askCommand(async () => reply("Here"));
    const payload = { ...asked, authorizing_integration_owners: { 1: "7" } };
    const { calls } = await dispatch(ask, payload, first(forbidden));
    expect(calls[1]?.body).to.containSubset({ type: 4, data: { flags: 64, embeds: [{ description: "Here" }] } });
  });
});

describe("what is gone meanwhile", () => {
  const act: NonNullable<Command["actions"]>[string] = async () => ({ place: "update", reply: reply("Page 2") });
  const slowly: typeof act = async (context, state) => {
    await sleep(120);
    return act(context, state);
  };
  const press = (action: typeof act, fail: Fail) =>
    dispatch(
      askCommand(async () => reply(""), { actions: { act: action } }),
      buttonPayload("1|ask|act|"),
      fail,
    );

  it("a message that was deleted: whoever pressed is answered alone", async () => {
    const gone: SendFailure = { id: "message-gone", code: 10_008 };
    const quick = await press(act, first(gone));
    expect(quick.calls[1]).to.deep.include({ how: "respond" });
    expect(quick.calls[1]?.body).to.containSubset({
      type: 4,
      data: { flags: 64, embeds: [{ description: "Page 2" }] },
    });
    const late = await press(slowly, (how) => (how === "edit" ? gone : null));
    expect(hows(late.calls)).to.deep.equal(["respond", "edit", "followUp"]);
    expect(late.calls[2]?.body).to.containSubset({ flags: 64, embeds: [{ description: "Page 2" }] });
    expect(JSON.parse(late.log)).to.include({ level: "info" });
  });

  it("a channel, a thread or a token: it is a note in the log, once", async () => {
    for (const code of [10_003, 10_015, 50_027]) {
      const { calls, log } = await press(slowly, (how) => (how === "edit" ? { id: "expired", code } : null));
      expect(hows(calls)).to.deep.equal(["respond", "edit"]);
      expect(JSON.parse(log)).to.include({ level: "info" });
    }
  });
});

describe("a button pressed twice, or by others", () => {
  it("is answered each time, each for the one who pressed", async () => {
    const { logger } = recordingLogger();
    const transport = fakeTransport();
    const turn: NonNullable<Command["actions"]>[string] = async ({ byAsker, who }) => {
      await sleep(60);
      return byAsker
        ? { place: "update", reply: reply("turned") }
        : { place: "new", reply: reply(`for ${who.person}`, { visibility: "private" }) };
    };
    const ask = askCommand(async () => reply(""), { actions: { turn } });
    const dispatcher = new Dispatcher(dispatchOptions([ask], transport, logger));
    const press = (more: object = {}) => dispatcher.handle(buttonPayload("1|ask|turn|", more));
    await Promise.all([press(), press(), press(BY_ANOTHER)]);
    expect(hows(transport.calls).toSorted()).to.deep.equal([
      "edit",
      "edit",
      "followUp",
      "respond",
      "respond",
      "respond",
    ]);
    const theirs = transport.calls.find(({ how }) => how === "followUp");
    expect(theirs?.body).to.containSubset({ flags: 64, embeds: [{ description: "for 8" }] });
  });
});
