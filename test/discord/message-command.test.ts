import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { AnyCommand, MessageCommand } from "../../src/domain/command.ts";
import { Dispatcher } from "../../src/discord/dispatch.ts";
import { memoryStore } from "../fixtures/store.ts";
import {
  askCommand,
  buttonPayload,
  commandPayload,
  dispatchOptions,
  fakeTransport,
  messageCommandPayload,
  recordingLogger,
  reply,
} from "./fakes.ts";

const check: MessageCommand = {
  type: "message",
  name: "read-message",
  run: async (_, { text, byBot }) => reply(`${byBot ? "bot" : "person"}: ${text || "nothing"}`),
  actions: { more: async () => ({ place: "new", reply: reply("More") }) },
};

async function dispatch(payload: unknown, command: AnyCommand = check) {
  const { logger, lines } = recordingLogger();
  const transport = fakeTransport();
  const listing = askCommand(async ({ commands }) => reply(commands.map(({ name }) => name).join()));
  await new Dispatcher(dispatchOptions([command, listing], transport, logger)).handle(payload);
  return { calls: transport.calls, log: lines.join("") };
}

const embeds = (description: string) => ({ embeds: [{ description }] });

describe("a message command", () => {
  it("is given the message, and answers privately whatever its reply says", async () => {
    const { calls } = await dispatch(messageCommandPayload({ content: "It **sank**.", author: { bot: true } }));
    expect(calls).to.have.length(1);
    expect(calls[0]?.body).to.containSubset({
      type: 4,
      data: { flags: 64, ...embeds("bot: It sank."), allowed_mentions: { parse: [] } },
    });
  });

  it("is answered in the language that the person has set, and by its English name all the same", async () => {
    const { logger } = recordingLogger();
    const transport = fakeTransport();
    const store = memoryStore();
    await store.setLanguage("7", "de");
    const speaking: MessageCommand = { ...check, run: async ({ words }) => reply(words.say("button.next")) };
    const options = dispatchOptions([speaking], transport, logger, { store });
    await new Dispatcher(options).handle(messageCommandPayload({ content: "x" }));
    expect(transport.calls[0]?.body).to.containSubset({ data: embeds("Weiter") });
  });

  it("that is slow is deferred privately", async () => {
    const slow: MessageCommand = {
      ...check,
      run: async (_, { text }) => {
        await sleep(120);
        return reply(text);
      },
    };
    const { calls } = await dispatch(messageCommandPayload({ content: "Late" }), slow);
    expect(calls.map(({ how }) => how)).to.deep.equal(["respond", "edit"]);
    expect(calls[0]?.body).to.deep.equal({ type: 5, data: { flags: 64 } });
    expect(calls[1]?.body).to.containSubset(embeds("Late"));
  });

  it("runs on an empty message too: what to say of it is the command's", async () => {
    const { calls } = await dispatch(messageCommandPayload({ content: "", sticker_items: [{ id: "1" }] }));
    expect(calls[0]?.body).to.containSubset({ data: embeds("person: nothing") });
  });

  it("has buttons that work", async () => {
    const { calls } = await dispatch(buttonPayload("1|read-message|more|"));
    expect(calls[0]?.body).to.containSubset({ type: 4, data: embeds("More") });
  });

  it("that is unknown or whose target is forged gets a plain private answer", async () => {
    for (const payload of [
      messageCommandPayload({ content: "x" }, "read-message"),
      messageCommandPayload({ content: "x" }, "constructor"),
      messageCommandPayload(null),
    ]) {
      const { calls } = await dispatch(payload);
      expect(calls).to.have.length(1);
      expect(calls[0]?.body).to.containSubset({ type: 4, data: { flags: 64 } });
    }
  });

  it("that throws tells the person, and logs nothing of the message", async () => {
    const throwing: MessageCommand = {
      ...check,
      run: async (_, { text }) => {
        throw new Error(text);
      },
    };
    const { calls, log } = await dispatch(messageCommandPayload({ content: "canary" }), throwing);
    expect(calls[0]?.body).to.containSubset({ data: { flags: 64 } });
    expect(JSON.parse(log)).to.include({ level: "error", command: "read-message" });
    expect(log).not.to.include("canary");
  });

  it("is no slash command: neither typed nor listed among them", async () => {
    const typed = await dispatch(commandPayload([], "read-message"));
    expect(JSON.stringify(typed.calls)).to.include("command has changed");
    const listed = await dispatch(commandPayload([{ type: 3, name: "question", value: "?" }]));
    expect(listed.calls[0]?.body).to.containSubset({ data: embeds("ask") });
  });
});
