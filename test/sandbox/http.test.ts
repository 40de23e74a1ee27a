import { request } from "node:http";
import { expect } from "chai";
import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { ask, askCommand, jumpingClock, openSandbox, RawBot, read, register, token, webhook } from "./support.ts";

describe("sandbox: the HTTP API", () => {
  let sandbox: Sandbox;
  let channel: string;
  beforeEach(async () => {
    sandbox = await openSandbox();
    channel = `/channels/${sandbox.channels["general"]}`;
  });
  afterEach(() => sandbox.close());

  it("listens on this machine only, under the address it tells", () => {
    expect(sandbox.address).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(sandbox.apiUrl).to.equal(`${sandbox.address}/api`);
  });

  it("tells a bot where the gateway is and who it is", async () => {
    expect((await ask(sandbox, "GET", "/gateway/bot")).body).to.deep.include({ shards: 1 });
    expect((await ask(sandbox, "GET", "/gateway", undefined, { authorization: null })).status).to.equal(200);
    expect((await ask(sandbox, "GET", "/users/@me")).body).to.include({ id: sandbox.applicationId, bot: true });
    for (const path of ["/applications/@me", "/oauth2/applications/@me"]) {
      expect((await ask(sandbox, "GET", path)).body).to.include({ id: sandbox.applicationId });
    }
    expect((await ask(sandbox, "GET", `/guilds/${sandbox.guildId}`)).body).to.include({ id: sandbox.guildId });
    expect(await ask(sandbox, "GET", "/guilds/1")).to.include({ status: 404, code: 10004 });
  });

  const badTokens = [null, "Bot wrong", token, `Bearer ${token}`, "Bot "];
  for (const authorization of badTokens) {
    it(`refuses “${authorization ?? "no"}” authorization`, async () => {
      const reply = await ask(sandbox, "GET", "/users/@me", undefined, { authorization });
      expect(reply.status).to.equal(401);
      expect(reply.body).to.deep.equal({ message: "401: Unauthorized", code: 0 });
    });
  }

  it("takes any token where none is set, but not none", async () => {
    await sandbox.close();
    sandbox = await openSandbox({ token: null });
    expect((await ask(sandbox, "GET", "/users/@me", undefined, { authorization: "Bot anything" })).status).to.equal(
      200,
    );
    expect((await ask(sandbox, "GET", "/users/@me", undefined, { authorization: null })).status).to.equal(401);
  });

  it("answers 404 for an unknown path and 405 for an unknown method", async () => {
    expect((await ask(sandbox, "GET", "/nowhere")).body).to.deep.equal({ message: "404: Not Found", code: 0 });
    const reply = await ask(sandbox, "PUT", "/users/@me", {});
    expect(reply.status).to.equal(405);
    expect(reply.body).to.deep.equal({ message: "405: Method Not Allowed", code: 0 });
  });

  it("refuses broken JSON, foreign types and bodies that are too large", async () => {
    const headers = { "content-type": "application/json" };
    expect(await ask(sandbox, "POST", `${channel}/messages`, undefined, { raw: "{", headers })).to.include({
      code: 50109,
    });
    const foreign = { "content-type": "text/plain" };
    expect(await ask(sandbox, "POST", `${channel}/messages`, undefined, { raw: "a", headers: foreign })).to.include({
      code: 50035,
    });
    const large = await ask(sandbox, "POST", `${channel}/messages`, { content: "x".repeat(1 << 20) });
    expect(large).to.include({ status: 413, code: 40005 });
  });

  it("counts requests in its headers and answers 429 beyond the limit", async () => {
    const first = await ask(sandbox, "POST", `${channel}/messages`, { content: "a" });
    expect(first.headers.get("x-ratelimit-limit")).to.equal("5");
    expect(first.headers.get("x-ratelimit-remaining")).to.equal("4");
    expect(Number(first.headers.get("x-ratelimit-reset"))).to.be.greaterThan(Date.now() / 1000 - 1);
    expect(Number(first.headers.get("x-ratelimit-reset-after"))).to.be.within(0, 2);
    expect(first.headers.get("x-ratelimit-bucket")).to.match(/^[0-9a-f]{32}$/);
    for (let sent = 1; sent < 5; sent += 1) await ask(sandbox, "POST", `${channel}/messages`, { content: "a" });
    const refused = await ask(sandbox, "POST", `${channel}/messages`, { content: "a" });
    expect(refused.status).to.equal(429);
    expect(refused.headers.get("x-ratelimit-scope")).to.equal("user");
    expect(refused.headers.get("retry-after")).to.match(/^[12]$/);
    expect(refused.body).to.deep.include({ message: "You are being rate limited.", global: false });
    expect(refused.body).to.have.property("retry_after").that.is.within(0, 2);
  });

  it("answers 429 for everything beyond the global limit, interactions apart", async () => {
    await sandbox.close();
    sandbox = await openSandbox({ limits: { globalRequests: 3 } });
    for (let sent = 0; sent < 3; sent += 1) await ask(sandbox, "GET", "/users/@me");
    const refused = await ask(sandbox, "GET", "/users/@me");
    expect(refused.headers.get("x-ratelimit-global")).to.equal("true");
    expect(refused.body).to.include({ global: true });
    const unknown = { id: "1", token: "x" };
    expect(await webhook(sandbox, "GET", unknown, "/messages/@original")).to.include({ status: 404, code: 10015 });
  });

  it("refuses hosts that only pretend to be this machine", async () => {
    const { port } = new URL(sandbox.address);
    const statusFor = (host: string) =>
      new Promise((resolve, reject) => {
        const headers = { host, authorization: `Bot ${token}` };
        const asked = request({ host: "127.0.0.1", port, path: "/api/v10/users/@me", headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asked.on("error", reject).end();
      });
    expect(await statusFor(`evil.example:${port}`)).to.equal(403);
    expect(await statusFor(`127.0.0.1.evil.example:${port}`)).to.equal(403);
    expect(await statusFor(`localhost:${port}`)).to.equal(200);
  });

  it("takes files with a message, serves them, and describes them", async () => {
    const form = new FormData();
    form.append("payload_json", JSON.stringify({ content: "see", attachments: [{ id: 0, description: "A note" }] }));
    form.append("files[0]", new Blob(["hello"], { type: "text/plain" }), "a note.txt");
    const reply = await ask(sandbox, "POST", `${channel}/messages`, undefined, { raw: form });
    expect(reply.body).to.have.nested.property("attachments[0].description", "A note");
    expect(reply.body).to.have.nested.property("attachments[0].filename", "a_note.txt");
    const [message] = sandbox.messages(sandbox.channels["general"] ?? "");
    const served = await fetch(message?.attachments[0]?.url ?? "");
    expect(served.headers.get("content-disposition")).to.match(/^attachment/);
    expect(await served.text()).to.equal("hello");
    const without = await ask(sandbox, "PATCH", `${channel}/messages/${message?.id}`, {
      content: "gone",
      attachments: [],
    });
    expect(without.body).to.have.property("attachments").that.deep.equals([]);
    expect((await fetch(message?.attachments[0]?.url ?? "")).status).to.equal(404);
  });

  it("shows a file that an embed names, and refuses one above the limit", async () => {
    await sandbox.close();
    sandbox = await openSandbox({ limits: { fileBytes: 10 } });
    channel = `/channels/${sandbox.channels["general"]}`;
    const send = (content: string) => {
      const form = new FormData();
      form.append("payload_json", JSON.stringify({ embeds: [{ image: { url: "attachment://map.png" } }] }));
      form.append("files[0]", new Blob([content], { type: "image/png" }), "map.png");
      return ask(sandbox, "POST", `${channel}/messages`, undefined, { raw: form });
    };
    const { body } = await send("small");
    expect(body)
      .to.have.nested.property("embeds[0].image.url")
      .that.matches(/^http.*map\.png$/);
    expect(body).to.have.property("attachments").that.deep.equals([]);
    expect(await send("much too large")).to.include({ status: 413, code: 40005 });
  });

  it("lets a bot read, edit and delete its own messages, and nobody else's", async () => {
    await sandbox.close();
    sandbox = await openSandbox({ now: jumpingClock() });
    channel = `/channels/${sandbox.channels["general"]}`;
    await ask(sandbox, "POST", `${channel}/messages`, { content: "mine" });
    const [mine] = sandbox.messages(sandbox.channels["general"] ?? "");
    const theirs = sandbox.user().say("theirs");
    const path = (id = "1") => `${channel}/messages/${id}`;
    expect((await ask(sandbox, "GET", path(mine?.id))).body).to.include({ content: "mine" });
    expect((await ask(sandbox, "PATCH", path(mine?.id), { content: "changed" })).body).to.include({
      content: "changed",
    });
    expect(await ask(sandbox, "PATCH", path(mine?.id), { content: "" })).to.include({ code: 50006 });
    expect(await ask(sandbox, "PATCH", path(theirs.id), { content: "a" })).to.include({ status: 403, code: 50005 });
    expect(await ask(sandbox, "DELETE", path(theirs.id))).to.include({ status: 403, code: 50013 });
    expect((await ask(sandbox, "GET", `${channel}/messages?limit=1`)).body).to.have.length(1);
    expect(await ask(sandbox, "GET", `${channel}/messages?limit=101`)).to.include({ code: 50035 });
    expect((await ask(sandbox, "DELETE", path(mine?.id))).status).to.equal(204);
    expect(await ask(sandbox, "GET", path(mine?.id))).to.include({ status: 404, code: 10008 });
    expect(await ask(sandbox, "GET", "/channels/1")).to.include({ status: 404, code: 10003 });
  });

  it("refuses what the bot has no permission for", async () => {
    const id = sandbox.channels["general"] ?? "";
    sandbox.denyBot(id, PermissionFlagsBits.SendMessages);
    expect(await ask(sandbox, "POST", `${channel}/messages`, { content: "a" })).to.include({
      status: 403,
      code: 50013,
    });
    sandbox.denyBot(id, PermissionFlagsBits.ViewChannel);
    expect(await ask(sandbox, "GET", channel)).to.include({ status: 403, code: 50001 });
    sandbox.denyBot(id, 0n);
    expect((await ask(sandbox, "GET", channel)).status).to.equal(200);
  });

  it("forgets the oldest messages of a channel", async () => {
    await sandbox.close();
    sandbox = await openSandbox({ limits: { messagesPerChannel: 2 } });
    for (const content of ["1", "2", "3"]) sandbox.user().say(content);
    const kept = sandbox.messages(sandbox.channels["general"] ?? "").map((message) => message.content);
    expect(kept).to.deep.equal(["2", "3"]);
  });
});

describe("sandbox: faults of the HTTP API", () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await openSandbox();
  });
  afterEach(() => sandbox.close());

  it("fails the requests meant, so many times, and no others", async () => {
    sandbox.faults.failNext(
      { method: "GET", path: /^\/users/ },
      { status: 502, body: { message: "502: Bad Gateway", code: 0 } },
      2,
    );
    expect((await ask(sandbox, "GET", "/gateway/bot")).status).to.equal(200);
    const statuses = [];
    for (let sent = 0; sent < 3; sent += 1) statuses.push((await ask(sandbox, "GET", "/users/@me")).status);
    expect(statuses).to.deep.equal([502, 502, 200]);
    expect(sandbox.requests.map(({ path, status }) => [path, status])).to.deep.equal([
      ["/gateway/bot", 200],
      ["/users/@me", 502],
      ["/users/@me", 502],
      ["/users/@me", 200],
    ]);
  });

  it("resets connections, and lets requests wait until it closes", async () => {
    sandbox.faults.failNext({}, "reset");
    expect(await ask(sandbox, "GET", "/users/@me").catch(() => "reset")).to.equal("reset");
    sandbox.faults.failNext({}, "timeout");
    const waiting = ask(sandbox, "GET", "/users/@me").catch(() => "closed");
    await sandbox.close();
    expect(await waiting).to.equal("closed");
  });

  it("does the work and fails all the same, so that trying again meets 40060", async () => {
    await register(sandbox, askCommand);
    const bot = await RawBot.login(sandbox);
    const outcome = sandbox.user().slash("ask", { question: "a" });
    const { id, token: secret } = await bot.interaction();
    sandbox.faults.acceptThenFail({ path: /callback$/ }, { status: 500 });
    const send = async () =>
      read(
        await fetch(`${sandbox.apiUrl}/v10/interactions/${id}/${secret}/callback`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ type: 4, data: { content: "done" } }),
        }),
      );
    expect((await send()).status).to.equal(500);
    expect(await send()).to.include({ status: 400, code: 40060 });
    expect(await outcome).to.have.nested.property("message.content", "done");
  });

  it("limits rates and delays as told, and stops when cleared", async () => {
    sandbox.faults.rateLimitNext({}, 0.25, "shared");
    const limited = await ask(sandbox, "GET", "/users/@me");
    expect(limited.headers.get("x-ratelimit-scope")).to.equal("shared");
    expect(limited.body).to.include({ retry_after: 0.25 });
    const before = Date.now();
    sandbox.faults.delay({}, 40);
    expect((await ask(sandbox, "GET", "/users/@me")).status).to.equal(200);
    expect(Date.now() - before).to.be.at.least(35);
    sandbox.faults.failNext({}, { status: 500 }, 5);
    sandbox.faults.clear();
    expect((await ask(sandbox, "GET", "/users/@me")).status).to.equal(200);
  });
});
