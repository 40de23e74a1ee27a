import { expect } from "chai";
import { PermissionFlagsBits } from "discord-api-types/v10";
import type { SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Newsroom, beginDraft, offered, openNewsroom, postsIn, shown, worded } from "./moderating.ts";
import { labels, messageOf, text } from "./talk.ts";

const LINES = "Choose a line to change";
const TALKS = "Talks between the SU and the company broke down last night.";

// There are no signals to ask with on Windows.
const suite = process.platform === "win32" ? describe.skip : describe;

suite("what hinders a moderator", function () {
  this.timeout(60_000);
  let room: Newsroom;
  let ann: SandboxUser;

  before(async () => {
    room = await openNewsroom();
    ann = room.moderator("ann");
  });

  after(async () => room.close());

  it("is said before composing: a channel where the bot may not write", async () => {
    const { sandbox, channel } = room;
    sandbox.denyBot(channel, PermissionFlagsBits.SendMessages);
    const summary = await ann.slash("summary", { topic: "union" });
    expect(text(summary)).to.contain("I cannot post in this channel").and.contain("send messages");
    const draft = messageOf(await ann.press(messageOf(summary), "Make a draft"));
    expect(shown(messageOf(await ann.press(draft, "Post")))).to.contain("I am not allowed to send messages");
    const chosen = messageOf(await ann.choose(draft, ["news"]));
    expect(shown(chosen)).to.contain(`Draft for <#${sandbox.channels["news"] ?? ""}>`);
    const closed = messageOf(await ann.choose(chosen, ["rules"]));
    expect(shown(closed))
      .to.contain("You may not write in that channel")
      .and.contain(`Draft for <#${sandbox.channels["news"] ?? ""}>`);
    sandbox.denyBot(channel, 0n);
    expect(postsIn(room)).to.deep.equal([]);
  });

  it("is said before composing: a channel where they may not write themselves", async () => {
    const summary = await ann.slash("summary", { topic: "union" }, { channelId: room.sandbox.channels["rules"] ?? "" });
    expect(text(summary)).to.contain("You may not write in this channel");
    expect(labels(messageOf(summary)).flat()).not.to.contain("Make a draft");
  });

  it("is a topic nobody wrote about", async () => {
    const summary = await ann.slash("summary", { topic: "bitcoin" });
    expect(text(summary)).to.contain("No article mentions “bitcoin”.");
    expect(labels(messageOf(summary)).flat()).not.to.contain("Make a draft");
  });

  it("is no single article: that is told from, and counted", async () => {
    const summary = await ann.slash("summary", { topic: "mediator" });
    expect(text(summary))
      .to.contain("The ministry offered a mediator on 8 May 2021.")
      .and.match(/^1 article ·/mu);
    const alone = await ann.slash("compare", { topic: "mediator" });
    expect(text(alone)).to.contain("Only Northern Herald writes about this, so there is nothing to compare.");
  });

  it("is a draft older than the articles: what they no longer say is marked, and nothing is posted with it", async () => {
    const before = await room.article("herald-talks");
    const draft = await beginDraft(ann, "Seafarers' Union");
    expect(worded(draft)).to.contain(TALKS);
    const list = messageOf(await ann.slash("summary"));
    const older = messageOf(await ann.choose(list, "Summary: Seafarers' Union"));
    await room.change("herald-talks", before.replace(TALKS, "Nobody knows about any talks."));
    const place = offered(draft, LINES).find((line) => line.includes(TALKS)) ?? "";
    const marked = messageOf(await ann.choose(draft, place));
    expect(worded(marked))
      .to.contain(`${TALKS}² **⚠ the article no longer says so**`)
      .and.contain("Lines marked ⚠ are no longer in the articles.");
    expect(shown(messageOf(await ann.press(older, "Post")))).to.contain("**⚠ the article no longer says so**");
    expect(await ann.press(marked, "Post")).to.include({ type: "refused" });
    expect(postsIn(room)).to.deep.equal([]);
    const dropped = messageOf(await ann.press(messageOf(await ann.choose(draft, place)), "Drop"));
    expect(shown(dropped)).to.not.contain("⚠");
    expect(shown(messageOf(await ann.press(dropped, "Post")))).to.contain("It is posted: ");
    expect(postsIn(room).map((post) => shown(post))).to.have.length(1);
    expect(shown(postsIn(room)[0] ?? dropped)).to.not.contain(TALKS);
  });
});
