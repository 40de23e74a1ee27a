import { expect } from "chai";
import type { APIMessage } from "discord-api-types/v10";
import type { DigestPlan } from "../../src/domain/digest-plan.ts";
import type { SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Newsroom, eventually, openNewsroom, postsIn, shown, worded } from "./moderating.ts";
import { fillIn, messageOf } from "./talk.ts";

const ZONE = "Asia/Tokyo";
const EVERY_DAY = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const TWO_HOURS_MS = 7_200_000;
const NEWS = "Captain Mari Lund will steer the ferry to Lundvik from June.";
const FRONT = "---\npublisher: Pier Post\nurl: null\npublished: 2021-05-20\nlanguage: en\nkind: original\ntitle:";

// There are no signals to ask with on Windows.
const suite = process.platform === "win32" ? describe.skip : describe;

suite("a digest", function () {
  this.timeout(60_000);
  let room: Newsroom;
  let ann: SandboxUser;
  let panel: APIMessage;
  let news: string;

  const plan = async (): Promise<DigestPlan> => {
    const found = await room.store.digests.list(room.sandbox.guildId);
    const [only] = found.ok ? found.value : [];
    if (only === undefined) throw new Error("there is no digest");
    return only;
  };
  const posts = (): readonly APIMessage[] => postsIn(room, news);
  /** Has it that the digest was last looked at two hours ago, so that it is due now, and the bot look whether one is. */
  const makeDue = async (): Promise<void> => {
    const { id, revision } = await plan();
    const toldUntil = new Date(Date.now() - TWO_HOURS_MS).toISOString();
    const changed = await room.store.digests.change(id, revision, { toldUntil }, null);
    if (!changed.ok || typeof changed.value === "string") throw new Error("it was changed meanwhile");
    await room.reload();
    await eventually(async () => ((await plan()).toldUntil > toldUntil ? true : null));
  };

  before(async () => {
    room = await openNewsroom({ timeZone: ZONE });
    ann = room.moderator("ann");
    news = room.sandbox.channels["news"] ?? "";
  });

  after(async () => room.close());

  it("is set up in one panel, and is quiet until somebody has looked at it", async () => {
    panel = messageOf(await ann.press(messageOf(await ann.slash("digest")), "New digest"));
    expect(shown(panel)).to.contain("It is paused until you resume it.").and.contain(ZONE);
    panel = messageOf(await ann.choose(panel, ["rules"]));
    expect(shown(panel)).to.contain("You cannot write in");
    panel = messageOf(await ann.choose(panel, ["news"]));
    panel = messageOf(await ann.choose(panel, EVERY_DAY));
    const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: ZONE } as const;
    const hour = new Date().toLocaleTimeString("en-GB", clock).replace(/\d\d$/u, "00");
    panel = messageOf(await ann.choose(panel, hour));
    panel = messageOf((await fillIn(ann, panel, "Topic", { topic: "ferry" })).sent);
    panel = messageOf(await ann.press(panel, "Resume"));
    expect(shown(panel))
      .to.contain(`<#${news}>`)
      .and.contain("Monday–Sunday")
      .and.match(/^Next: <t:\d+:F>/mu);
    expect(await plan()).to.include({ paused: false, timeZone: ZONE, topic: "ferry" });
  });

  it("posts nothing where nothing is new", async () => {
    await makeDue();
    expect(posts()).to.deep.equal([]);
  });

  it("posts what is new once it is due, and no more than that, and once", async () => {
    await room.change("captain", `${FRONT} A captain for the ferry\n---\n\n${NEWS}\n`);
    await makeDue();
    const post = await eventually(() => posts()[0]);
    expect(worded(post))
      .to.contain(String.raw`What is new\: ferry`)
      .and.contain(NEWS)
      .and.not.contain("Ferries left the port");
    await makeDue();
    expect(posts()).to.have.length(1);
    const member = room.sandbox.user({ username: "member" });
    expect(shown(messageOf(await member.press(post, "Verify"))))
      .to.contain("captain.md, line ")
      .and.contain("✓");
  });

  it("is told of in the log, and stays quiet once it is removed", async () => {
    panel = messageOf(await ann.slash("digest"));
    panel = messageOf(await ann.choose(panel, ["1. ferry"]));
    panel = messageOf(await ann.press(messageOf(await ann.press(panel, "Remove")), "Yes, remove it"));
    expect(shown(panel)).to.contain("The digest was removed.").and.contain("There is no digest yet.");
    const log = shown(messageOf(await ann.slash("log")));
    for (const deed of ["digest removed", "posted", "digest resumed"]) expect(log).to.contain(`**${deed}**`);
    expect(posts()).to.have.length(1);
  });
});
