import { Resvg } from "@resvg/resvg-js";
import { expect } from "chai";
import type { APIMessage } from "discord-api-types/v10";
import type { SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Newsroom, openNewsroom, postsIn, shown } from "./moderating.ts";
import { labels, messageOf, text } from "./talk.ts";

const TIMESTAMP = /<t:\d+:D>/u;
const FRONT =
  "---\ntitle: Crews go home\npublisher: Pier Post\nurl: null\npublished: 2021-05-24\nlanguage: en\nkind: original\n---\n\n";
/** More than a page of dates. */
const DEEDS = [
  "The harbour master closed the northern gate",
  "A storm damaged two piers",
  "Fishermen blocked the fuel depot",
  "The governor visited the stranded crews",
  "Volunteers brought bread to the docks",
  "Engineers repaired the signal tower",
];
const STRIKE = "The Seafarers' Union began a strike on Monday";

// There are no signals to ask with on Windows.
const suite = process.platform === "win32" ? describe.skip : describe;

suite("a timeline and a comparison that are posted", function () {
  this.timeout(60_000);
  let room: Newsroom;
  let ann: SandboxUser;
  let timeline: APIMessage;

  before(async () => {
    room = await openNewsroom();
    ann = room.moderator("ann");
    const days = DEEDS.map((deed, place) => `${deed} on ${place + 15} May 2021.`);
    await room.change("crews", `${FRONT}${days.join(" ")}\n`);
  });

  after(async () => room.close());

  it("begins with a picture that says in words what it shows", async () => {
    const outcome = await ann.slash("timeline");
    timeline = messageOf(outcome);
    expect(text(outcome)).to.match(TIMESTAMP).and.contain(STRIKE);
    const image = timeline.embeds[0]?.image;
    const picture = Buffer.from(await (await fetch(image?.url ?? "")).arrayBuffer());
    expect(picture.subarray(1, 4).toString()).to.equal("PNG");
    const { width, height, colours } = drawn(picture);
    expect([width, height]).to.deep.equal([1_000, 600]);
    expect(colours).to.be.greaterThan(2);
    expect(JSON.stringify(image)).to.match(/"description":"Picture: \d+ numbered dates on a line of time/u);
  });

  it("turns its pages, each date once", async () => {
    const next = await ann.press(timeline, "Next");
    const pages = [shown(timeline), text(next)].map((page) =>
      [...page.matchAll(/^\*\*(\d+) · /gmu)].map(([, one]) => one),
    );
    expect(pages.flat()).to.deep.equal(pages.flat().map((_, place) => String(place + 1)));
    expect(pages[1]).not.to.deep.equal([]);
    expect(labels(messageOf(next)).flat()).to.contain("Make a draft");
  });

  it("is posted with Discord's timestamps, which everybody reads in their own clock", async () => {
    const draft = messageOf(await ann.press(timeline, "Make a draft"));
    expect(shown(draft)).to.contain("Draft for").and.match(TIMESTAMP);
    await ann.press(draft, "Post");
    const [post] = postsIn(room);
    expect(shown(post ?? draft))
      .to.contain("Timeline")
      .and.match(TIMESTAMP)
      .and.contain(STRIKE);
    expect(labels(post ?? draft)).to.deep.equal([["Verify", "Copy", "Manage"]]);
    expect(post?.embeds[0]?.image).to.have.property("url");
    const [file] = messageOf(await ann.press(post ?? draft, "Copy")).attachments;
    const copied = await (await fetch(file?.url ?? "")).text();
    expect(copied).to.contain("3 May 2021").and.contain(STRIKE).and.not.match(TIMESTAMP);
  });

  it("compares what publishers say, and posts who says what alone", async () => {
    const compared = messageOf(await ann.slash("compare", { topic: "union" }));
    expect(shown(compared)).to.contain("**Only Coast Radio**").and.contain("**Only The Harbour Gazette**");
    const draft = messageOf(await ann.press(compared, "Make a draft"));
    await ann.press(draft, "Post");
    const post = postsIn(room).at(-1) ?? draft;
    expect(shown(post))
      .to.contain("**What only Coast Radio says**")
      .and.contain("**What only The Harbour Gazette says**\nThe Seafarers' Union said 412 sailors had stopped work.");
    const member = room.sandbox.user({ username: "member" });
    expect(shown(messageOf(await member.press(post, "Verify"))))
      .to.contain("✓ stands there now")
      .and.not.contain("✗");
  });
});

/** What a picture's bytes hold, once they are decoded. */
function drawn(picture: Buffer): { readonly width: number; readonly height: number; readonly colours: number } {
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  const href = `data:image/png;base64,${picture.toString("base64")}`;
  const size = `width="${width}" height="${height}"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image href="${href}" ${size}/></svg>`;
  const { pixels } = new Resvg(svg).render();
  const colours = new Set<number>();
  for (let at = 0; at + 3 < pixels.length; at += 4) colours.add(pixels.readUInt32BE(at));
  return { width, height, colours: colours.size };
}
