import { expect } from "chai";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { Outcome } from "../../src/sandbox/client/user.ts";
import { ask, askCommand, callback, openSandbox, RawBot, register, webhook } from "./support.ts";

const text = (length: number) => "x".repeat(length);
const input = { type: 4, custom_id: "why", style: 1, label: "Why?" };
const modalOf = (...components: unknown[]) => ({ custom_id: "form", title: "Form", components });
const row = (...components: unknown[]) => ({ type: 1, components });
const button = { type: 2, style: 1, label: "More", custom_id: "more" };
const select = {
  type: 3,
  custom_id: "pick",
  options: [
    { label: "A", value: "a" },
    { label: "B", value: "b" },
  ],
  max_values: 2,
};

/** The message of an outcome that must be an answer. */
function answered(outcome: Outcome) {
  if (outcome.type !== "answered") throw new Error(`Not answered: ${JSON.stringify(outcome)}`);
  return outcome;
}

describe("sandbox: answers to interactions", () => {
  let sandbox: Sandbox;
  let bot: RawBot;

  beforeEach(async () => {
    sandbox = await openSandbox({ limits: { acknowledgeMs: 1500, globalRequests: 1000 } });
    await register(sandbox, askCommand, { name: "Cite", type: 3 });
    bot = await RawBot.login(sandbox);
  });
  afterEach(() => sandbox.close());

  async function asked() {
    const outcome = sandbox.user().slash("ask", { question: "who?" });
    return { outcome, interaction: await bot.interaction() };
  }

  /** A message with controls that the bot has answered with. */
  async function withControls(flags = 0) {
    const { outcome, interaction } = await asked();
    await callback(sandbox, interaction, {
      type: 4,
      data: { content: "Here", flags, components: [row(button), row(select)] },
    });
    return answered(await outcome).message;
  }

  it("gives the bot what Discord gives with a command", async () => {
    const outcome = sandbox.user().slash("ask", { question: "who?", limit: 2, private: true }, {});
    const interaction = await bot.interaction();
    expect(interaction).to.deep.include({
      type: 2,
      version: 1,
      application_id: sandbox.applicationId,
      guild_id: sandbox.guildId,
      channel_id: sandbox.channels["general"],
      locale: "en-GB",
      guild_locale: "en-US",
      context: 0,
      entitlements: [],
      authorizing_integration_owners: { 0: sandbox.guildId },
    });
    expect(interaction["data"]).to.deep.include({
      name: "ask",
      type: 1,
      options: [
        { name: "question", type: 3, value: "who?" },
        { name: "limit", type: 4, value: 2 },
        { name: "private", type: 5, value: true },
      ],
    });
    expect(interaction).to.have.nested.property("member.permissions").that.matches(/^\d+$/);
    expect(interaction).to.have.nested.property("member.user.username", "you");
    expect(interaction["app_permissions"]).to.match(/^\d+$/);
    await callback(sandbox, interaction, { type: 4, data: { content: "Iran" } });
    const { message } = answered(await outcome);
    expect(message).to.include({ content: "Iran", type: 20 });
    expect(message.interaction).to.include({ id: interaction.id, name: "ask" });
  });

  it("takes one answer only", async () => {
    const { outcome, interaction } = await asked();
    expect((await callback(sandbox, interaction, { type: 4, data: { content: "one" } })).status).to.equal(204);
    expect(await callback(sandbox, interaction, { type: 4, data: { content: "two" } })).to.include({
      status: 400,
      code: 40060,
    });
    expect(answered(await outcome).message.content).to.equal("one");
  });

  it("takes one of two answers that come together", async () => {
    const { interaction } = await asked();
    const replies = await Promise.all([1, 2].map(() => callback(sandbox, interaction, { type: 5 })));
    expect(replies.map((reply) => reply.status)).to.have.members([204, 400]);
  });

  it("knows no interaction by a wrong id or token", async () => {
    const { interaction } = await asked();
    expect(await callback(sandbox, { ...interaction, id: "1" }, { type: 5 })).to.include({ status: 404, code: 10062 });
    expect(await callback(sandbox, { ...interaction, token: "x" }, { type: 5 })).to.include({
      status: 404,
      code: 10062,
    });
  });

  it("refuses an answer that comes too late, and tells the person", async () => {
    await sandbox.close();
    sandbox = await openSandbox({ limits: { acknowledgeMs: 50 } });
    await register(sandbox, askCommand);
    bot = await RawBot.login(sandbox);
    const { outcome, interaction } = await asked();
    expect(await outcome).to.include({ type: "failed", reason: "The application did not respond" });
    expect(await callback(sandbox, interaction, { type: 5 })).to.include({ status: 404, code: 10062 });
    expect(await webhook(sandbox, "POST", interaction, "", { content: "late" })).to.include({ code: 10015 });
  });

  it("refuses a token that is 15 minutes old", async () => {
    await sandbox.close();
    let at = Date.now();
    sandbox = await openSandbox({ now: () => at });
    await register(sandbox, askCommand);
    bot = await RawBot.login(sandbox);
    const { interaction } = await asked();
    await callback(sandbox, interaction, { type: 5 });
    at += 14.9 * 60_000;
    expect(
      (await webhook(sandbox, "PATCH", interaction, "/messages/@original", { content: "in time" })).status,
    ).to.equal(200);
    at += 0.2 * 60_000;
    const late = await webhook(sandbox, "PATCH", interaction, "/messages/@original", { content: "late" });
    expect(late).to.include({ status: 401, code: 50027 });
  });

  it("shows a deferral as thinking and resolves with the edit", async () => {
    const { outcome, interaction } = await asked();
    await callback(sandbox, interaction, { type: 5, data: { flags: 64 } });
    const [thinking] = sandbox.messages(sandbox.channels["general"] ?? "");
    expect(thinking?.flags).to.equal(64 | 128);
    await webhook(sandbox, "PATCH", interaction, "/messages/@original", { content: "done", flags: 0 });
    const { message, ephemeral, requests } = answered(await outcome);
    expect(message).to.include({ content: "done", flags: 64, edited_timestamp: null });
    expect(ephemeral).to.equal(true);
    expect(requests.map(({ method, status }) => [method, status])).to.deep.equal([
      ["POST", 204],
      ["PATCH", 200],
    ]);
  });

  it("lets the first follow-up take the place of thinking, private or not as the deferral was", async () => {
    const { outcome, interaction } = await asked();
    await callback(sandbox, interaction, { type: 5 });
    await webhook(sandbox, "POST", interaction, "", { content: "done", flags: 64 });
    const { message, ephemeral } = answered(await outcome);
    expect([message.content, ephemeral]).to.deep.equal(["done", false]);
    expect(sandbox.messages(message.channel_id)).to.have.length(1);
  });

  it("refuses an edit before any answer", async () => {
    const { interaction } = await asked();
    const early = await webhook(sandbox, "PATCH", interaction, "/messages/@original", { content: "early" });
    expect(early).to.include({ status: 404, code: 10015 });
  });

  it("keeps follow-ups apart from the answer, each private or not", async () => {
    const { outcome, interaction } = await asked();
    await callback(sandbox, interaction, { type: 4, data: { content: "one" } });
    await webhook(sandbox, "POST", interaction, "", { content: "two", flags: 64 });
    const first = answered(await outcome).message;
    const [, second] = sandbox.messages(first.channel_id);
    expect(second).to.include({ content: "two", flags: 64 });
    expect(second?.interaction_metadata?.original_response_message_id).to.equal(first.id);
    const edited = await webhook(sandbox, "PATCH", interaction, `/messages/${second?.id}`, { content: "three" });
    expect(edited.status).to.equal(200);
    expect((await webhook(sandbox, "DELETE", interaction, `/messages/${second?.id}`)).status).to.equal(204);
    expect(await webhook(sandbox, "GET", interaction, `/messages/${second?.id}`)).to.include({ code: 10008 });
    expect((await webhook(sandbox, "GET", interaction, "/messages/@original")).body).to.include({ content: "one" });
  });

  it("describes the answer when asked to", async () => {
    const { interaction } = await asked();
    const reply = await callback(sandbox, interaction, { type: 5, data: { flags: 64 } }, "?with_response=true");
    expect(reply.status).to.equal(200);
    expect(reply.body).to.have.nested.property("interaction.response_message_loading", true);
    expect(reply.body).to.have.nested.property("interaction.response_message_ephemeral", true);
    expect(reply.body).to.have.nested.property("resource.message.flags", 64 | 128);
  });

  const wrongForCommand: readonly (readonly [string, unknown, readonly string[]])[] = [
    ["no type", {}, ["type BASE_TYPE_REQUIRED"]],
    ["an unknown type", { type: 99 }, ["type BASE_TYPE_CHOICES"]],
    ["an update (7)", { type: 7, data: { content: "a" } }, ["type BASE_TYPE_CHOICES"]],
    ["a deferred update (6)", { type: 6 }, ["type BASE_TYPE_CHOICES"]],
    ["choices (8)", { type: 8, data: { choices: [] } }, ["type BASE_TYPE_CHOICES"]],
    ["content of 2,001", { type: 4, data: { content: text(2001) } }, ["data.content BASE_TYPE_MAX_LENGTH"]],
    ["a modal without parts", { type: 9, data: modalOf() }, ["data.components BASE_TYPE_BAD_LENGTH"]],
    [
      "a modal without a title",
      { type: 9, data: { ...modalOf(row(input)), title: undefined } },
      ["data.title BASE_TYPE_REQUIRED"],
    ],
    [
      "a modal title of 46",
      { type: 9, data: { ...modalOf(row(input)), title: text(46) } },
      ["data.title BASE_TYPE_MAX_LENGTH"],
    ],
    [
      "a modal of six inputs",
      { type: 9, data: modalOf(...[1, 2, 3, 4, 5, 6].map((at) => row({ ...input, custom_id: `i${at}` }))) },
      ["data.components BASE_TYPE_BAD_LENGTH"],
    ],
    [
      "a modal input without a label",
      { type: 9, data: modalOf(row({ ...input, label: undefined })) },
      ["data.components.0.components.0.label BASE_TYPE_REQUIRED"],
    ],
    [
      "a modal input label of 46",
      { type: 9, data: modalOf(row({ ...input, label: text(46) })) },
      ["data.components.0.components.0.label BASE_TYPE_MAX_LENGTH"],
    ],
    [
      "a modal with a button",
      { type: 9, data: modalOf(row(button)) },
      ["data.components.0.components.0.type BASE_TYPE_CHOICES"],
    ],
    [
      "a modal whose inputs share an id",
      { type: 9, data: modalOf(row(input), row(input)) },
      ["data.components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED"],
    ],
  ];

  it("refuses wrong answers to a command, and still takes a right one", async () => {
    const { outcome, interaction } = await asked();
    for (const [name, body, errors] of wrongForCommand) {
      const reply = await callback(sandbox, interaction, body);
      expect([reply.code, ...reply.errors], name).to.deep.equal([50035, ...errors]);
    }
    expect(await callback(sandbox, interaction, { type: 4, data: {} })).to.include({ code: 50006 });
    await callback(sandbox, interaction, { type: 4, data: { content: "right" } });
    expect(answered(await outcome).message.content).to.equal("right");
  });

  const wrongChoices: readonly (readonly [string, unknown, readonly string[]])[] = [
    [
      "26 choices",
      Array.from({ length: 26 }, (_none, at) => ({ name: `c${at}`, value: "v" })),
      ["data.choices BASE_TYPE_MAX_LENGTH"],
    ],
    ["a name of 101", [{ name: text(101), value: "v" }], ["data.choices.0.name BASE_TYPE_BAD_LENGTH"]],
    ["an empty name", [{ name: "", value: "v" }], ["data.choices.0.name BASE_TYPE_BAD_LENGTH"]],
    ["a value of 101", [{ name: "n", value: text(101) }], ["data.choices.0.value BASE_TYPE_MAX_LENGTH"]],
    ["a number for text", [{ name: "n", value: 5 }], ["data.choices.0.value STRING_TYPE_CONVERT"]],
  ];

  it("checks what autocomplete proposes", async () => {
    const outcome = sandbox.user().autocomplete("ask", { topic: "alb" }, "topic");
    const interaction = await bot.interaction();
    expect(interaction).to.have.nested.property("data.options[0].focused", true);
    expect(await callback(sandbox, interaction, { type: 4, data: { content: "a" } })).to.include({ code: 50035 });
    for (const [name, choices, errors] of wrongChoices) {
      const reply = await callback(sandbox, interaction, { type: 8, data: { choices } });
      expect(
        reply.errors.filter((error) => error !== ""),
        name,
      ).to.include.members([...errors]);
    }
    await callback(sandbox, interaction, { type: 8, data: { choices: [{ name: "Albania", value: "albania" }] } });
    expect(await outcome).to.deep.include({ type: "choices", choices: [{ name: "Albania", value: "albania" }] });
  });

  it("opens a modal and sends what was filled in", async () => {
    const { outcome, interaction } = await asked();
    await callback(sandbox, interaction, { type: 9, data: modalOf(row({ ...input, min_length: 3 })) });
    const opened = await outcome;
    if (opened.type !== "modal") throw new Error(opened.type);
    expect(await sandbox.user().submitModal(opened.modalId, { why: "" })).to.include({ type: "refused" });
    expect(await sandbox.user().submitModal(opened.modalId, { why: "no" })).to.include({ type: "refused" });
    const submitted = sandbox.user().submitModal(opened.modalId, { why: "because" });
    const submission = await bot.interaction();
    expect(submission).to.have.nested.property("data.components[0].components[0].value", "because");
    const again = await callback(sandbox, submission, { type: 9, data: modalOf(row(input)) });
    expect(again.errors).to.deep.equal(["type BASE_TYPE_CHOICES"]);
    await callback(sandbox, submission, { type: 4, data: { content: "Thanks", flags: 64 } });
    const answer = answered(await submitted);
    expect([answer.message.content, answer.ephemeral]).to.deep.equal(["Thanks", true]);
    expect(answer.message.interaction_metadata).to.have.nested.property("triggering_interaction_metadata.type", 2);
  });

  it("sends a pressed button with its whole message, and lets the bot change it", async () => {
    const message = await withControls();
    const pressed = sandbox.user().press(message, "More");
    const interaction = await bot.interaction();
    expect(interaction["data"]).to.include({ custom_id: "more", component_type: 2 });
    expect(interaction).to.have.nested.property("message.content", "Here");
    expect(interaction).to.have.nested.property("message.interaction_metadata.user.username", "you");
    await callback(sandbox, interaction, { type: 7, data: { content: "More", components: [] } });
    expect(answered(await pressed).message).to.deep.include({ id: message.id, content: "More", components: [] });
    expect(sandbox.messages(message.channel_id)).to.have.length(1);
  });

  it("lets the bot change a message later (6), and answer beside it (4)", async () => {
    const message = await withControls();
    const pressed = sandbox.user().press(message, "more");
    const first = await bot.interaction();
    await callback(sandbox, first, { type: 6 });
    await webhook(sandbox, "PATCH", first, "/messages/@original", { content: "Later" });
    expect(answered(await pressed).message).to.include({ id: message.id, content: "Later" });
    const beside = sandbox.user().press(message, "more");
    const second = await bot.interaction();
    await callback(sandbox, second, { type: 4, data: { content: "Beside" } });
    expect(answered(await beside).message.id).to.not.equal(message.id);
    expect(await callback(sandbox, second, { type: 8, data: { choices: [] } })).to.include({ code: 40060 });
  });

  it("sends chosen values, and only ones that can be chosen", async () => {
    const message = await withControls();
    expect(await sandbox.user().select(message, "pick", ["z"])).to.include({ type: "refused" });
    expect(await sandbox.user().select(message, "pick", [])).to.include({ type: "refused" });
    const chosen = sandbox.user().select(message, "pick", ["a", "b"]);
    const interaction = await bot.interaction();
    expect(interaction["data"]).to.deep.include({ component_type: 3, values: ["a", "b"] });
    await callback(sandbox, interaction, { type: 7, data: { content: "Both" } });
    expect(answered(await chosen).message.content).to.equal("Both");
  });

  it("keeps private messages from other people and from the channel", async () => {
    const message = await withControls(64);
    const other = sandbox.user({ username: "other" });
    expect(await other.press(message, "more")).to.include({ type: "refused" });
    const channel = `/channels/${message.channel_id}/messages`;
    expect((await ask(sandbox, "GET", channel)).body).to.deep.equal([]);
    expect(await ask(sandbox, "PATCH", `${channel}/${message.id}`, { content: "a" })).to.include({ code: 10008 });
  });

  it("runs a message command on a message", async () => {
    const said = sandbox.user().say("Iran did it");
    const outcome = sandbox.user().messageCommand("Cite", said);
    const interaction = await bot.interaction();
    expect(interaction).to.have.nested.property(`data.resolved.messages.${said.id}.content`, "Iran did it");
    expect(interaction).to.have.nested.property("data.target_id", said.id);
    await callback(sandbox, interaction, { type: 4, data: { content: "Cited" } });
    expect(answered(await outcome).message).to.include({ type: 23 });
  });

  const impossible: readonly (readonly [string, Record<string, string | number | boolean>])[] = [
    ["a missing required option", {}],
    ["an unknown option", { question: "a", colour: "red" }],
    ["text that is too long", { question: text(301) }],
    ["text for a number", { question: "a", limit: "two" }],
    ["a broken number", { question: "a", limit: 1.5 }],
    ["a number too small", { question: "a", limit: 0 }],
    ["a number too large", { question: "a", limit: 4 }],
    ["text for a flag", { question: "a", private: "yes" }],
  ];

  for (const [name, values] of impossible) {
    it(`plays Discord's client, which refuses ${name}`, async () => {
      expect(await sandbox.user().slash("ask", values)).to.include({ type: "refused" });
      expect(bot.received.some((payload) => payload.t === "INTERACTION_CREATE")).to.equal(false);
    });
  }

  it("refuses what the client cannot do: unknown commands, autocomplete where none is, disabled buttons", async () => {
    const user = sandbox.user();
    expect(await user.slash("nothing")).to.include({ type: "refused" });
    expect(await user.autocomplete("ask", { question: "a" }, "question")).to.include({ type: "refused" });
    const { outcome, interaction } = await asked();
    await callback(sandbox, interaction, {
      type: 4,
      data: { content: "a", components: [row({ ...button, disabled: true })] },
    });
    expect(await user.press(answered(await outcome).message, "more")).to.include({ type: "refused" });
  });

  it("keeps commands that need permissions from those who have not", async () => {
    await register(sandbox, { ...askCommand, default_member_permissions: "32" });
    expect(await sandbox.user().slash("ask", { question: "a" })).to.include({ type: "refused" });
  });

  it("tells the person at once when no bot is there", async () => {
    await bot.leave();
    expect(await sandbox.user().slash("ask", { question: "a" })).to.include({
      type: "failed",
      reason: "The bot is not connected",
    });
  });

  it("lets answers call users, and nobody where the bot says so", async () => {
    const content = `@everyone <@${sandbox.user().user.id}>`;
    const { outcome, interaction } = await asked();
    await callback(sandbox, interaction, { type: 4, data: { content } });
    const { message } = answered(await outcome);
    expect([message.mentions.length, message.mention_everyone]).to.deep.equal([1, false]);
    await webhook(sandbox, "PATCH", interaction, "/messages/@original", { content, allowed_mentions: { parse: [] } });
    expect(sandbox.message(message.id)?.mentions).to.deep.equal([]);
  });
});
