import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";

const token = "end.to.end-test";

// There are no signals to ask with on Windows.
const suite = process.platform === "win32" ? describe.skip : describe;

suite("a bot asked to load its corpus again", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let bot: BotProcess;
  let corpus: string;

  before(async () => {
    corpus = await mkdtemp(join(tmpdir(), "footnote-reload-"));
    await cp(HARBOUR, corpus, { recursive: true });
    sandbox = await startSandbox({ port: 0, token, pageFolder: null });
    bot = startBot({
      DISCORD_TOKEN: token,
      DISCORD_API_URL: sandbox.apiUrl,
      CORPUS: corpus,
      DATA: join(corpus, "data"),
    });
    await lineOf(bot, /connected to Discord/u);
  });

  after(async () => {
    await bot.stop();
    await sandbox.close();
    await rm(corpus, { recursive: true, force: true });
  });

  async function answerTo(question: string): Promise<string> {
    const outcome = await sandbox.user().slash("ask", { question });
    if (outcome.type !== "answered") throw new Error(JSON.stringify(outcome));
    return outcome.message.embeds[0]?.description ?? "";
  }

  it("answers from the changed file, and says in one line what changed", async () => {
    expect(await answerTo("who leads the union")).to.contain("Karsten Hoel");
    await writeFile(
      join(corpus, "articles/coast-start.md"),
      "---\ntitle: Union has a new leader\npublisher: Coast Radio\nurl: https://coast.example/leader\npublished: 2021-05-20\nlanguage: en\nkind: brief\n---\n\nMarit Solberg, who leads the union since Monday, wants to talk.\n",
    );
    await rm(join(corpus, "articles/timetable-01.md"));
    bot.child.kill("SIGHUP");
    const [line] = await lineOf(bot, /^The corpus was loaded again.*$/mu);
    expect(line).to.match(/in \d+\.\d s: 0 added, 1 changed, 1 withdrawn; 12 articles now, version [\da-f]{12}\.$/u);
    const answer = await answerTo("who leads the union");
    expect(answer).to.contain("Marit Solberg").and.not.contain("Karsten Hoel");
  });

  it("goes on with the articles it has where the new ones cannot be used", async () => {
    await rm(join(corpus, "articles"), { recursive: true });
    bot.child.kill("SIGHUP");
    const until = Date.now() + 15_000;
    while (!bot.stderr().includes("The articles loaded before stay.") && Date.now() < until) await answerTo("ferry");
    expect(bot.stderr()).to.contain("The articles loaded before stay.");
    expect(await answerTo("who leads the union")).to.contain("Marit Solberg");
  });
});
