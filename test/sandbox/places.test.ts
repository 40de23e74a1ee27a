import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect } from "chai";
import type { Outcome } from "../../src/sandbox/client/user.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ask, askCommand, callback, jumpingClock, openSandbox, RawBot, register, webhook } from "./support.ts";

const everywhere = { ...askCommand, contexts: [0, 1, 2], integration_types: [0, 1] };
const check = { name: "Check", type: 3, contexts: [0, 1, 2], integration_types: [0, 1] };
const groupPermissions =
  PermissionFlagsBits.AttachFiles | PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.MentionEveryone;

function answered(outcome: Outcome) {
  if (outcome.type !== "answered") throw new Error(`Not answered: ${JSON.stringify(outcome)}`);
  return outcome.message;
}

describe("sandbox: places", () => {
  let sandbox: Sandbox;
  let bot: RawBot;
  let general: string;
  beforeEach(async () => {
    sandbox = await openSandbox({ now: jumpingClock(), limits: { tokenMs: 1e12 } });
    general = sandbox.channels["general"] ?? "";
    await register(sandbox, everywhere, check);
    bot = await RawBot.login(sandbox);
  });
  afterEach(() => sandbox.close());

  const asks = (channelId: string) => sandbox.user().slash("ask", { question: "who?" }, { channelId });

  it("gives a command in the bot's direct messages no server and no member", async () => {
    const me = sandbox.user();
    const outcome = asks(me.directChannelId);
    const interaction = await bot.interaction();
    expect(interaction).to.deep.include({
      context: 1,
      channel_id: me.directChannelId,
      user: me.user,
      authorizing_integration_owners: { 0: "0" },
      app_permissions: (groupPermissions | PermissionFlagsBits.UseExternalEmojis).toString(),
    });
    expect(interaction).to.not.have.any.keys("guild", "guild_id", "guild_locale", "member");
    expect(interaction["channel"]).to.deep.include({ type: 1, recipients: [me.user] });
    await callback(sandbox, interaction, { type: 4, data: { content: "Here" } });
    expect(answered(await outcome).channel_id).to.equal(me.directChannelId);
  });

  it("gives a command in a thread the thread and its parent", async () => {
    const threadId = sandbox.user().startThread("What we know", { channelId: general });
    void asks(threadId);
    const interaction = await bot.interaction();
    expect(interaction).to.deep.include({ context: 0, channel_id: threadId, guild_id: sandbox.guildId });
    expect(interaction["channel"]).to.deep.include({ type: 11, name: "What we know", parent_id: general });
    expect(interaction).to.have.nested.property("channel.thread_metadata.archived", false);
    const created = await bot.event("THREAD_CREATE");
    expect(created.d).to.include({ id: threadId, type: 11, parent_id: general });
    expect((await ask(sandbox, "POST", `/channels/${threadId}/messages`, { content: "a" })).status).to.equal(200);
  });

  it("gives a command where the bot is no member to whoever installed it, and keeps the bot out", async () => {
    const { group, foreign } = sandbox.withoutBot;
    const me = sandbox.user();
    const outcome = asks(group);
    const interaction = await bot.interaction();
    const owners = { 1: me.user.id };
    expect(interaction).to.deep.include({ context: 2, user: me.user, authorizing_integration_owners: owners });
    expect(interaction).to.deep.include({ app_permissions: groupPermissions.toString() });
    expect(interaction).to.have.nested.property("channel.type", 3);
    await callback(sandbox, interaction, { type: 4, data: { content: "Here" } });
    expect(answered(await outcome).content).to.equal("Here");

    void asks(foreign);
    const there = await bot.interaction();
    expect(there).to.deep.include({ context: 0, authorizing_integration_owners: owners });
    expect(there["guild_id"]).to.be.a("string").and.not.equal(sandbox.guildId);
    expect(there).to.have.nested.property("member.user.id", me.user.id);
    for (const id of [group, foreign]) {
      expect(await ask(sandbox, "GET", `/channels/${id}`)).to.include({ status: 403, code: 50001 });
      expect(await ask(sandbox, "POST", `/channels/${id}/messages`, { content: "a" })).to.include({ code: 50001 });
    }
  });

  it("goes on under the installation a message came by", async () => {
    const outcome = asks(sandbox.withoutBot.foreign);
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: "More", custom_id: "more" }] }];
    await callback(sandbox, await bot.interaction(), { type: 4, data: { content: "Here", components } });
    void sandbox.user({ username: "second" }).press(answered(await outcome), "More");
    const pressed = await bot.interaction();
    expect(pressed["authorizing_integration_owners"]).to.deep.equal({ 1: sandbox.user().user.id });
  });

  it("offers a command only where it was made for", async () => {
    await register(sandbox, { ...askCommand, contexts: [0], integration_types: [0] });
    const refused = async (id: string) => {
      const outcome = await asks(id);
      return outcome.type === "refused" ? outcome.reason : outcome.type;
    };
    expect(await refused(sandbox.user().directChannelId)).to.include("direct messages");
    expect(await refused(sandbox.withoutBot.group)).to.include("without the bot");
    expect(await refused(sandbox.withoutBot.foreign)).to.include("not a member");
    expect(await refused(sandbox.user({ username: "second" }).directChannelId)).to.include("no such channel");
  });

  it("answers 10003 about a deleted channel and 10008 about a deleted message", async () => {
    const outcome = asks(general);
    const interaction = await bot.interaction();
    await callback(sandbox, interaction, { type: 4, data: { content: "Here" } });
    const message = answered(await outcome);
    const late = asks(general);
    const unanswered = await bot.interaction();
    expect(sandbox.deleteMessage(message.id)).to.equal(true);
    expect(await webhook(sandbox, "PATCH", interaction, "/messages/@original", { content: "b" })).to.include({
      status: 404,
      code: 10008,
    });
    const threadId = sandbox.user().startThread("Below", { channelId: general });
    expect(sandbox.deleteChannel(general)).to.equal(true);
    expect(sandbox.deleteChannel(general)).to.equal(false);
    expect(await callback(sandbox, unanswered, { type: 4, data: { content: "b" } })).to.include({ code: 10003 });
    expect(await webhook(sandbox, "POST", interaction, "", { content: "b" })).to.include({ code: 10003 });
    expect(await ask(sandbox, "POST", `/channels/${threadId}/messages`, { content: "b" })).to.include({ code: 10003 });
    expect((await bot.event("CHANNEL_DELETE")).d).to.include({ id: general });
    expect((await bot.event("THREAD_DELETE")).d).to.include({ id: threadId, parent_id: general });
    expect(sandbox.messages(general)).to.deep.equal([]);
    expect(await asks(general)).to.include({ type: "refused" });
    void late;
  });

  it("refuses a change of a message that was deleted before its button was answered", async () => {
    const outcome = asks(general);
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: "More", custom_id: "more" }] }];
    await callback(sandbox, await bot.interaction(), { type: 4, data: { content: "Here", components } });
    const message = answered(await outcome);
    void sandbox.user().press(message, "More");
    const pressed = await bot.interaction();
    sandbox.deleteMessage(message.id);
    expect(await callback(sandbox, pressed, { type: 7, data: { content: "b" } })).to.include({ code: 10008 });
  });

  it("delivers what the bot writes to a person, unless they take no direct messages", async () => {
    const listener = await RawBot.login(sandbox, 1 | (1 << 12));
    const second = sandbox.user({ username: "second" });
    const opened = await ask(sandbox, "POST", "/users/@me/channels", { recipient_id: second.user.id });
    expect(opened.body).to.deep.include({ id: second.directChannelId, type: 1, recipients: [second.user] });
    const path = `/channels/${second.directChannelId}/messages`;
    expect((await ask(sandbox, "POST", path, { content: "News" })).status).to.equal(200);
    expect(second.sees(second.directChannelId).map(({ content }) => content)).to.deep.equal(["News"]);
    const told = await listener.event("MESSAGE_CREATE");
    expect(told.d).to.include({ content: "News" }).and.not.have.property("guild_id");
    second.takeDirectMessages(false);
    expect(await ask(sandbox, "POST", path, { content: "More" })).to.include({ status: 403, code: 50007 });
    expect((await ask(sandbox, "GET", path)).status).to.equal(200);
    expect(await ask(sandbox, "POST", "/users/@me/channels", { recipient_id: "1" })).to.include({ code: 50033 });
    expect(await ask(sandbox, "POST", "/users/@me/channels", {})).to.include({ code: 50033 });
  });

  it("lists a command's translations, at every depth, only when asked to", async () => {
    const named = { name_localizations: { de: "frage" }, description_localizations: { de: "Frage" } };
    const choice = { name: "One", value: "1", name_localizations: { de: "Eins" } };
    const option = { type: 3, name: "what", description: "What", ...named, choices: [choice] };
    await register(sandbox, { name: "ask", description: "Ask", ...named, options: [option] });
    const path = `/applications/${sandbox.applicationId}/commands`;
    expect(JSON.stringify((await ask(sandbox, "GET", path)).body)).to.not.include("localizations");
    const full = JSON.stringify((await ask(sandbox, "GET", `${path}?with_localizations=true`)).body);
    expect(full).to.include("frage").and.include("Eins");
  });
});

describe("sandbox: who may do what", () => {
  let sandbox: Sandbox;
  let bot: RawBot;
  beforeEach(async () => {
    sandbox = await openSandbox();
    await register(sandbox, everywhere, check);
    bot = await RawBot.login(sandbox);
  });
  afterEach(() => sandbox.close());

  it("keeps commands and writing in the server from the restricted persona, but not in direct messages", async () => {
    const restricted = sandbox.user({ username: "restricted" });
    expect(await restricted.slash("ask", { question: "a" })).to.include({
      type: "refused",
      reason: "You do not have permission to use this command.",
    });
    expect(() => restricted.say("a")).to.throw(RangeError, "permission to send");
    void restricted.slash("ask", { question: "a" }, { channelId: restricted.directChannelId });
    expect(await bot.interaction()).to.deep.include({ user: restricted.user });
  });

  it("gives the moderator's permissions with an interaction", async () => {
    void sandbox.user({ username: "moderator" }).slash("ask", { question: "a" });
    const interaction = await bot.interaction();
    const { ManageGuild, ManageMessages } = PermissionFlagsBits;
    expect(interaction)
      .to.have.nested.property("member.permissions")
      .that.satisfies(
        (digits: string) => (BigInt(digits) & (ManageGuild | ManageMessages)) === (ManageGuild | ManageMessages),
      );
  });

  it("lets nobody but its opener send a form", async () => {
    const opened = sandbox.user().slash("ask", { question: "a" });
    const input = { type: 4, custom_id: "why", style: 2, label: "Why?", value: "before", required: false };
    const modal = { custom_id: "f", title: "F", components: [{ type: 1, components: [input] }] };
    await callback(sandbox, await bot.interaction(), { type: 9, data: modal });
    const outcome = await opened;
    const modalId = outcome.type === "modal" ? outcome.modalId : "";
    const second = sandbox.user({ username: "second" });
    expect(await second.submitModal(modalId, {})).to.include({ type: "refused" });
    void sandbox.user().submitModal(modalId, { why: "one\n\ntwo" });
    const sent = await bot.interaction();
    expect(sent).to.have.nested.property("data.components[0].components[0].value", "one\n\ntwo");
  });

  const square = { name: "a.png", contentType: "image/png", bytes: new Uint8Array([1]) };
  const targets = [
    { name: "a picture alone", saying: { content: "", files: [square] }, at: "attachments[0].filename", is: "a.png" },
    { name: "an embed alone", saying: { content: "", embeds: [{ title: "T" }] }, at: "embeds[0].title", is: "T" },
    { name: "4,000 characters", saying: { content: "x".repeat(4000) }, at: "content.length", is: 4000 },
  ] as const;
  for (const { name, saying, at, is } of targets) {
    it(`runs a message command on ${name}`, async () => {
      const said = sandbox.user({ username: "second" }).say(saying);
      void sandbox.user().messageCommand("Check", said);
      const interaction = await bot.interaction();
      expect(interaction).to.have.nested.property(`data.resolved.messages.${said.id}.${at}`, is);
      expect(interaction).to.have.nested.property("data.target_id", said.id);
    });
  }

  it("posts nothing that people cannot post", () => {
    expect(() => sandbox.user().say("x".repeat(4001))).to.throw(RangeError, "4000");
    expect(() => sandbox.user().say(" ")).to.throw(RangeError, "nothing to send");
    expect(() => sandbox.user().startThread(" ")).to.throw(RangeError, "name");
    const { group } = sandbox.withoutBot;
    expect(() => sandbox.user().startThread("a", { channelId: group })).to.throw(RangeError, "channel of the server");
  });
});
