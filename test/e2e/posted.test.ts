import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { type APIMessage, PermissionFlagsBits } from "discord-api-types/v10";
import type { Publication } from "../../src/domain/publication.ts";
import type { Store } from "../../src/domain/store.ts";
import type { SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { openStore } from "../../src/store/open-store.ts";
import { draftIn, line, standing } from "../publishing/fakes.ts";
import { messageOf } from "./talk.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";

const token = "end.to.end-test";
const DENIED = "The company denied that it had refused.";
/** Manages the server, sees channels, writes, uses commands. */
const MANAGES =
  PermissionFlagsBits.ManageGuild |
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.UseApplicationCommands;
/** What a press could have left half done before the bot was killed. */
const POSTS = 5;

function textOf({ embeds: [embed] }: APIMessage): string {
  return [embed?.title, embed?.description].join("\n");
}

/** Waits for something to happen that nobody announces. */
async function until(look: () => boolean, withinMs = 20_000): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(30)) {
    if (look()) return;
  }
  throw new Error("it did not happen in time");
}

// There are no signals to ask with on Windows.
const suite = process.platform === "win32" ? describe.skip : describe;

suite("what moderators posted", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let bot: BotProcess;
  let folder: string;
  let store: Store;
  let author: SandboxUser;
  let channel: string;
  let posts: readonly Publication[];

  const start = async (): Promise<BotProcess> => {
    const started = startBot({
      DISCORD_TOKEN: token,
      DISCORD_API_URL: sandbox.apiUrl,
      CORPUS: folder,
      DATA: join(folder, "data"),
      LOG_LEVEL: "debug",
    });
    await lineOf(started, /connected to Discord/u);
    return started;
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-posted-"));
    await cp(HARBOUR, folder, { recursive: true });
    sandbox = await startSandbox({ port: 0, token, pageFolder: null });
    channel = sandbox.addChannel("news");
    const opened = await openStore({ url: null, file: join(folder, "data/footnote.db") });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    store = opened.value;
    author = sandbox.user();
    const now = new Date().toISOString();
    posts = await Promise.all(
      Array.from({ length: POSTS }, async () =>
        draftIn(store, {
          server: sandbox.guildId,
          channel,
          state: "posting",
          author: author.user.id,
          createdAt: now,
          lines: [line("1", "coast-start", DENIED, 169)],
        }),
      ),
    );
    bot = await start();
  });

  after(async () => {
    await bot.stop();
    await store.close();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("gets out once when the bot is there again", async () => {
    await until(() => sandbox.messages(channel).length >= POSTS);
    bot.child.kill("SIGKILL");
    await bot.ended;
    bot = await start();
    await sleep(1_000);
    expect(sandbox.messages(channel)).to.have.length(POSTS);
    for (const message of sandbox.messages(channel)) expect(textOf(message)).to.contain(DENIED);
  });

  it("is corrected where it stands once the article says otherwise, and its author is told", async () => {
    const file = join(folder, "articles/coast-start.md");
    const article = await readFile(file, "utf8");
    await writeFile(file, article.replace(DENIED, "The company said nothing."));
    bot.child.kill("SIGHUP");
    await until(() => sandbox.messages(channel).some((one) => textOf(one).includes("~~")));
    const now = await Promise.all(posts.map(async ({ id }) => standing(store, id)));
    expect(now.map(({ lines }) => lines[0]?.correction?.how)).to.include("changed");
    await until(() => sandbox.messages(author.directChannelId).some((one) => textOf(one).includes("~~")));
  });

  it("is a digest only where a moderator set it up", async () => {
    const refused = messageOf(await author.slash("digest", {}, { channelId: channel }));
    expect(textOf(refused)).to.contain("moderators");
    const manager = sandbox.user({ username: "manager", permissions: MANAGES });
    const list = messageOf(await manager.slash("digest", {}, { channelId: channel }));
    expect(textOf(list)).to.contain("no digest yet");
    const panel = messageOf(await manager.press(list, "New digest", { channelId: channel }));
    expect(textOf(panel)).to.contain(`<#${channel}>`).and.to.contain("Paused");
    const resumed = messageOf(await manager.press(panel, "Resume", { channelId: channel }));
    expect(textOf(resumed)).to.contain("<t:");
  });
});
