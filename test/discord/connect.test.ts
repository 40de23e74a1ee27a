import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { shippedLanguages } from "../fixtures/languages.ts";
import type { Failure } from "../../src/domain/failure.ts";
import type { Publisher } from "../../src/domain/publisher.ts";
import type { Result } from "../../src/domain/result.ts";
import type { Bot, ConnectOptions } from "../../src/discord/bot.ts";
import { connectBot } from "../../src/discord/connect.ts";
import { logStray } from "../../src/ops/stray.ts";
import { RecentConversations } from "../../src/app/conversations.ts";
import { describeFailure } from "../../src/present/operator/failures.ts";
import { askCommand, commandPayload, LIBRARY, question, recordingLogger, reply, SHORT, textOf } from "./fakes.ts";
import { idleCurator, idleDesk, noPictures } from "../fixtures/desk.ts";
import { memoryStore } from "../fixtures/store.ts";
import { startMiniDiscord, type Behaviour, type MiniDiscord } from "./mini-discord.ts";
import { onlyLibrary } from "../fixtures/libraries.ts";
import { POLICY } from "../fixtures/context.ts";

const TOKEN = "CANARY.TOKEN.abcdefghijklmnopqrstuvwxyz";

interface Attempt {
  readonly result: Result<Bot, Failure>;
  readonly discord: MiniDiscord;
  readonly log: () => string;
}

describe("connecting to Discord", () => {
  const begun: (() => Promise<unknown>)[] = [];

  afterEach(async () => {
    for (const end of begun.splice(0).toReversed()) await end();
  });

  async function connect(behaviour: Behaviour = {}, options: Partial<ConnectOptions> = {}): Promise<Attempt> {
    const discord = await startMiniDiscord(behaviour);
    begun.push(discord.stop);
    const { logger, lines } = recordingLogger();
    const result = await connectBot({
      languages: shippedLanguages(),
      token: TOKEN,
      apiUrl: discord.apiUrl,
      commands: [askCommand(async (_, { question }) => reply(textOf(question)))],
      libraries: onlyLibrary(LIBRARY),
      store: memoryStore(),
      conversations: new RecentConversations(),
      policy: POLICY,
      deskFor: idleDesk,
      curator: idleCurator(),
      pictures: noPictures(),
      logger,
      deadlines: { ...SHORT, startMs: 8_000 },
      ...options,
    });
    if (result.ok) begun.push(async () => result.value.close());
    return { result, discord, log: () => lines.join("") };
  }

  function failureOf({ result, log }: Attempt): Failure {
    if (result.ok) throw new Error("connected");
    expect(log() + describeFailure(result.error)).not.to.include("CANARY");
    return result.error;
  }

  function botOf({ result }: Attempt): Bot {
    if (!result.ok) throw new Error(describeFailure(result.error));
    return result.value;
  }

  const requestsTo = ({ discord }: Attempt, path: string) =>
    discord.requests.filter((request) => request.path === path);

  it("registers the commands, once", async () => {
    const attempt = await connect();
    expect(botOf(attempt).identity).to.deep.equal({
      applicationId: "42",
      userId: "42",
      userName: "Footnote",
      guildCount: 0,
    });
    const commands = requestsTo(attempt, "/api/v10/applications/42/commands");
    expect(commands.map(({ method }) => method)).to.deep.equal(["GET", "PUT"]);
    expect(commands[1]?.body).to.have.nested.property("[0].name", "ask");
    expect(botOf(attempt).health()).to.include({ connected: true });
    expect(botOf(attempt).health().lastEventMs).to.be.at.least(0);
  });

  it("leaves commands alone that are registered as they are", async () => {
    const first = await connect();
    const [, put] = requestsTo(first, "/api/v10/applications/42/commands");
    if (!Array.isArray(put?.body)) throw new Error("not registered");
    const known = put.body.map((command: object) => Object.assign(command, { id: "9", nsfw: false }));
    const second = await connect({
      http: ({ path }) => (path.endsWith("/commands") ? { status: 200, body: known } : null),
    });
    expect(requestsTo(second, "/api/v10/applications/42/commands").map(({ method }) => method)).to.deep.equal(["GET"]);
  });

  it("answers an interaction without the bot's token", async () => {
    const attempt = await connect();
    attempt.discord.dispatch("INTERACTION_CREATE", commandPayload([question("who?")]));
    const path = "/api/v10/interactions/1001/interaction-token/callback";
    await eventually(() => requestsTo(attempt, path).length === 1);
    const [callback] = requestsTo(attempt, path);
    expect(callback?.authorization).to.equal(undefined);
    expect(callback?.body).to.containSubset({ type: 4, data: { embeds: [{ description: "who?" }] } });
  });

  it("sends files along with an answer, and with what it tells unasked", async () => {
    const attachments = [{ name: "yours.json", text: '{"é": 1}' }];
    const ask = askCommand(async () => reply("Here", { attachments }));
    const attempt = await connect({}, { commands: [ask] });
    attempt.discord.dispatch("INTERACTION_CREATE", commandPayload([question("who?")]));
    const path = "/api/v10/interactions/1001/interaction-token/callback";
    await eventually(() => requestsTo(attempt, path).length === 1);
    const [callback] = requestsTo(attempt, path);
    expect(callback?.body).to.containSubset({ type: 4, data: { embeds: [{ description: "Here" }] } });
    expect(callback?.files).to.deep.equal({ "yours.json": '{"é": 1}' });
    expect(await botOf(attempt).notifier.tell("7", reply("News"))).to.include({ ok: true });
    expect(requestsTo(attempt, "/api/v10/channels/77/messages")[0]).to.containSubset({
      authorization: `Bot ${TOKEN}`,
      body: { embeds: [{ description: "News" }], allowed_mentions: { parse: [] } },
    });
  });

  it("speaks in channels under the name it learned, also for what does as moderators decided", async () => {
    const given: Publisher[] = [];
    const attempt = await connect(
      {
        http: ({ path, method }) =>
          path === "/api/v10/channels/71/messages" && method === "POST" ? { status: 200, body: { id: "900" } } : null,
      },
      {
        deskFor: (publisher) => {
          given.push(publisher);
          return idleDesk();
        },
      },
    );
    const bot = botOf(attempt);
    expect(given).to.deep.equal([bot.publisher]);
    const posting = { channel: "71", key: "p0001", replyTo: null, reply: reply("News") };
    expect(await bot.publisher.post(posting)).to.deep.equal({ ok: true, value: "900" });
    expect(requestsTo(attempt, "/api/v10/channels/71/messages")[0]).to.containSubset({
      authorization: `Bot ${TOKEN}`,
      body: { embeds: [{ description: "News" }], nonce: "p0001" },
    });
  });

  it("takes only so much from a person", async () => {
    const attempt = await connect({}, { cooldown: { personMost: 1 } });
    for (const text of ["first", "second"])
      attempt.discord.dispatch("INTERACTION_CREATE", commandPayload([question(text)]));
    const path = "/api/v10/interactions/1001/interaction-token/callback";
    await eventually(() => requestsTo(attempt, path).length === 2);
    expect(JSON.stringify(requestsTo(attempt, path)))
      .to.include("first")
      .and.include("<t:")
      .and.not.include("second");
  });

  it("tries a failing answer again within the 3 seconds, and edits when the first did arrive after all", async () => {
    const attempt = await connect({
      http: ({ path }, before) => {
        if (!path.endsWith("/callback")) return null;
        return before === 0
          ? { status: 500 }
          : { status: 400, body: { code: 40_060, message: "Already acknowledged" } };
      },
    });
    attempt.discord.dispatch("INTERACTION_CREATE", commandPayload([question("who?")]));
    const original = "/api/v10/webhooks/42/interaction-token/messages/@original";
    await eventually(() => requestsTo(attempt, original).length === 1);
    expect(requestsTo(attempt, original)[0]).to.containSubset({
      method: "PATCH",
      body: { allowed_mentions: { parse: [] } },
    });
  });

  it("says where Discord found a reply invalid, and never what was sent", async () => {
    const errors = {
      data: { embeds: { "0": { url: { _errors: [{ code: "URL_TYPE_INVALID", message: "canary" }] } } } },
    };
    const attempt = await connect({
      http: ({ path }) =>
        path.endsWith("/callback") ? { status: 400, body: { code: 50_035, message: "canary", errors } } : null,
    });
    attempt.discord.dispatch("INTERACTION_CREATE", commandPayload([question("canary")]));
    await eventually(() => attempt.log().includes("could not be told either"));
    expect(attempt.log())
      .to.include("data.embeds.0.url")
      .and.not.include("canary")
      .and.not.include("interaction-token");
  });

  it("is refused for its token by the API, without trying again", async () => {
    const attempt = await connect({ http: () => ({ status: 401, body: { code: 0, message: "401: Unauthorized" } }) });
    expect(failureOf(attempt)).to.deep.equal({ id: "token-refused" });
    expect(attempt.discord.requests).to.have.length(1);
  });

  it("is refused for its token by the gateway, without trying again", async () => {
    const attempt = await connect({ closeOnIdentify: 4_004 });
    expect(failureOf(attempt)).to.deep.equal({ id: "token-refused" });
    expect(attempt.discord.identifies()).to.equal(1);
  });

  it("does not even ask with what cannot be a token", async () => {
    for (const token of ["", "CANARY \n", "CANARY\u0000", "CANARY é"]) {
      const attempt = await connect({}, { token });
      expect(failureOf(attempt)).to.deep.equal({ id: "token-refused" });
      expect(attempt.discord.requests).to.have.length(0);
    }
  });

  it("is refused by the gateway for good reason, at once", async () => {
    for (const code of [4_010, 4_011, 4_012, 4_013, 4_014]) {
      const attempt = await connect({ closeOnIdentify: code });
      expect(failureOf(attempt)).to.deep.equal({ id: "gateway-refused", code });
      expect(attempt.discord.identifies()).to.equal(1);
    }
  });

  it("gives up on an API that is not there, after few attempts", async () => {
    const port = await freePort();
    const apiUrl = `http://user:CANARY@127.0.0.1:${port}/api`;
    const attempt = await connect({}, { apiUrl: apiUrl.replace("user:CANARY@", "") });
    const address = `http://127.0.0.1:${port}/api`;
    expect(failureOf(attempt)).to.deep.equal({ id: "api-unreachable", address, reason: "ECONNREFUSED" });
    expect(failureOf(await connect({}, { apiUrl }))).to.include({ id: "api-unreachable", address });
  });

  it("gives up on an API that fails or talks nonsense, after few attempts", async () => {
    for (const status of [500, 404]) {
      const attempt = await connect({ http: () => ({ status, body: {} }) });
      const reason = `it answers with status ${status}`;
      expect(failureOf(attempt)).to.deep.equal({ id: "api-unreachable", address: attempt.discord.apiUrl, reason });
      expect(attempt.discord.requests.length).to.be.at.most(9);
    }
  });

  it("says in words that what answers is no API of Discord's", async () => {
    for (const answer of [
      { status: 200, body: "<html>Sign in to this network</html>", headers: { "content-type": "text/html" } },
      { status: 200, body: "hello" },
      { status: 200, body: {} },
    ]) {
      const failure = failureOf(await connect({ http: () => answer }));
      expect(failure).to.include({ id: "api-unreachable", reason: "it does not answer like Discord's API" });
    }
  });

  it("gives up on an API that never answers when its time is over", async () => {
    const attempt = await connect({ http: () => "stall" }, { deadlines: { ...SHORT, startMs: 300 } });
    expect(failureOf(attempt).id).to.equal("api-unreachable");
  });

  it("tells how long it tried in all, not how long the last attempt took", async () => {
    const attempt = await connect(
      { http: (_, before) => (before < 3 ? { status: 500 } : "stall") },
      { deadlines: { ...SHORT, startMs: 3_000, retryPauseMs: 1_100 } },
    );
    expect(failureOf(attempt)).to.include({ id: "api-unreachable", reason: "it is not ready after 3 s" });
  });

  it("gives up on a gateway that is not there, and stays quiet afterwards", async () => {
    const port = await freePort();
    const attempt = await connect({ gatewayUrl: `ws://127.0.0.1:${port}` });
    expect(failureOf(attempt).id).to.equal("api-unreachable");
    let knocks = 0;
    const listener = createServer((socket) => {
      knocks += 1;
      socket.destroy();
    }).listen(port, "127.0.0.1");
    await once(listener, "listening");
    await sleep(1_200);
    listener.close();
    expect(knocks).to.equal(0);
  });

  it("says why Discord refuses the commands", async () => {
    const errors = { "0": { name: { _errors: [{ code: "X", message: "Command name is invalid" }] } } };
    const attempt = await connect({
      http: ({ method }) =>
        method === "PUT" ? { status: 400, body: { code: 50_035, message: "Invalid Form Body", errors } } : null,
    });
    const failure = failureOf(attempt);
    expect(failure.id).to.equal("commands-refused");
    expect(describeFailure(failure)).to.include("Command name is invalid").and.not.include("\n");
  });

  it("ends with the reason when the gateway refuses it later", async () => {
    for (const [code, expected] of [
      [4_004, { id: "token-refused" }],
      [4_014, { id: "gateway-refused", code: 4_014 }],
    ] as const) {
      const attempt = await connect();
      attempt.discord.closeGateway(code);
      expect(await botOf(attempt).stopped).to.deep.equal(expected);
    }
  });

  it("comes back when the connection drops", async () => {
    const attempt = await connect();
    attempt.discord.closeGateway(4_009);
    await eventually(() => attempt.log().includes("reconnecting"));
    expect(botOf(attempt).health().connected).to.equal(false);
  });

  it("ends without a reason when asked, and finishes its answers first", async () => {
    const ask = askCommand(async () => {
      await sleep(100);
      return reply("Finished");
    });
    const stop = new AbortController();
    const attempt = await connect({}, { commands: [ask], signal: stop.signal });
    attempt.discord.dispatch("INTERACTION_CREATE", commandPayload([question("x")]));
    await eventually(() => attempt.discord.requests.some(({ path }) => path.endsWith("/callback")));
    stop.abort();
    expect(await botOf(attempt).stopped).to.equal(null);
    expect(JSON.stringify(attempt.discord.requests)).to.include("Finished");
  });

  it("can be asked to end before it is ready", async () => {
    const stop = new AbortController();
    const connecting = connect({ http: () => "stall" }, { signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    expect(await botOf(await connecting).stopped).to.equal(null);
  });

  it("answers a payload that discord.js cannot read, and goes on", async () => {
    const attempt = await connect();
    const strays = recordingLogger();
    const listeners = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", (error) => logStray(strays.logger, error));
    try {
      for (const text of ["first", "second"]) {
        const malformed = { ...commandPayload([question(text)]), entitlements: "none" };
        attempt.discord.dispatch("INTERACTION_CREATE", malformed);
      }
      await eventually(() => attempt.discord.requests.filter(({ path }) => path.endsWith("/callback")).length === 2);
      await eventually(() => strays.lines.length === 2);
    } finally {
      process.removeAllListeners("unhandledRejection");
      for (const listener of listeners) process.on("unhandledRejection", listener);
    }
    expect(botOf(attempt).health().connected).to.equal(true);
  });
});

async function eventually(condition: () => boolean): Promise<void> {
  const until = Date.now() + 8_000;
  while (!condition()) {
    if (Date.now() > until) throw new Error("it did not happen within 8 s");
    await sleep(10);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return address.port;
}
