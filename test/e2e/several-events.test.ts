import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type APIMessage, MessageFlags } from "discord-api-types/v10";
import type { SandboxUser } from "../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";
import { eventually, shown } from "./moderating.ts";
import { labels, messageOf, text } from "./talk.ts";

const token = "end.to.end-several";
const LEADER = "who leads the union";
const CLOSER = "who closed the bridge";
const FRONT =
  "---\ntitle: The old bridge is closed\npublisher: Valley News\nurl: https://valley.example/bridge\npublished: 2021-05-20\nlanguage: en\nkind: brief\n---\n\n";

// There are no signals to ask with on Windows.
const suite = process.platform === "win32" ? describe.skip : describe;

suite("a bot that serves two events", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let bot: BotProcess;
  let folder: string;
  let manager: SandboxUser;
  let reader: SandboxUser;
  let draft: APIMessage;
  let post: APIMessage;

  const bridge = async (sentence: string): Promise<void> => {
    await mkdir(join(folder, "corpus/bridge/articles"), { recursive: true });
    await writeFile(join(folder, "corpus/bridge/articles/closed.md"), `${FRONT}${sentence}\n`);
  };
  const answerTo = async (question: string): Promise<string> => text(await reader.slash("ask", { question }));
  const choose = async (event: string): Promise<APIMessage> => {
    const panel = messageOf(await manager.slash("settings"));
    const more = messageOf(await manager.press(panel, "More settings"));
    return messageOf(await manager.choose(more, event));
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-several-"));
    await cp(HARBOUR, join(folder, "corpus/harbour"), { recursive: true });
    await bridge("Engineer Tora Lind closed the bridge of Ostby on Monday.");
    await writeFile(
      join(folder, "corpus/bridge/event.yaml"),
      "name: The bridge\ndescription: A bridge is closed.\nlanguages: [en]\ntimeZone: Europe/Oslo\n",
    );
    sandbox = await startSandbox({ port: 0, token, pageFolder: null });
    bot = startBot({
      DISCORD_TOKEN: token,
      DISCORD_API_URL: sandbox.apiUrl,
      CORPUS: join(folder, "corpus"),
      DATA: join(folder, "data"),
      LOG_LEVEL: "info",
    });
    await lineOf(bot, /connected to Discord/u);
    manager = sandbox.user({ username: "moderator" });
    reader = sandbox.user({ username: "reader" });
  });

  after(async () => {
    await bot.stop();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("asks the first of them until a manager chooses", async () => {
    expect(await answerTo(CLOSER)).to.contain("Tora Lind");
    expect(await answerTo(LEADER)).to.not.contain("Hoel");
    expect(text(await reader.slash("about"))).to.contain("The bridge");
  });

  it("asks the event chosen from then on, by every command", async () => {
    const panel = await choose("The ferry strike");
    expect(shown(panel)).to.contain("Saved.").and.contain("**Event\\:** The ferry strike");
    expect(labels(panel).flat()).to.deep.equal(["Back"]);
    expect(await answerTo(LEADER)).to.contain("Karsten Hoel");
    expect(await answerTo(CLOSER)).to.not.contain("Tora Lind");
    expect(text(await reader.slash("about"))).to.contain("The ferry strike");
    expect(text(await reader.slash("summary"))).to.contain("Lundvik");
    const found = await reader.autocomplete("article", { article: "bridge" }, "article");
    expect(JSON.stringify(found)).to.not.contain("old bridge");
  });

  it("goes on with a draft of the one when the server asks about the other", async () => {
    const summary = messageOf(await manager.slash("summary", { topic: "Seafarers' Union" }));
    draft = messageOf(await manager.press(summary, "Make a draft"));
    const digest = messageOf(await manager.press(messageOf(await manager.slash("digest")), "New digest"));
    expect(shown(digest)).to.contain("Event\\: The ferry strike");
    await choose("The bridge");
    expect(await answerTo(CLOSER)).to.contain("Tora Lind");
    const posted = messageOf(await manager.press(draft, "Post"));
    expect(shown(posted)).to.contain("https://discord.com/channels/");
    const found = sandbox
      .messages(draft.channel_id)
      .findLast(({ flags = 0 }) => (flags & MessageFlags.Ephemeral) === 0);
    if (found === undefined) throw new Error("nothing was posted");
    post = found;
    expect(shown(post)).to.contain("Karsten Hoel");
    const checked = messageOf(await reader.press(post, "Verify"));
    expect(shown(checked))
      .to.match(/coast\\?-start\\?\.md/u)
      .and.not.contain("withdrawn");
  });

  it("corrects what was posted about the one while the server asks about the other", async () => {
    const file = join(folder, "corpus/harbour/articles/coast-start.md");
    await writeFile(file, (await readFile(file, "utf8")).replace("said nobody would sail", "said all would sail"));
    bot.child.kill("SIGHUP");
    const corrected = await eventually(() => {
      const message = sandbox.messages(post.channel_id).find(({ id }) => id === post.id);
      return message !== undefined && shown(message).includes("~~") ? message : null;
    });
    expect(shown(corrected)).to.contain("~~Karsten Hoel, who leads the union, said nobody would sail.~~");
  });

  it("tells those who follow a question about the one, and shows them where it stands", async () => {
    const follower = sandbox.user({ username: "follower" });
    const answer = messageOf(await follower.slash("ask", { question: CLOSER }));
    const seen = messageOf(await follower.press(answer, "Follow this"));
    expect(shown(seen)).to.contain("You follow this question.");
    await choose("The ferry strike");
    await bridge("Engineer Nils Aas closed the bridge of Ostby on Tuesday.");
    bot.child.kill("SIGHUP");
    const told = await eventually(() => sandbox.messages(follower.directChannelId).at(0));
    expect(shown(told)).to.contain("Nils Aas");
    const context = messageOf(await follower.press(told, "Context"));
    expect(shown(context)).to.contain("Nils Aas closed the bridge");
  });
});
