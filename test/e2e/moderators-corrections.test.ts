import { expect } from "chai";
import type { APIMessage } from "discord-api-types/v10";
import type { SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Newsroom, beginDraft, eventually, openNewsroom, postsIn, shown, worded } from "./moderating.ts";
import { labels, messageOf } from "./talk.ts";

const HOEL = "Karsten Hoel, who leads the union, said nobody would sail.";
const STOPPED = "The Seafarers' Union said 412 sailors had stopped work.";
const AGREED = "Another moderator agreed to";
const TALKS = "Talks between the SU and the company broke down last night.";

// There are no signals to ask with on Windows.
const suite = process.platform === "win32" ? describe.skip : describe;

suite("a post whose articles change", function () {
  this.timeout(60_000);
  let room: Newsroom;
  let ann: SandboxUser;
  let ben: SandboxUser;
  let post: APIMessage;

  const now = (): APIMessage => room.sandbox.message(post.id) ?? post;
  const told = (user: SandboxUser): readonly string[] =>
    room.sandbox
      .messages(user.directChannelId)
      .map((message) => shown(message))
      .filter((notice) => !notice.includes(AGREED));

  before(async () => {
    room = await openNewsroom({ approval: true });
    ann = room.moderator("ann");
    ben = room.moderator("ben");
    await ann.press(await beginDraft(ann, "Seafarers' Union"), "Ask for approval");
    const list = messageOf(await ben.slash("summary"));
    await ben.press(messageOf(await ben.choose(list, "Summary: Seafarers' Union")), "Approve and post");
    const [posted] = postsIn(room);
    if (posted === undefined) throw new Error("nothing was posted");
    post = posted;
  });

  after(async () => room.close());

  it("is corrected for all to see, and who answers for it is told once", async () => {
    const article = await room.article("coast-start");
    await room.change("coast-start", article.replace("nobody would sail", "all would sail"));
    await eventually(() => (shown(now()).includes("~~") ? true : null));
    expect(shown(now()))
      .to.contain(`~~${HOEL}~~¹ **(the article no longer says so, `)
      .and.match(/^\*\*Corrected on .*: what is struck through no longer stands\.\*\*$/mu)
      .and.not.contain(`~~${STOPPED}`);
    await eventually(() => (told(ben).length > 0 ? true : null));
    for (const user of [ann, ben]) {
      const [notice = "", ...others] = told(user);
      expect(others).to.deep.equal([]);
      expect(notice).to.contain("The post now says so").and.contain(HOEL);
    }
    const [agreed, direct] = room.sandbox.messages(ann.directChannelId);
    expect(shown(agreed ?? post)).to.contain(`${AGREED} “Summary`);
    expect(labels(direct ?? post)).to.deep.equal([["Go to the post"]]);
  });

  it("gets a reply that says so where Discord takes no edit any more", async () => {
    room.sandbox.faults.refuseEdits();
    const article = await room.article("gazette-end");
    await room.change("gazette-end", article.replace("412 sailors", "41 sailors"));
    const reply = await eventually(() => postsIn(room)[1]);
    expect(reply.message_reference?.message_id).to.equal(post.id);
    expect(shown(reply)).to.contain("Correction to this message").and.contain(STOPPED);
    expect(shown(now())).to.not.contain(`~~${STOPPED}`);
    await eventually(() => (told(ben).length > 1 ? true : null));
    expect([told(ann).length, told(ben).length]).to.deep.equal([2, 2]);
    const member = room.sandbox.user({ username: "member" });
    expect(shown(messageOf(await member.press(reply, "Verify")))).to.contain("does not say this any more");
    room.sandbox.faults.clear();
  });

  it("says that an article is gone, and catches up with what could not be edited", async () => {
    await room.change("herald-talks", null);
    await eventually(() => (shown(now()).includes("article withdrawn") ? true : null));
    expect(worded(now())).to.contain(`~~${TALKS}~~² **(article withdrawn, `).and.contain(`~~${STOPPED}~~`);
    expect(postsIn(room)).to.have.length(2);
    const member = room.sandbox.user({ username: "another member" });
    expect(shown(messageOf(await member.press(now(), "Verify")))).to.contain("the article is not there any more");
  });
});
