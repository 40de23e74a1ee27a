import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { startSandbox } from "../../src/sandbox/sandbox.ts";
import { type Behaviour, startMiniDiscord } from "../discord/mini-discord.ts";
import { HARBOUR, lineOf, startBot } from "./bot-process.ts";

/** Runs the bot until it ends by itself. */
async function ending(
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const bot = startBot(environment);
  const code = await bot.ended;
  return { code, said: bot.stdout() + bot.stderr() };
}

describe("a bad start", function () {
  this.timeout(60_000);

  it("names every key of the configuration that cannot be used, without its value", async () => {
    const { code, said } = await ending({ DISCORD_TOKEN: "my secret", SANDBOX_PORT: "many", LOG_LEVEL: "loud" });
    expect(code).to.equal(3);
    for (const key of ["DISCORD_TOKEN", "SANDBOX_PORT", "LOG_LEVEL"]) expect(said).to.contain(key);
    expect(said).not.to.contain("my secret");
    expect(said).not.to.match(/^\s+at /mu);
  });

  it("says what to do when there is no article", async () => {
    const { code, said } = await ending({ CORPUS: join(tmpdir(), "no-such-corpus"), SANDBOX_PORT: "0" });
    expect(code).to.equal(4);
    expect(said).to.contain("no-such-corpus");
    expect(said).to.contain("corpus/README.md");
  });

  it("says what to do when what it remembers is damaged, and leaves it as it is", async () => {
    const data = await mkdtemp(join(tmpdir(), "footnote-damaged-"));
    const file = join(data, "footnote.db");
    await writeFile(file, "no database at all");
    const { code, said } = await ending({ CORPUS: HARBOUR, SANDBOX_PORT: "0", DATA: data });
    expect(code).to.equal(14);
    expect(said).to.contain(file);
    expect(said.trim().split("\n")).to.have.length(1);
    expect(await readFile(file, "utf8")).to.equal("no database at all");
    await rm(data, { recursive: true });
  });

  it("says that its database cannot be reached, without the password", async () => {
    const { code, said } = await ending({
      CORPUS: HARBOUR,
      SANDBOX_PORT: "0",
      DATABASE_URL: "postgresql://ann:my-secret@127.0.0.1:1/footnote",
    });
    expect(code).to.equal(15);
    expect(said).to.contain("DATABASE_URL").and.contain("ECONNREFUSED").and.not.contain("my-secret");
  });

  it("tells a refused token from a token that is right, at once and without asking twice", async () => {
    const sandbox = await startSandbox({ port: 0, token: "the.right.token", pageFolder: null });
    const { code, said } = await ending({
      DISCORD_TOKEN: "the.wrong.token",
      DISCORD_API_URL: sandbox.apiUrl,
      CORPUS: HARBOUR,
    });
    await sandbox.close();
    expect(code).to.equal(5);
    expect(said.trim().split("\n")).to.have.length(1);
    expect(said).to.contain("DISCORD_TOKEN");
    expect(said).not.to.contain("the.wrong.token");
  });

  it("gives up an API that cannot be reached after a few tries", async () => {
    let requests = 0;
    const server = createServer((request) => {
      requests += 1;
      request.socket.destroy();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const address = server.address();
    const port = typeof address === "object" && address !== null ? (address satisfies AddressInfo).port : 0;
    const { code, said } = await ending({
      DISCORD_TOKEN: "a.b.c",
      DISCORD_API_URL: `http://127.0.0.1:${String(port)}/api`,
      CORPUS: HARBOUR,
    });
    server.close();
    expect(code).to.equal(6);
    expect(said).to.contain(`http://127.0.0.1:${String(port)}/api`);
    expect(requests).to.be.within(1, 12);
  });

  const NOBODY = "http://127.0.0.1:1/api";
  const html = { "content-type": "text/html" };
  const starts: Readonly<Record<string, { readonly code: number; readonly behaviour: Behaviour }>> = {
    "a token refused by the API": { code: 5, behaviour: { http: () => ({ status: 401, body: {} }) } },
    "a token refused by the gateway": { code: 5, behaviour: { closeOnIdentify: 4_004 } },
    "an intent refused by the gateway": { code: 7, behaviour: { closeOnIdentify: 4_014 } },
    "an API that fails": { code: 6, behaviour: { http: () => ({ status: 500 }) } },
    "an API that is a web page": { code: 6, behaviour: { http: () => ({ status: 200, body: "x", headers: html }) } },
    "a gateway that is not there": { code: 6, behaviour: { gatewayUrl: NOBODY.replace("http", "ws") } },
    "commands refused": {
      code: 8,
      behaviour: { http: ({ method }) => (method === "PUT" ? { status: 400, body: { code: 50_035 } } : null) },
    },
  };

  for (const [what, { code, behaviour }] of Object.entries(starts)) {
    it(`says what is wrong in one line and nothing else: ${what}`, async () => {
      const discord = await startMiniDiscord(behaviour);
      const ended = await ending({ DISCORD_TOKEN: "a.b.c", DISCORD_API_URL: discord.apiUrl, CORPUS: HARBOUR });
      await discord.stop();
      expect(ended.said).to.match(/^[^{\n]+\n$/u);
      expect(ended.code).to.equal(code);
    });
  }

  it("says what is wrong in one line and nothing else: an API that is not there", async () => {
    const { code, said } = await ending({ DISCORD_TOKEN: "a.b.c", DISCORD_API_URL: NOBODY, CORPUS: HARBOUR });
    expect(said).to.match(/^[^{\n]*ECONNREFUSED[^{\n]*\n$/u);
    expect(code).to.equal(6);
  });

  it("says which port is taken", async () => {
    const sandbox = await startSandbox({ port: 0, token: null, pageFolder: null });
    const port = new URL(sandbox.address).port;
    const { code, said } = await ending({ SANDBOX_PORT: port, CORPUS: HARBOUR });
    await sandbox.close();
    expect(code).to.equal(9);
    expect(said).to.contain(`Port ${port} is taken`);
    expect(said.trim().split("\n")).to.have.length(1);
  });

  it("ends with a code of its own when Discord closes the gateway for good", async () => {
    const sandbox = await startSandbox({ port: 0, token: "a.b.c", pageFolder: null });
    const bot = startBot({ DISCORD_TOKEN: "a.b.c", DISCORD_API_URL: sandbox.apiUrl, CORPUS: HARBOUR });
    await lineOf(bot, /connected to Discord/u);
    sandbox.faults.closeGateway(4014);
    expect(await bot.ended).to.equal(7);
    expect(bot.stderr()).to.contain("4014");
    await sandbox.close();
  });

  it("serves the good articles and says which are bad, and why", async () => {
    const folder = await mkdtemp(join(tmpdir(), "footnote-"));
    await cp(HARBOUR, folder, { recursive: true });
    await writeFile(
      join(folder, "articles/broken.md"),
      "---\ntitle: Broken\npublisher: X\nurl: null\npublished: 2024-13-45\nlanguage: en\nkind: brief\n---\n\nText.\n",
    );
    const bot = startBot({ CORPUS: folder, SANDBOX_PORT: "0" });
    await lineOf(bot, /Footnote is ready/u);
    await bot.stop();
    await rm(folder, { recursive: true });
    expect(bot.stderr()).to.contain("articles/broken.md:5: published:");
    expect(bot.stderr()).to.contain("2024-13-45");
  });

  it("prints one line with the page's address and nothing else", async () => {
    const bot = startBot({ CORPUS: HARBOUR, SANDBOX_PORT: "0" });
    await lineOf(bot, /http:\/\/127\.0\.0\.1:\d+/u);
    expect(await bot.stop()).to.equal(0);
    expect(bot.stdout().trim().split("\n")).to.have.length(1);
    expect(bot.stderr()).to.equal("");
  });
});
