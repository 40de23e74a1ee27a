import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { type APIMessage, Locale } from "discord-api-types/v10";
import type { SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";
import { fillIn, messageOf, text } from "./talk.ts";

const token = "end.to.end-followed";
const GERMAN = { locale: Locale.German } as const;
const LEADER = "who leads the union";
const LEANING = "what did he say";
const SAID = "said nobody would sail";

// There are no signals to ask with on Windows.
const suite = process.platform === "win32" ? describe.skip : describe;

suite("following from below an answer, in Discord", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let bot: BotProcess;
  let folder: string;
  let english: SandboxUser;
  let german: SandboxUser;
  let stopped: SandboxUser;

  const start = async (): Promise<BotProcess> => {
    const started = startBot({
      DISCORD_TOKEN: token,
      DISCORD_API_URL: sandbox.apiUrl,
      CORPUS: folder,
      DATA: join(folder, "data"),
      LOG_LEVEL: "info",
    });
    await lineOf(started, /connected to Discord/u);
    return started;
  };

  /** Direct messages of the bot, once it has told everybody for the `times`th time since it was started. */
  async function toldTo(user: SandboxUser, times: number): Promise<readonly APIMessage[]> {
    for (const end = Date.now() + 20_000; bot.stderr().split('"told":').length <= times; await sleep(30)) {
      if (Date.now() > end) throw new Error(`nobody was told in time:\n${bot.stderr()}`);
    }
    return sandbox.messages(user.directChannelId);
  }

  async function edit(article: string, from: string, to: string): Promise<void> {
    const file = join(folder, "articles", article);
    await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-followed-"));
    await cp(HARBOUR, folder, { recursive: true });
    sandbox = await startSandbox({ port: 0, token, pageFolder: null });
    bot = await start();
    [english, german, stopped] = [
      sandbox.user({ username: "english" }),
      sandbox.user({ username: "german" }),
      sandbox.user({ username: "stopped" }),
    ];
    const answer = messageOf(await english.slash("ask", { question: LEADER }));
    const { sent } = await fillIn(english, answer, "Follow up", { question: LEANING });
    await english.press(messageOf(sent), "Follow this");
    const theirs = messageOf(await german.slash("ask", { question: LEADER }, GERMAN));
    await german.press(theirs, "Dem folgen", GERMAN);
    const followed = messageOf(await stopped.press(answer, "Follow this"));
    await stopped.press(followed, "Stop following");
  });

  after(async () => {
    await bot.stop();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("tells nobody anything while no answer has changed, through a restart and a corpus of one article less", async () => {
    await bot.stop();
    bot = await start();
    expect(await toldTo(german, 1)).to.deep.equal([]);
    await rm(join(folder, "articles/timetable-10.md"));
    bot.child.kill("SIGHUP");
    expect(await toldTo(german, 2)).to.deep.equal([]);
    expect(await toldTo(english, 2)).to.deep.equal([]);
  });

  it("tells each once, in their language, what they were answered after, when the answer changes", async () => {
    await edit("coast-start.md", SAID, "said everybody would swim");
    bot.child.kill("SIGHUP");
    const [toEnglish, ...more] = await toldTo(english, 3);
    const [toGerman, ...further] = await toldTo(german, 3);
    expect([...more, ...further, ...(await toldTo(stopped, 3))]).to.deep.equal([]);
    expect(toEnglish?.embeds[0]?.description)
      .to.contain("The answer to what you asked has changed.")
      .and.contain(String.raw`Asked after\: “who leads the union”.`)
      .and.contain("everybody would swim");
    expect(toGerman?.embeds[0]?.description)
      .to.contain("Die Antwort auf deine Frage hat sich geändert.")
      .and.contain("everybody would swim");
  });

  it("tells in a message whose buttons work, after a restart too", async () => {
    await bot.stop();
    bot = await start();
    const [told] = await toldTo(german, 1);
    if (told === undefined) throw new Error("nothing was told");
    expect(text(await german.press(told, "Zusammenhang", GERMAN))).to.contain("everybody would swim");
    expect(text(await german.press(told, "Nicht mehr folgen", GERMAN))).to.contain(
      "Du folgst dieser Frage nicht mehr.",
    );
    expect(text(await german.slash("following", {}, GERMAN))).to.contain("Du folgst keiner Frage.");
  });
});
