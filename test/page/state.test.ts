import { expect } from "chai";
import type { PageMessage, ToPage } from "../../src/sandbox/page-protocol.ts";
import { choosableIn, messagesSeen, placesOf } from "../../src/sandbox/page/moves.ts";
import { initialState, reduce } from "../../src/sandbox/page/state.ts";
import type { Action, PageState } from "../../src/sandbox/page/state.ts";
import * as canned from "./canned.ts";

const hello: ToPage = {
  type: "hello",
  guildName: "Guild",
  channels: [
    canned.channel("1", "first"),
    canned.channel("2", "second"),
    canned.channel("3", "Footnote", { kind: "direct", ownerId: canned.reader.id }),
  ],
  personas: canned.personas,
  roles: [{ id: "9", name: "Moderators" }],
  bot: null,
  commands: [],
  messages: [],
};
const command: Action = {
  type: "sent",
  pending: { nonce: "n", personaId: canned.reader.id, origin: { type: "command", channelId: "1", name: "/ask" } },
};

function after(...actions: readonly Action[]): PageState {
  return actions.reduce(reduce, initialState);
}

function shown(id: string, content: string): PageMessage {
  return { message: canned.message({ id, content }), channelId: "1", ownerId: null, thinking: false };
}

describe("the state of the page", () => {
  it("opens the first channel on arrival and keeps the chosen one when the server comes back", () => {
    expect(after(hello).channelId).to.equal("1");
    expect(after(hello, { type: "channel-chosen", channelId: "2" }, hello).channelId).to.equal("2");
  });

  it("forgets what it knew when the server greets it again", () => {
    const again = after(hello, { type: "message", message: shown("5", "old") }, command, hello);
    expect(again.messages).to.be.empty;
    expect(again.pending).to.be.empty;
  });

  it("adds new messages at the end and puts a new state in the place of the old", () => {
    const state = after(
      hello,
      { type: "message", message: { ...shown("5", ""), thinking: true } },
      { type: "message", message: shown("6", "second") },
      { type: "message", message: shown("5", "answer") },
    );
    expect(state.messages.map(({ message, thinking }) => [message.content, thinking])).to.deep.equal([
      ["answer", false],
      ["second", false],
    ]);
  });

  it("removes a deleted message", () => {
    const state = after(
      hello,
      { type: "message", message: shown("5", "a") },
      { type: "message-deleted", messageId: "5" },
    );
    expect(state.messages).to.be.empty;
  });

  it("shows a command as on its way until it is acknowledged", () => {
    expect(after(hello, command).pending).to.have.length(1);
    expect(after(hello, command, { type: "acknowledged", nonce: "n" }).pending).to.be.empty;
    expect(after(hello, command, { type: "acknowledged", nonce: "other" }).pending).to.have.length(1);
  });

  it("keeps a failed command where it failed, with the reason, until dismissed", () => {
    const state = after(hello, { type: "message", message: shown("5", "a") }, command, {
      type: "failed",
      nonce: "n",
      reason: "Too late.",
    });
    expect(state.pending).to.be.empty;
    expect(state.failures).to.deep.include({
      nonce: "n",
      personaId: canned.reader.id,
      origin: { type: "command", channelId: "1", name: "/ask" },
      after: "5",
      reason: "Too late.",
    });
    expect(reduce(state, { type: "failure-dismissed", nonce: "n" }).failures).to.be.empty;
  });

  it("forgets a failed press when the same message is pressed again", () => {
    const press = (nonce: string): Action => ({
      type: "sent",
      pending: { nonce, personaId: canned.reader.id, origin: { type: "component", messageId: "5", customId: "more" } },
    });
    const failed = after(hello, press("a"), { type: "failed", nonce: "a", reason: "Too late." });
    expect(failed.failures).to.have.length(1);
    expect(reduce(failed, press("b")).failures).to.be.empty;
  });

  it("fails everything on its way when the connection is lost", () => {
    const state = after(hello, command, { type: "connection", connection: "lost" });
    expect(state.connection).to.equal("lost");
    expect(state.pending).to.be.empty;
    expect(state.failures.map(({ reason }) => reason)).to.deep.equal(["The connection to the sandbox was lost."]);
  });

  it("drops proposals for anything but the latest question", () => {
    const choices = [{ name: "A", value: "a" }];
    const asked = after(hello, { type: "proposals-wanted", nonce: "1" }, { type: "proposals-wanted", nonce: "2" });
    expect(reduce(asked, { type: "choices", nonce: "1", choices })).to.equal(asked);
    expect(reduce(asked, { type: "choices", nonce: "2", choices }).proposals).to.deep.equal({
      nonce: "2",
      status: "ready",
      choices,
    });
    expect(reduce(asked, { type: "failed", nonce: "2", reason: "Too late." }).proposals?.status).to.equal("failed");
    expect(reduce(asked, { type: "proposals-closed" }).proposals).to.equal(null);
  });

  it("opens a modal, keeps it on failure and closes it on success", () => {
    const submit: Action = {
      type: "sent",
      pending: { nonce: "s", personaId: canned.reader.id, origin: { type: "modal-submit" } },
    };
    const open = after(hello, command, { type: "modal", nonce: "n", modalId: "m", modal: canned.feedbackModal });
    expect(open.pending).to.be.empty;
    expect(open.modal?.modalId).to.equal("m");
    const failed = after(hello, { type: "modal", nonce: "n", modalId: "m", modal: canned.feedbackModal }, submit, {
      type: "failed",
      nonce: "s",
      reason: "Too late.",
    });
    expect(failed.modal?.modalId).to.equal("m");
    expect(failed.failures).to.have.length(1);
    expect([submit, { type: "acknowledged", nonce: "s" } as const].reduce(reduce, open).modal).to.equal(null);
    expect(reduce(failed, { type: "modal-closed" })).to.deep.include({ modal: null, failures: [] });
  });
});

describe("the page as one person or another", () => {
  const [you, mo] = canned.personas.map(({ user }) => user.id);
  const direct = (id: string, channelId: string): Action => ({
    type: "message",
    message: { ...shown(id, "a"), channelId },
  });

  it("is the first persona on arrival, and stays who it was when the server comes back", () => {
    expect(after(hello).personaId).to.equal(you);
    expect(after(hello, { type: "persona-chosen", personaId: mo ?? "" }, hello).personaId).to.equal(mo);
  });

  it("shows what is private to its owner alone, and leaves a channel that is somebody else's", () => {
    const secret: Action = { type: "message", message: { ...shown("5", "a"), ownerId: you ?? "" } };
    const state = after(hello, secret, { type: "channel-chosen", channelId: "3" });
    expect(messagesSeen(after(hello, secret))).to.have.length(1);
    const other = reduce(state, { type: "persona-chosen", personaId: mo ?? "" });
    expect(other.channelId).to.equal("1");
    expect(messagesSeen(other)).to.deep.equal([]);
    expect(placesOf(other).map(({ id }) => id)).to.deep.equal(["1", "2"]);
  });

  it("marks a channel as unread until it is opened, whoever's it is", () => {
    const state = after(hello, { type: "persona-chosen", personaId: mo ?? "" }, direct("5", "3"), direct("6", "3"));
    expect(state.unread).to.deep.equal(["3"]);
    expect(after(hello, direct("5", "1")).unread).to.deep.equal([]);
    const back = reduce(state, { type: "persona-chosen", personaId: you ?? "" });
    expect(reduce(back, { type: "channel-chosen", channelId: "3" }).unread).to.deep.equal([]);
    expect(reduce(state, { type: "channels", channels: [canned.channel("1", "first")] }).unread).to.deep.equal([]);
  });

  it("opens a thread it started itself, and no other", () => {
    const thread = canned.channel("9", "new", { kind: "thread", parentId: "1" });
    const channels = [canned.channel("1", "first"), thread];
    expect(after(hello, { type: "channels", channels }).channelId).to.equal("1");
    const started: Action = {
      type: "sent",
      pending: { nonce: "t", personaId: you ?? "", origin: { type: "deed", channelId: "1", deed: "thread" } },
    };
    expect(after(hello, started, { type: "channels", channels }).channelId).to.equal("9");
  });

  it("leaves a channel that is gone, and forgets its messages", () => {
    const state = after(
      hello,
      { type: "message", message: shown("5", "a") },
      {
        type: "channels",
        channels: [canned.channel("2", "second")],
      },
    );
    expect(state.channelId).to.equal("2");
    expect(state.messages).to.deep.equal([]);
  });

  it("lists no channel that the persona does not see, and opens another", () => {
    const hidden = canned.channel("1", "first", { permissions: { [you ?? ""]: "0", [mo ?? ""]: "1024" } });
    const state = after(hello, { type: "channels", channels: [hidden, canned.channel("2", "second")] });
    expect(placesOf(state).map(({ id }) => id)).to.deep.equal(["2"]);
    expect(state.channelId).to.equal("2");
    expect(placesOf({ ...state, personaId: mo ?? "" }).map(({ id }) => id)).to.deep.equal(["1", "2"]);
  });

  it("offers the roles it was told of, and only in the server", () => {
    const roles = [{ id: "7", name: "Desk" }];
    const told = after(hello, { type: "roles", roles });
    expect(choosableIn(told)).to.deep.include({ roles });
    expect(choosableIn(told).channels.map(({ id }) => id)).to.deep.equal(["1", "2"]);
    const direct = reduce(told, { type: "channel-chosen", channelId: "3" });
    expect(choosableIn(direct)).to.deep.equal({ roles: [], channels: [] });
  });

  it("follows a conversation from step to step, and tells how it ended", () => {
    const step = { number: 1, count: 2, deed: "Say", came: "Done.", ok: true, personaId: mo ?? "", channelId: "2" };
    const playing = after(
      hello,
      { type: "play-started", nonce: "p", name: "a.yaml" },
      { type: "played", nonce: "p", step },
    );
    expect(playing).to.deep.include({ personaId: mo, channelId: "2" });
    expect(playing.play).to.deep.include({ status: "playing", steps: [step] });
    expect(reduce(playing, { type: "played", nonce: "other", step })).to.equal(playing);
    expect(reduce(playing, { type: "acknowledged", nonce: "p" }).play).to.include({ status: "over", problem: null });
    expect(reduce(playing, { type: "failed", nonce: "p", reason: "Line 1" }).play).to.include({ problem: "Line 1" });
    expect(reduce(playing, { type: "connection", connection: "lost" }).play).to.include({ status: "over" });
    expect(reduce(playing, { type: "play-closed" }).play).to.equal(null);
  });
});
