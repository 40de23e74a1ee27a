import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { Outcome } from "../../src/sandbox/client/user.ts";
import { type Sandbox, startSandbox } from "../../src/sandbox/sandbox.ts";
import { type BotProcess, HARBOUR, lineOf, startBot } from "./bot-process.ts";

const token = "end.to.end-test";
const CALLBACK = { method: "POST", path: /\/callback/u } as const;

describe("the bot when things go wrong", function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  let bot: BotProcess;

  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0, token, pageFolder: null });
  });

  afterEach(async () => {
    await bot.stop();
    await sandbox.close();
  });

  async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    bot = startBot({ DISCORD_TOKEN: token, DISCORD_API_URL: sandbox.apiUrl, CORPUS: HARBOUR, ...environment });
    await lineOf(bot, /connected to Discord/u);
  }

  const ask = async (): Promise<Outcome> => sandbox.user().slash("ask", { question: "who leads the union" });

  function said(outcome: Outcome): string {
    if (outcome.type !== "answered") throw new Error(JSON.stringify(outcome));
    return outcome.message.embeds[0]?.description ?? "";
  }

  it("finishes the answer that is under way when it is asked to stop", async () => {
    await start();
    sandbox.faults.failNext(CALLBACK, { status: 500 });
    sandbox.faults.delay(CALLBACK, 600);
    const answering = ask();
    // The first try has failed, so the bot is about to make the second, which takes its time.
    await eventually(() => sandbox.requests.some(({ status }) => status === 500));
    expect(await bot.stop()).to.equal(0);
    expect(said(await answering)).to.contain("who leads the union, said nobody would sail.");
  });

  for (const [code, message] of [
    [50_013, "Missing Permissions"],
    [50_001, "Missing Access"],
  ] as const) {
    it(`says in one line that it lacks a permission (${String(code)}), and goes on`, async () => {
      await start();
      sandbox.faults.failNext(CALLBACK, { status: 403, body: { code, message } });
      expect(said(await ask())).to.contain("not allowed to answer here");
      sandbox.faults.failNext(CALLBACK, { status: 403, body: { code, message } }, 2);
      expect((await ask()).type).not.to.equal("answered");
      expect(said(await ask())).to.contain("who leads the union, said nobody would sail.");
      const lines = bot.stderr().trim().split("\n");
      expect(lines).to.have.length(2);
      for (const line of lines) expect(line).to.contain(String(code)).and.contain("lacks a permission");
    });
  }

  it("answers only when it is as sure as ANSWER_THRESHOLD demands", async () => {
    await start({ ANSWER_THRESHOLD: "1" });
    expect(said(await ask())).to.contain("The articles do not say.");
  });
});

async function eventually(condition: () => boolean): Promise<void> {
  const until = Date.now() + 12_000;
  while (!condition()) {
    if (Date.now() > until) throw new Error("it did not happen within 12 s");
    await sleep(10);
  }
}
