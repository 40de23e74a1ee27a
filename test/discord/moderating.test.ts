import { OverwriteType, PermissionFlagsBits } from "discord-api-types/v10";
import { expect } from "chai";
import type { ActionContext } from "../../src/domain/command.ts";
import type { ControlRow } from "../../src/domain/reply.ts";
import type { Bot } from "../../src/discord/bot.ts";
import { connectBot } from "../../src/discord/connect.ts";
import { RecentConversations } from "../../src/app/conversations.ts";
import { describeFailure } from "../../src/present/operator/failures.ts";
import type { Outcome } from "../../src/sandbox/client/user.ts";
import { startSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { idleCurator, idleDesk, noPictures } from "../fixtures/desk.ts";
import { memoryStore } from "../fixtures/store.ts";
import { askCommand, LIBRARY, recordingLogger, reply, SHORT } from "./fakes.ts";
import { onlyLibrary } from "../fixtures/libraries.ts";
import { POLICY } from "../fixtures/context.ts";

const { ManageGuild, UseApplicationCommands } = PermissionFlagsBits;
const { ViewChannel, SendMessages, SendMessagesInThreads, EmbedLinks, AttachFiles, ReadMessageHistory } =
  PermissionFlagsBits;

const ref = (action: string) => ({ command: "ask", action, state: [] });

const PANEL: readonly ControlRow[] = [
  {
    type: "picker",
    picker: {
      of: "roles",
      placeholder: "Moderators",
      action: ref("roles"),
      chosen: [],
      count: { least: 0, most: 25 },
    },
  },
  {
    type: "picker",
    picker: {
      of: "channels",
      placeholder: "Channel",
      action: ref("channels"),
      chosen: [],
      count: { least: 1, most: 5 },
    },
  },
];

const verify: ControlRow = {
  type: "buttons",
  buttons: [
    {
      type: "action",
      label: "Verify",
      disabled: false,
      action: { command: "ask", action: "verify", state: ["p0001"] },
    },
  ],
};

/** Shows a panel to pick from, for managers to set and for moderators to use. */
const ask = askCommand(async () => reply("Panel", { visibility: "private", controls: PANEL }), {
  actionNeeds: { roles: "manager", channels: "moderator" },
  actions: {
    roles: async ({ values, store, who }: ActionContext) => {
      const server = who.server ?? "";
      await store.setServerSettings(server, { moderatorRoles: values }, null);
      return { place: "new", reply: reply(`Set ${values.length}`, { visibility: "private" }) };
    },
    channels: async ({ channels }) => {
      const writable = channels.map(({ id, personMayWrite }) => `${id}:${String(personMayWrite)}`);
      return { place: "new", reply: reply(`Picked ${writable.join(" ")}`, { visibility: "private" }) };
    },
  },
});

describe("moderating in the sandbox", () => {
  let sandbox: Sandbox;
  let bot: Bot;
  const { logger } = recordingLogger();

  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0, token: "CANARY.sandbox.token", pageFolder: null });
    const connected = await connectBot({
      token: "CANARY.sandbox.token",
      apiUrl: sandbox.apiUrl,
      commands: [ask],
      libraries: onlyLibrary(LIBRARY),
      languages: shippedLanguages(),
      store: memoryStore(),
      conversations: new RecentConversations(),
      policy: POLICY,
      deskFor: idleDesk,
      curator: idleCurator(),
      pictures: noPictures(),
      logger,
      deadlines: SHORT,
    });
    if (!connected.ok) throw new Error(describeFailure(connected.error));
    bot = connected.value;
  });

  afterEach(async () => {
    await bot.close();
    await sandbox.close();
  });

  function shown(outcome: Outcome) {
    if (outcome.type !== "answered") throw new Error(JSON.stringify(outcome));
    return { text: outcome.message.embeds[0]?.description ?? "", message: outcome.message };
  }

  const firstChannel = (): string => Object.values(sandbox.channels)[0] ?? "";
  const since = () => new Date(Date.now() - 1_000).toISOString();
  const posting = (channel: string) => ({
    channel,
    key: "p0001",
    replyTo: null,
    reply: reply("News", { controls: [verify], attachments: [{ name: "a.md", text: "x" }] }),
  });

  it("lets a manager pick the roles of moderators, and those moderate from then on", async () => {
    const boss = sandbox.user({
      username: "boss",
      permissions: ManageGuild | ViewChannel | SendMessages | UseApplicationCommands,
    });
    const editor = sandbox.user({ username: "someone" });
    sandbox.addRole("Editors");
    sandbox.giveRole("someone", "Editors");
    const panel = shown(await editor.slash("ask", { question: "x" })).message;
    expect(shown(await editor.choose(panel, ["Editors"])).text).to.include("people who may manage this server");
    const name = Object.entries(sandbox.channels).find(([, id]) => id === firstChannel())?.[0] ?? "";
    expect(shown(await editor.choose(panel, [name])).text).to.include("Only moderators of this server");
    const own = shown(await boss.slash("ask", { question: "x" })).message;
    expect(shown(await boss.choose(own, ["Editors"])).text).to.equal("Set 1");
    expect(shown(await editor.choose(panel, [name])).text).to.equal(`Picked ${firstChannel()}:true`);
    const closed = sandbox.addChannel("notices", [
      { id: sandbox.guildId, type: OverwriteType.Role, allow: "0", deny: String(SendMessages) },
    ]);
    expect(shown(await editor.choose(panel, ["notices"])).text).to.equal(`Picked ${closed}:false`);
    sandbox.takeRole("someone", "Editors");
    expect(shown(await editor.choose(panel, [name])).text).to.include("Only moderators of this server");
  });

  it("posts, finds again, changes and removes", async () => {
    const place = firstChannel();
    const posted = await bot.publisher.post(posting(place));
    if (!posted.ok) throw new Error(JSON.stringify(posted.error));
    expect(await bot.publisher.post(posting(place))).to.deep.equal(posted);
    expect(sandbox.messages(place)).to.have.length(1);
    expect(await bot.publisher.find(place, "p0001", since())).to.deep.equal(posted);
    expect(await bot.publisher.find(place, "p0002", since())).to.deep.equal({ ok: true, value: null });
    expect(await bot.publisher.edit(place, posted.value, reply("Corrected"))).to.include({ ok: true });
    expect(sandbox.message(posted.value)).to.containSubset({
      embeds: [{ description: "Corrected" }],
      attachments: [],
      components: [],
    });
    const note = { ...posting(place), key: "p0001.c1", replyTo: posted.value, reply: reply("A correction") };
    expect(await bot.publisher.post(note)).to.include({ ok: true });
    expect(await bot.publisher.remove(place, posted.value)).to.include({ ok: true });
    expect(await bot.publisher.remove(place, posted.value)).to.include({ ok: true });
    expect(sandbox.messages(place).map(({ embeds }) => embeds[0]?.description)).to.deep.equal(["A correction"]);
    expect(await bot.publisher.edit(place, posted.value, reply("x"))).to.deep.equal({
      ok: false,
      error: { id: "message-gone" },
    });
  });

  it("posts once, though Discord fails after having taken the message", async () => {
    const place = firstChannel();
    sandbox.faults.acceptThenFail({ method: "POST", path: /\/channels\/\d+\/messages/u }, "reset");
    expect(await bot.publisher.post(posting(place))).to.include({ ok: true });
    expect(sandbox.messages(place)).to.have.length(1);
  });

  it("tells what it lacks in a channel, as the sandbox holds it to", async () => {
    const place = firstChannel();
    for (const [denied, lacking] of [
      [0n, []],
      [SendMessages, ["send-messages"]],
      [EmbedLinks | AttachFiles, ["embed-links", "attach-files"]],
      [ReadMessageHistory, ["read-message-history"]],
    ] as const) {
      sandbox.denyBot(place, denied);
      expect(await bot.publisher.lacking(place)).to.deep.equal({ ok: true, value: lacking });
    }
    sandbox.denyBot(place, ViewChannel);
    const hidden = await bot.publisher.lacking(place);
    if (!hidden.ok) throw new Error(JSON.stringify(hidden.error));
    expect(hidden.value).to.include("view-channel");
    expect(await bot.publisher.post(posting(place))).to.containSubset({ ok: false, error: { id: "not-allowed" } });
    sandbox.denyBot(place, SendMessages);
    expect(await bot.publisher.post(posting(place))).to.deep.equal({
      ok: false,
      error: { id: "not-allowed", lacking: ["send-messages"] },
    });
    expect(sandbox.messages(place)).to.have.length(0);
    sandbox.denyBot(place, SendMessagesInThreads);
    const thread = sandbox.user().startThread("aside", { channelId: place });
    expect(await bot.publisher.lacking(thread)).to.deep.equal({ ok: true, value: ["send-messages-in-threads"] });
    expect(await bot.publisher.lacking(sandbox.withoutBot.foreign)).to.deep.equal({
      ok: true,
      value: ["view-channel"],
    });
  });
});
