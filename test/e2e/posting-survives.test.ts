import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Publication } from "../../src/domain/publication.ts";
import { findPostgres, startCluster } from "../store/postgres-cluster.ts";
import type { BotProcess } from "./bot-process.ts";
import { killOverAndOver } from "./posting/kills.ts";
import { copyOf, digestDue, given, kill, Newsroom, until } from "./posting/newsroom.ts";
import { labels, messageOf, text } from "./talk.ts";

// There are no signals to kill with on Windows.
const suite = process.platform === "win32" ? describe.skip : describe;
const { SendMessages } = PermissionFlagsBits;

/** Drafts in the room, one in each channel, by moderators of its own. */
async function draftsIn(room: Newsroom, count: number): Promise<readonly Publication[]> {
  await room.compose(room.moderator(0), "strike");
  return room.withStore(async (store) => {
    const [first] = given(await store.publications.after(null, ["draft"], 1));
    if (first === undefined) throw new Error("a draft was expected");
    const made: Publication[] = [];
    for (let place = 0; place < count; place += 1) {
      const author = room.moderator(place).user.id;
      made.push(await copyOf(store, { ...first, author }, room.channels[place % room.channels.length] ?? ""));
    }
    return made;
  });
}

async function standingNow(room: Newsroom, { id }: Publication): Promise<readonly [string | undefined, number]> {
  const now = await room.withStore(async (store) => given(await store.publications.get(id)));
  return [now?.state, room.standing(id).length];
}

async function deeds(room: Newsroom, { id, server }: Publication, deed: string): Promise<number> {
  const log = await room.withStore(async (store) =>
    given(await store.log({ server, subject: id, offset: 0, limit: 50 })),
  );
  return log.filter((entry) => entry.deed === deed).length;
}

function isEdited({ sandbox }: Newsroom, message: string): boolean {
  return sandbox.requests.some(({ method, path }) => method === "PATCH" && path.endsWith(`/messages/${message}`));
}

suite("posting survives", function () {
  this.timeout(240_000);

  it("a bot that is killed while moderators press, and while it makes up for that", async () => {
    const seed = Date.now() % 1_000_000;
    const tally = await killOverAndOver({ kills: 12, seed, presses: 8 });
    const told = `seed ${seed}: ${JSON.stringify(tally)}`;
    expect([tally.lost, tally.twice], told).to.deep.equal([[], []]);
    expect(tally.presses, told).to.be.at.least(60);
    expect(tally.posted, told).to.be.greaterThan(0);
  });

  describe("a Discord that answers badly", () => {
    let room: Newsroom;
    let bot: BotProcess;

    beforeEach(async () => {
      room = await Newsroom.open();
      bot = await room.start();
    });

    afterEach(async () => {
      await kill(bot);
      await room.close();
    });

    it("takes a post and breaks the answer, or limits the rate", async () => {
      const drafts = await draftsIn(room, 4);
      const { faults } = room.sandbox;
      const postsTo = (place: number) =>
        ({ method: "POST", path: new RegExp(`^/channels/${drafts[place]?.channel ?? ""}/messages`, "u") }) as const;
      faults.acceptThenFail(postsTo(0), "reset");
      faults.acceptThenFail(postsTo(1), { status: 500 }, 2);
      faults.acceptThenFail(postsTo(2), "timeout");
      faults.rateLimitNext(postsTo(3), 1, "shared", 2);
      await Promise.all(
        drafts.map(async (draft, place) => {
          const user = room.moderator(place);
          await user.press(await room.open(user, draft.id), "Post");
        }),
      );
      await room.settled();
      for (const [place, draft] of drafts.entries()) {
        expect(await standingNow(room, draft), `fault ${place}`).to.deep.equal(["posted", 1]);
        expect(await deeds(room, draft, "posted"), `fault ${place}`).to.equal(1);
      }
    });

    it("took a post whose answer never came, and has forgotten the nonce when the bot is back", async () => {
      const [draft] = await draftsIn(room, 1);
      if (draft === undefined) throw new Error("no draft");
      room.sandbox.faults.acceptThenFail({ method: "POST", path: /^\/channels\/\d+\/messages/u }, "reset", 100);
      const user = room.moderator(0);
      const told = await user.press(await room.open(user, draft.id), "Post");
      expect(text(told)).to.contain("as soon as");
      await kill(bot);
      expect(await standingNow(room, draft)).to.deep.equal(["posting", 1]);
      room.sandbox.faults.clear();
      await room.minutesPass(true);
      bot = await room.start();
      await room.settled();
      expect(await standingNow(room, draft)).to.deep.equal(["posted", 1]);
    });

    for (const how of ["deleted", "closed"] as const) {
      it(`has its channel ${how} between the press and the next start: the author is told, and has the draft`, async () => {
        const [draft] = await draftsIn(room, 1);
        if (draft === undefined) throw new Error("no draft");
        const user = room.moderator(0);
        const panel = await room.open(user, draft.id);
        room.sandbox.faults.failNext({ method: "POST", path: /^\/channels\/\d+\/messages/u }, { status: 503 }, 100);
        await user.press(panel, "Post");
        await kill(bot);
        room.sandbox.faults.clear();
        if (how === "deleted") room.sandbox.deleteChannel(draft.channel);
        else room.sandbox.denyBot(draft.channel, SendMessages);
        await room.minutesPass(true);
        bot = await room.start();
        await room.settled();
        expect(await standingNow(room, draft)).to.deep.equal(["draft", 0]);
        expect(await deeds(room, draft, "failed")).to.equal(1);
        const told = await until("that the author is told", () => room.sandbox.messages(user.directChannelId).at(-1));
        expect(told.embeds[0]?.description).to.contain(`<#${draft.channel}>`);
        const again = await room.open(user, draft.id);
        const elsewhere = room.channels.at(-1) ?? "";
        const moved = messageOf(await user.choose(again, elsewhere));
        expect(labels(messageOf(await user.press(moved, "Post"))).flat()).not.to.contain("Post");
        expect(await standingNow(room, draft)).to.deep.equal(["posted", 1]);
        expect(room.sandbox.messages(elsewhere)).to.have.length(1);
      });
    }
  });

  for (const cause of ["a moderator takes a line back", "an article is withdrawn"] as const) {
    it(`a bot that is killed as its post is corrected, because ${cause}: corrected, once`, async () => {
      const room = await Newsroom.open();
      let bot = await room.start();
      try {
        const [draft] = await draftsIn(room, 1);
        const [line] = draft?.lines ?? [];
        if (draft === undefined || line === undefined) throw new Error("no draft");
        const user = room.moderator(0);
        await user.press(await room.open(user, draft.id), "Post");
        const [post] = room.standing(draft.id);
        if (post === undefined) throw new Error("no post");
        if (cause === "an article is withdrawn") {
          await rm(join(room.folder, "articles", `${line.cited.article}.md`));
          bot.child.kill("SIGHUP");
        } else {
          const sure = messageOf(await user.choose(messageOf(await user.press(post, "Manage")), line.id));
          void user.press(sure, "Yes, take it back");
        }
        await until("that the post is edited", () => (isEdited(room, post.id) ? true : undefined));
        await kill(bot);
        await room.minutesPass(true);
        bot = await room.start();
        await room.settled();
        expect(await standingNow(room, draft)).to.deep.equal(["posted", 1]);
        expect(room.sandbox.message(post.id)?.embeds[0]?.description).to.contain("~~");
        expect(await deeds(room, draft, "corrected")).to.equal(1);
        const letters = room.sandbox.messages(user.directChannelId).length;
        // Telling comes before it is noted down, so that a kill in between tells twice rather than never.
        const [least, most] = cause === "an article is withdrawn" ? [1, 2] : [0, 0];
        expect(letters).to.be.within(least, most);
      } finally {
        await kill(bot);
        await room.close();
      }
    });
  }

  const programs = findPostgres();
  for (const kept of ["SQLite", "PostgreSQL"] as const) {
    const test = kept === "PostgreSQL" && programs === null ? it.skip : it;
    test(`two bots that share ${kept}: each post and each digest once`, async () => {
      const cluster = kept === "SQLite" ? null : await startCluster(programs ?? "");
      const room = await Newsroom.open(cluster === null ? null : cluster.url(await cluster.create()));
      const first = await room.start();
      try {
        const drafts = await draftsIn(room, 6);
        const digest = await room.withStore(async (store) =>
          digestDue(store, drafts[0] ?? { server: "", channel: "", author: null }),
        );
        await kill(first);
        const bots = await Promise.all([room.start(), room.start()]);
        try {
          const panels = await Promise.all(drafts.map(async ({ id }, place) => room.open(room.moderator(place), id)));
          await Promise.all(panels.map(async (panel, place) => room.moderator(place).press(panel, "Post")));
          await room.settled();
          for (const draft of drafts) {
            expect(await standingNow(room, draft)).to.deep.equal(["posted", 1]);
            expect(await deeds(room, draft, "posted")).to.equal(1);
          }
          const posted = await room.withStore(async (store) =>
            given(await store.publications.after(null, ["posted"], 100)),
          );
          const digests = posted.filter(({ slot }) => slot?.startsWith(`${digest.id}:`));
          expect(digests.map(({ id }) => room.standing(id).length)).to.deep.equal([1]);
        } finally {
          await Promise.all(bots.map(kill));
        }
      } finally {
        await kill(first);
        await room.close();
        await cluster?.stop();
      }
    });
  }
});
