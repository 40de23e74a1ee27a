import { cp, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";
import { eventually } from "./moderating.ts";
import { text } from "./talk.ts";

const token = "end.to.end-watched";
const ARTICLE =
  "---\ntitle: New head of the port\npublisher: Pier Post\nurl: https://pier.example/moe\npublished: 2021-05-21\nlanguage: en\nkind: brief\n---\n\nFrida Moe will run the port of Lundvik from June.\n";

describe("a bot whose corpus folder changes", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let bot: BotProcess;
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-watched-"));
    await cp(HARBOUR, join(folder, "corpus"), { recursive: true });
    sandbox = await startSandbox({ port: 0, token, pageFolder: null });
    bot = startBot({
      DISCORD_TOKEN: token,
      DISCORD_API_URL: sandbox.apiUrl,
      CORPUS: join(folder, "corpus"),
      DATA: join(folder, "data"),
      WATCH_CORPUS: "on",
    });
    await lineOf(bot, /connected to Discord/u);
  });

  after(async () => {
    await bot.stop();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  const answer = async (name: string): Promise<string> =>
    text(
      await sandbox.user({ username: name }).slash("ask", { question: "who will run the port of Lundvik" }),
    ).replaceAll("**", "");

  it("serves an article that is put there, and no more once it is taken away", async () => {
    const file = join(folder, "corpus/articles/moe.md");
    expect(await answer("before")).to.not.contain("Frida Moe");
    await writeFile(join(folder, "moe.md"), ARTICLE);
    await rename(join(folder, "moe.md"), file);
    await lineOf(bot, /1 added, 0 changed, 0 withdrawn; 14 articles now/u);
    expect(await answer("meanwhile")).to.contain("Frida Moe will run the port");
    await rm(file);
    await lineOf(bot, /0 added, 0 changed, 1 withdrawn; 13 articles now/u);
    expect(await answer("after")).to.not.contain("Frida Moe");
  });

  it("names a file that cannot be used, and goes on with the others", async () => {
    await writeFile(join(folder, "corpus/articles/broken.md"), "no front matter");
    await eventually(() => (bot.stderr().includes("articles/broken.md") ? true : null));
    await writeFile(join(folder, "corpus/articles/moe.md"), ARTICLE);
    await lineOf(bot, /(?:1 added[^]*){2}/u);
    expect(await answer("again")).to.contain("Frida Moe will run the port");
  });
});
