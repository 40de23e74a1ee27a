import { OverwriteType, PermissionFlagsBits } from "discord-api-types/v10";
import { expect } from "chai";
import { Client, Events, GatewayIntentBits } from "discord.js";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ask, askCommand, callback, jumpingClock, openSandbox, RawBot, register } from "./support.ts";
import { token } from "./support.ts";

const { AttachFiles, EmbedLinks, ManageGuild, SendMessages, ViewChannel } = PermissionFlagsBits;

function allows(digits: unknown, needed: bigint): boolean {
  return typeof digits === "string" && (BigInt(digits) & needed) === needed;
}

describe("sandbox: roles and what they allow", () => {
  let sandbox: Sandbox;
  let bot: RawBot;
  let general: string;
  beforeEach(async () => {
    sandbox = await openSandbox({ now: jumpingClock(), limits: { tokenMs: 1e12 } });
    general = sandbox.channels["general"] ?? "";
    await register(sandbox, askCommand);
    bot = await RawBot.login(sandbox);
  });
  afterEach(() => sandbox.close());

  const memberOf = async (username: string): Promise<unknown> => {
    void sandbox.user({ username }).slash("ask", { question: "who?" });
    return (await bot.interaction())["member"];
  };

  it("says of a member what roles they have, which are given and taken", async () => {
    const { Moderators: moderators = "" } = sandbox.roles;
    expect(await memberOf("you"))
      .to.have.property("roles")
      .that.deep.equals([]);
    expect(await memberOf("second"))
      .to.have.property("roles")
      .that.deep.equals([moderators]);
    sandbox.giveRole("you", "Moderators");
    sandbox.takeRole("second", moderators);
    expect(await memberOf("you"))
      .to.have.property("roles")
      .that.deep.equals([moderators]);
    expect(await memberOf("second"))
      .to.have.property("roles")
      .that.deep.equals([]);
    expect(() => sandbox.giveRole("you", "Kings")).to.throw(RangeError, "Kings");
  });

  it("lets nobody have the bot's role", async () => {
    sandbox.giveRole("you", "Footnote");
    expect(await memberOf("you"))
      .to.have.property("roles")
      .that.deep.equals([]);
  });

  it("adds what a role allows to what its members may do", async () => {
    const role = sandbox.addRole("Desk", ManageGuild);
    expect((await bot.event("GUILD_ROLE_CREATE")).d).to.have.nested.property("role.id", role);
    expect(await memberOf("you"))
      .to.have.property("permissions")
      .that.satisfies((had: unknown) => !allows(had, ManageGuild));
    sandbox.giveRole("you", "Desk");
    expect(await memberOf("you"))
      .to.have.property("permissions")
      .that.satisfies((has: unknown) => allows(has, ManageGuild));
  });

  it("counts the overwrites of a role in a channel, over everybody's and under a member's own", async () => {
    const { Moderators: moderators = "" } = sandbox.roles;
    const role = { type: OverwriteType.Role, allow: "0", deny: "0" };
    const everyone = { ...role, id: sandbox.guildId, deny: String(ViewChannel) };
    sandbox.setOverwrites(general, [everyone, { ...role, id: moderators, allow: String(ViewChannel) }]);
    const see = async (username: string) => allows(Object(await memberOf(username)).permissions, ViewChannel);
    expect(await see("second")).to.equal(true);
    expect((await sandbox.user().slash("ask", { question: "who?" })).type).to.equal("refused");
    const own = { id: sandbox.user({ username: "second" }).user.id, type: OverwriteType.Member, allow: "0" };
    sandbox.setOverwrites(general, [
      everyone,
      { ...role, id: moderators, allow: String(ViewChannel) },
      { ...own, deny: String(ViewChannel) },
    ]);
    expect((await sandbox.user({ username: "second" }).slash("ask", { question: "who?" })).type).to.equal("refused");
  });

  it("tells of roles and of the bot itself over the API", async () => {
    const { body } = await ask(sandbox, "GET", `/guilds/${sandbox.guildId}/roles`);
    expect(body).to.be.an("array").with.length(3);
    expect(body).to.have.nested.property("[0].id", sandbox.guildId);
    expect(body).to.have.nested.property("[1].tags.bot_id", sandbox.applicationId);
    const mine = await ask(sandbox, "GET", `/guilds/${sandbox.guildId}/members/${sandbox.applicationId}`);
    expect(mine.body).to.have.property("roles").that.deep.equals([sandbox.roles["Footnote"]]);
    expect(await ask(sandbox, "GET", `/guilds/${sandbox.guildId}/members/1`)).to.include({ code: 10007 });
    expect(await ask(sandbox, "GET", "/guilds/1/roles")).to.include({ code: 10004 });
  });

  it("has a channel where neither members nor the bot write, and a thread", async () => {
    const { rules = "" } = sandbox.channels;
    expect(await ask(sandbox, "POST", `/channels/${rules}/messages`, { content: "a" })).to.include({ code: 50013 });
    expect((await ask(sandbox, "GET", `/channels/${rules}/messages`)).status).to.equal(200);
    expect(() => sandbox.user().say("a", { channelId: rules })).to.throw(RangeError, "permission");
    const { "Desk talk": thread = "" } = sandbox.threads;
    expect((await ask(sandbox, "POST", `/channels/${thread}/messages`, { content: "a" })).status).to.equal(200);
  });

  it("keeps a bot of discord.js true to what it may do in a channel", async () => {
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: sandbox.apiUrl } });
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(token);
    await ready;
    const may = (id: string) => {
      const channel = client.guilds.cache.get(sandbox.guildId)?.channels.cache.get(id);
      const me = channel?.guild.members.me;
      return me === null || me === undefined ? undefined : channel?.permissionsFor(me).has(SendMessages);
    };
    expect([may(general), may(sandbox.channels["rules"] ?? "")]).to.deep.equal([true, false]);
    const changed = new Promise((resolve) => client.once(Events.ChannelUpdate, resolve));
    sandbox.denyBot(general, SendMessages);
    await changed;
    expect(may(general)).to.equal(false);
    const made = new Promise((resolve) => client.once(Events.ChannelCreate, resolve));
    const desk = sandbox.addChannel("desk");
    await made;
    expect([may(desk), sandbox.channels["desk"]]).to.deep.equal([true, desk]);
    await client.destroy();
  });

  const lacking: readonly (readonly [string, bigint, object])[] = [
    ["an embed", EmbedLinks, { embeds: [{ title: "a" }] }],
    ["words", SendMessages, { content: "a" }],
  ];
  for (const [what, denied, body] of lacking) {
    it(`takes no message with ${what} where the bot may not send that`, async () => {
      sandbox.denyBot(general, denied);
      expect(await ask(sandbox, "POST", `/channels/${general}/messages`, body)).to.include({ code: 50013 });
      sandbox.denyBot(general, 0n);
      expect((await ask(sandbox, "POST", `/channels/${general}/messages`, body)).status).to.equal(200);
    });
  }

  const roleSelect = (own: object = {}) => ({ type: 6, custom_id: "who", min_values: 0, max_values: 2, ...own });
  const channelSelect = (own: object = {}) => ({ type: 8, custom_id: "where", ...own });
  const shown = async (select: object) => {
    const outcome = sandbox.user().slash("ask", { question: "who?" });
    const components = [{ type: 1, components: [select] }];
    await callback(sandbox, await bot.interaction(), { type: 4, data: { content: "Choose", components } });
    const answered = await outcome;
    if (answered.type !== "answered") throw new Error(answered.type);
    return answered.message;
  };

  it("sends the roles that were chosen, by name, none, or too many", async () => {
    const { Moderators: moderators = "" } = sandbox.roles;
    const message = await shown(roleSelect());
    void sandbox.user().choose(message, ["Moderators", "@everyone"]);
    const chosen = await bot.interaction();
    expect(chosen).to.have.nested.property("data.component_type", 6);
    expect(chosen).to.have.nested.property("data.values").that.deep.equals([moderators, sandbox.guildId]);
    expect(chosen).to.have.nested.property(`data.resolved.roles.${moderators}.name`, "Moderators");
    void sandbox.user().select(message, "who", []);
    expect(await bot.interaction())
      .to.have.nested.property("data.values")
      .that.deep.equals([]);
    const all = Object.values(sandbox.roles);
    expect(await sandbox.user().select(message, "who", all)).to.include({ type: "refused" });
    expect(await sandbox.user().select(message, "who", [general])).to.include({ type: "refused" });
  });

  it("sends the channel that was chosen with what the person and the bot may do there", async () => {
    const { rules = "" } = sandbox.channels;
    const message = await shown(channelSelect({ channel_types: [0] }));
    void sandbox.user().choose(message, "rules");
    const chosen = await bot.interaction();
    expect(chosen).to.have.nested.property("data.values").that.deep.equals([rules]);
    const at = `data.resolved.channels.${rules}`;
    expect(chosen).to.deep.nested.include({ [`${at}.id`]: rules, [`${at}.name`]: "rules", [`${at}.type`]: 0 });
    expect(chosen)
      .to.have.nested.property(`${at}.permissions`)
      .that.satisfies((has: unknown) => allows(has, AttachFiles));
    expect(chosen)
      .to.have.nested.property(`${at}.app_permissions`)
      .that.satisfies((has: unknown) => !allows(has, SendMessages));
  });

  it("offers the kinds of channels that are asked for, where the person sees them", async () => {
    const { news = "" } = sandbox.channels;
    const { "Desk talk": thread = "" } = sandbox.threads;
    expect(await sandbox.user().choose(await shown(channelSelect({ channel_types: [0] })), thread)).to.include({
      type: "refused",
    });
    const threads = await shown(channelSelect({ channel_types: [11] }));
    expect(await sandbox.user().choose(threads, news)).to.include({ type: "refused" });
    void sandbox.user().choose(threads, thread);
    expect(await bot.interaction()).to.have.nested.property(`data.resolved.channels.${thread}.parent_id`, news);
    const hidden = { id: sandbox.guildId, type: OverwriteType.Role, allow: "0", deny: String(ViewChannel) };
    sandbox.setOverwrites(news, [hidden]);
    expect(await sandbox.user().choose(threads, thread)).to.include({ type: "refused" });
  });

  const wrong: readonly (readonly [string, object, readonly string[]])[] = [
    [
      "starting values beyond the most",
      channelSelect({
        default_values: [
          { type: "channel", id: "1" },
          { type: "channel", id: "2" },
        ],
      }),
      ["components.0.components.0.default_values BASE_TYPE_BAD_LENGTH"],
    ],
    [
      "a starting value twice",
      roleSelect({
        default_values: [
          { type: "role", id: "1" },
          { type: "role", id: "1" },
        ],
      }),
      ["components.0.components.0.default_values.1.id SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"],
    ],
    ["a least above the most", roleSelect({ min_values: 3 }), ["components.0.components.0.min_values NUMBER_TYPE_MAX"]],
    ["a most above 25", roleSelect({ max_values: 26 }), ["components.0.components.0.max_values NUMBER_TYPE_MAX"]],
  ];
  for (const [name, select, errors] of wrong) {
    it(`refuses a select with ${name}`, async () => {
      const body = { content: "a", components: [{ type: 1, components: [select] }] };
      const reply = await ask(sandbox, "POST", `/channels/${general}/messages`, body);
      expect([reply.code, ...reply.errors]).to.deep.equal([50035, ...errors]);
    });
  }

  it("refuses a channel among the roles to start with", async () => {
    const select = roleSelect({ default_values: [{ type: "channel", id: "1" }] });
    const body = { content: "a", components: [{ type: 1, components: [select] }] };
    expect(await ask(sandbox, "POST", `/channels/${general}/messages`, body)).to.include({ code: 50035 });
  });
});
