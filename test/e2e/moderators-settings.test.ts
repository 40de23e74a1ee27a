import { expect } from "chai";
import { PermissionFlagsBits } from "discord-api-types/v10";
import { encodeAction } from "../../src/discord/action-id.ts";
import { type Newsroom, forged, openNewsroom } from "./moderating.ts";
import { fillIn, isPrivate, messageOf, text } from "./talk.ts";

const ONLY_MODERATORS = "Only moderators of this server can do this.";
const ONLY_MANAGERS =
  "Only people who may manage this server can do this: those with Discord’s permission “Manage Server”.";
const ONLY_IN_SERVERS = "This can only be done in a server, not in direct messages.";
const ASKED = { question: "who leads the union" };

describe("what a server has set", function () {
  this.timeout(60_000);
  let room: Newsroom;

  before(async () => {
    room = await openNewsroom({ moderatorRoles: [] });
  });

  after(async () => room.close());

  it("is set by whoever manages it, in one panel, and counts at once", async () => {
    const { sandbox, moderator } = room;
    const mo = sandbox.user({ username: "moderator" });
    const ann = moderator("ann");
    expect(text(await ann.slash("log"))).to.contain(ONLY_MODERATORS);

    let panel = messageOf(await mo.slash("settings"));
    panel = messageOf(await mo.choose(panel, ["Moderators"]));
    panel = messageOf(await mo.choose(panel, ["news"]));
    const switches = ["Answers are private unless asked for in public", "A second moderator must agree to each post"];
    panel = messageOf(await mo.choose(panel, switches));
    const unknown = await fillIn(mo, panel, "Time zone", { zone: "Mars/Olympus" });
    expect(text(unknown.sent)).to.contain("I know no time zone “Mars/Olympus”.");
    const { sent } = await fillIn(mo, panel, "Time zone", { zone: "europe/tirane" });

    expect(isPrivate(sent)).to.equal(true);
    expect(text(sent))
      .to.contain(`<@&${sandbox.roles["Moderators"] ?? ""}>`)
      .and.contain(`<#${sandbox.channels["news"] ?? ""}>`)
      .and.contain("for the asker alone, unless they ask in public")
      .and.contain("a second moderator must agree to each post")
      .and.contain("Europe/Tirane");
    expect(text(await ann.slash("log"))).to.contain("settings changed");
  });

  it("keeps answers private by itself, and always where they may not be public", async () => {
    const { sandbox } = room;
    const user = sandbox.user({ username: "asker" });
    const news = { channelId: sandbox.channels["news"] ?? "" };
    const wished = await user.slash("ask", { ...ASKED, private: false });
    expect(isPrivate(wished)).to.equal(true);
    expect(text(wished)).to.contain("Karsten Hoel").and.contain("only you see this one");
    expect(isPrivate(await user.slash("ask", ASKED, news))).to.equal(true);
    expect(isPrivate(await user.slash("ask", { ...ASKED, private: false }, news))).to.equal(false);
  });

  it("has help name the commands that somebody may use, and no others", async () => {
    const { sandbox, moderator } = room;
    const helped = async (user: ReturnType<Newsroom["moderator"]>): Promise<string> => text(await user.slash("help"));
    expect(await helped(sandbox.user({ username: "curious" })))
      .to.contain("/summary")
      .and.not.match(/\/(?:settings|digest|log)\b/u);
    expect(await helped(moderator("ann")))
      .to.match(/\/digest\b/u)
      .and.not.match(/\/settings\b/u);
    expect(await helped(sandbox.user({ username: "moderator" }))).to.match(/\/settings\b/u);
  });

  it("is no plain member's to see or to change, nor is what moderators do", async () => {
    const { sandbox } = room;
    const member = sandbox.user({ username: "member" });
    expect(await member.slash("settings")).to.include({ type: "refused" });
    for (const command of ["digest", "log"]) {
      const outcome = await member.slash(command);
      expect(isPrivate(outcome), command).to.equal(true);
      expect(text(outcome), command).to.contain(ONLY_MODERATORS);
    }
    const summary = await member.slash("summary", { topic: "union" });
    expect(JSON.stringify(messageOf(summary).components))
      .to.contain("Copy")
      .and.not.contain("Make a draft");
  });

  it("is held against forged buttons, too", async () => {
    const { sandbox, store, moderator } = room;
    const before = await store.serverSettings(sandbox.guildId);
    const forgeries = [
      { command: "settings", action: "zone", state: [] },
      { command: "settings", action: "roles", state: [] },
      { command: "digest", action: "new", state: [] },
      { command: "log", action: "export", state: [] },
      { command: "summary", action: "draft", state: ["union", "", "medium"] },
      { command: "summary", action: "post", state: ["AAAAAAAAAAAA", "1"] },
      { command: "summary", action: "from-timeline", state: ["", "", ""] },
    ];
    const ids = forgeries.map((forgery) => encodeAction(forgery) ?? "");
    const forger = sandbox.user({ username: "forger" });
    const pressAll = async (channel: string): Promise<readonly string[]> => {
      const message = await forged(room, channel, ids);
      const outcomes = await Promise.all(ids.map(async (id) => forger.press(message, id)));
      expect(outcomes.every((outcome) => isPrivate(outcome))).to.equal(true);
      return outcomes.map((outcome) => text(outcome).trim());
    };
    expect(new Set(await pressAll(room.channel))).to.have.all.keys(ONLY_MODERATORS, ONLY_MANAGERS);
    const alone = sandbox.user({ username: "alone" });
    const direct = await forged(room, alone.directChannelId, ids);
    const outside = await Promise.all(ids.map(async (id) => text(await alone.press(direct, id)).trim()));
    expect(new Set(outside)).to.have.all.keys(ONLY_IN_SERVERS);
    expect(await store.serverSettings(sandbox.guildId)).to.deep.equal(before);
    const drafts = await store.publications.after(null, ["draft"], 10);
    const digests = await store.digests.after(null, 10);
    expect([drafts, digests]).to.deep.equal([
      { ok: true, value: [] },
      { ok: true, value: [] },
    ]);

    // A moderator may do much, but what only managers may do, and what belongs to another server, is not among it.
    const ann = moderator("ann");
    const elsewhere = await store.digests.add(
      {
        server: "1",
        event: null,
        channel: "2",
        days: [1],
        hour: 8,
        timeZone: "UTC",
        topic: "a secret of others",
        language: "en",
        paused: true,
        evenIfNothing: false,
        toldUntil: "2021-05-01T00:00:00.000Z",
        author: null,
      },
      null,
    );
    const theirs = elsewhere.ok && elsewhere.value !== "full" ? elsewhere.value.id : "";
    const remove = encodeAction({ command: "digest", action: "remove-now", state: [theirs, "1"] }) ?? "";
    const zone = ids[0] ?? "";
    const message = await forged(room, room.channel, [remove, zone]);
    expect(text(await ann.press(message, remove)))
      .to.contain("no longer there")
      .and.not.contain("secret");
    expect(text(await ann.press(message, zone))).to.contain(ONLY_MANAGERS);
    expect(await store.digests.get(theirs)).to.have.nested.property("value.topic", "a secret of others");
  });

  it("proposes nothing while somebody types what they may not use", async () => {
    const { sandbox } = room;
    // Discord offers /settings to managers alone; the others have no option that proposes anything.
    const commands = sandbox.commands.filter(({ name }) => ["settings", "digest", "log"].includes(name));
    for (const { name, options = [], contexts } of commands) {
      expect(options, name).to.deep.equal([]);
      expect(contexts, name).to.deep.equal([0]);
    }
    const settings = commands.find(({ name }) => name === "settings");
    expect(settings?.default_member_permissions).to.equal(String(PermissionFlagsBits.ManageGuild));
  });
});
